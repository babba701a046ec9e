// What is going to be run, after everything that can be refused has been looked at, and before anything is written.
#pragma once

#include "cli/run_options.hpp"
#include "sim/checkpoint.hpp"

#include <memory>

namespace rongtong::cli {

struct RunPlan {
    Scenario scenario;
    std::filesystem::path output;     // absolute
    std::filesystem::path checkpoint; // where this run's checkpoints go
    std::filesystem::path resumed;    // the checkpoint that it goes on from; empty for a new run
    bool branched = false;            // its past is of another scenario's checkpoint
    std::unique_ptr<CheckpointReader> reader;
    std::int32_t first_month = 0; // last month that is complete
    std::string command_line;     // of all parts of the run
    std::string steered = "[]";   // intensities that it was given so far: step/dialogue.hpp
    int threads = 1;
    bool force = false;
    bool temporary = false; // nobody will go on with it: no checkpoint where it is stopped
    std::int32_t checkpoint_every = 0;
};

// Throws ScenarioError, CheckpointError or BadInput.
RunPlan make_plan(const RunOptions& options);

// Before any of it is taken: half of a run is of no use. Throws BadInput.
void check_memory(const RunPlan& plan);

} // namespace rongtong::cli
