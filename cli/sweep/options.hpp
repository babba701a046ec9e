// What the user asked of `rongtong sweep`.
#pragma once

#include "cli/sweep/slurm.hpp"
#include "scenarios/plan.hpp"

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>

namespace rongtong::cli {

struct SweepOptions {
    std::filesystem::path plan, output;
    int jobs = 0;                           // runs at a time; 0: by CPUs and size of the economy
    int threads = 0;                        // of all runs together; 0: all CPUs that the process may use
    std::string shard;                      // "2/4"; empty: all runs
    std::size_t pack = 256;                 // runs in a pack
    std::optional<std::size_t> past_memory; // MB for pasts that runs share; none: a quarter of what is free
    bool resume = false, list = false, yes = false, json = false, quiet = false;
    std::string progress = "auto"; // or json
    SlurmOptions slurm;
    std::string command_line;
};

// Gives the exit code.
int sweep(const SweepOptions& options);
// Of a plan that is read already.
int sweep(const SweepOptions& options, const SweepPlan& given);

} // namespace rongtong::cli
