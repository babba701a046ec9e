// What the user asked of `rongtong run`.
#pragma once

#include "scenarios/scenario.hpp"

#include <cstdint>
#include <filesystem>
#include <string>

namespace rongtong::cli {

struct RunOptions {
    std::filesystem::path scenario; // empty: the checkpoint says all
    std::filesystem::path output;   // empty: by the scenario's name
    std::filesystem::path resume;   // empty: a new run
    std::filesystem::path branch;   // a checkpoint of another scenario with the same past; empty: from the start
    std::filesystem::path from;     // a run to do again: its results file, or DIR/NUMBER of a sweep
    ScenarioOverrides overrides;
    int threads = 0;                   // 0: all CPUs that the process may use
    std::int32_t checkpoint_every = 0; // months; 0: only when a signal comes
    std::string progress = "auto";     // or json
    bool force = false, json = false, quiet = false;
    bool step = false; // somebody steers it: step/dialogue.hpp
    std::string command_line;
};

} // namespace rongtong::cli
