// The options of rongtong sweep --slurm.
#include "cli/sweep/slurm.hpp"

#include <CLI/CLI.hpp>

namespace rongtong::cli {

void add_slurm(CLI::App& command, SlurmOptions& options)
{
    const std::string group = "Slurm";
    auto* wanted = command.add_flag(
        "--slurm", options.wanted,
        "Begin nothing, but write scripts for a job array into DIR/slurm; submit.sh submits them");
    wanted->group(group)->excludes("--shard")->excludes("--threads")->excludes("--list");
    const auto add = [&](const std::string& name, auto& value, const std::string& help) {
        return command.add_option("--slurm-" + name, value, help)->group(group)->needs(wanted);
    };
    add("shards", options.shards, "Tasks of the array (default 16, at most one for each run)")
        ->check(CLI::Range(1, 100000));
    add("cpus", options.cpus, "CPUs of a task (default 1)")->check(CLI::Range(1, 1024));
    add("time", options.time, "Time limit of a task: minutes, HH:MM:SS, D-HH:MM:SS")->type_name("TIME");
    add("memory", options.memory, "Memory of a task: 4G, 500M")->type_name("SIZE");
    add("partition", options.partition, "Partition")->type_name("NAME");
    add("account", options.account, "Account")->type_name("NAME");
    add("max-tasks", options.max_tasks, "Tasks at a time (default: as many as fit)")->check(CLI::Range(1, 100000));
    add("signal-seconds", options.signal_seconds,
        "Time to write checkpoints before the limit (default 120); more than one month of the largest run takes")
        ->check(CLI::Range(1, 65535));
    add("restarts", options.restarts, "Times that a task goes back into the queue, at most (default 100)")
        ->check(CLI::Range(0, 100000));
    add("extra", options.extra, "Further option of sbatch, such as --slurm-extra=--qos=long; may be repeated")
        ->type_name("OPTION")
        ->expected(1)
        ->take_all();
}

} // namespace rongtong::cli
