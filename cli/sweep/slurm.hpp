// rongtong sweep --slurm: the scripts that run a sweep as a job array on a cluster with Slurm. docs/cluster.md explains.
//
//     DIR/slurm/submit.sh    submits both; the one to call
//     DIR/slurm/array.sh     one task for each share of the runs
//     DIR/slurm/collect.sh   when all tasks have ended: one dataset out of what is there
//     DIR/slurm/logs/        what the jobs say
#pragma once

#include "scenarios/plan.hpp"

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace rongtong::cli {

struct SweepOptions;

struct SlurmOptions {
    bool wanted = false;
    std::size_t shards = 0;                       // tasks of the array; 0: 16, or the runs where they are fewer
    int cpus = 1;                                 // of a task
    int max_tasks = 0;                            // at a time; 0: as many as fit
    int signal_seconds = 120;                     // between the signal and the time limit
    int restarts = 100;                           // of a task, at most
    std::string time, memory, partition, account; // empty: the cluster's own defaults
    std::vector<std::string> extra;               // further options of sbatch
};

void add_slurm(CLI::App& command, SlurmOptions& options);

// Makes the sweep's folder, or looks at the one that is there, and writes the scripts into it. Gives the exit code. Throws
// BadInput with all that is wrong about the options, ScenarioError, OutputError.
int prepare_for_slurm(const SweepOptions& options, const SweepPlan& plan);

// The scripts with what was asked filled in, by file name.
struct SlurmScript {
    std::string name, text;
};
struct SlurmFigures {
    std::string plan_name, program;
    std::size_t runs = 0, shards = 1, pack = 256;
    int jobs = 0;
};
std::string shell_quoted(const std::string& text); // one word, whatever is in it
std::vector<SlurmScript> slurm_scripts(const SlurmOptions& options, const SlurmFigures& figures);

} // namespace rongtong::cli
