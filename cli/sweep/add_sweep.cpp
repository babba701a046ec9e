// The options of rongtong sweep.
#include "cli/commands.hpp"
#include "cli/sweep/options.hpp"

#include <CLI/CLI.hpp>

#include <memory>

namespace rongtong::cli {

namespace {

constexpr const char* sweep_examples =
    "Examples:\n"
    "  rongtong sweep study.json --list\n"
    "  rongtong sweep study.json -o study\n"
    "  rongtong sweep study.json -o study --resume\n"
    "  rongtong sweep study.json -o study --shard 2/4      (of a job array; collect when all are done)\n"
    "  rongtong sweep study.json -o study --slurm --slurm-shards 20 --slurm-time 04:00:00\n"
    "  rongtong collect study -o study.h5\n\n"
    "SIGTERM and Ctrl-C end it after the month that each run is in, with checkpoints; --resume goes on from them.";

} // namespace

void add_sweep(CLI::App& program, Action& action, const std::string& command_line)
{
    auto options = std::make_shared<SweepOptions>();
    options->command_line = command_line;
    auto* command = program.add_subcommand("sweep", "Run all runs of a plan, several at a time");
    command->footer(sweep_examples);
    command->add_option("plan", options->plan, "Plan file (JSON); with --resume the folder's own if left out")
        ->type_name("FILE");
    command->add_option("-o,--output", options->output, "Folder for the runs")->type_name("DIR");
    command->add_option("--jobs", options->jobs, "Runs at a time (default: by CPUs and size of the economy)")
        ->check(CLI::Range(1, 1024));
    command->add_option("--threads", options->threads, "Threads of all runs together (default: all CPUs allowed)")
        ->check(CLI::Range(1, 1024));
    command->add_option("--shard", options->shard, "Only part I of N of the runs")->type_name("I/N");
    command->add_option("--pack", options->pack, "Finished runs that are put into one file (default 256)")
        ->check(CLI::Range(1, 100000));
    command
        ->add_option("--past-memory", options->past_memory,
                     "Memory for months that runs share (default: a quarter of what is free); beyond it they wait in "
                     "checkpoints")
        ->check(CLI::Range(0, 1000000000))
        ->type_name("MB");
    command->add_flag("--resume", options->resume, "Do what is missing or failed");
    command->add_flag("--list", options->list, "Say what would be run, about how long it takes and how large it gets");
    command->add_flag("--yes", options->yes, "Begin a sweep beyond 10^12 firm-months, 100 GB or the room on the disk");
    command->add_flag("--json", options->json, "The same, or the summary, as JSON");
    command->add_flag("--quiet", options->quiet, "No progress, no summary");
    command
        ->add_option("--progress", options->progress,
                     "auto: for people, on stderr; json: lines for a program, --quiet or not")
        ->check(CLI::IsMember({"auto", "json"}));
    add_slurm(*command, options->slurm);
    command->callback([&action, options] { action = [options] { return sweep(*options); }; });
}

} // namespace rongtong::cli
