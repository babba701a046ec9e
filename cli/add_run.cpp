// The options of rongtong run.
#include "cli/commands.hpp"
#include "cli/run.hpp"
#include "cli/whole_number.hpp"

#include <CLI/CLI.hpp>

#include <memory>

namespace rongtong::cli {

namespace {

constexpr const char* run_examples =
    "Examples:\n"
    "  rongtong run scenarios/baseline.json -o base.h5\n"
    "  rongtong run scenarios/baseline.json --set /firms=100000 --replicate 3 --checkpoint-every 12\n"
    "  rongtong run --resume baseline.h5.checkpoint\n"
    "  rongtong run scenarios/prompt-payment.json --branch-from baseline.h5.checkpoint\n"
    "  rongtong run --from study/17\n"
    "  rongtong run scenarios/prompt-payment.json --step < requests.jsonl > answers.jsonl\n\n"
    "SIGTERM and Ctrl-C end the run after the month that it is in, with a checkpoint; a second one ends it at once.";

void add_files(CLI::App& command, RunOptions& options)
{
    command.add_option("scenario", options.scenario, "Scenario file (JSON)")->type_name("FILE");
    command
        .add_option("-o,--output", options.output, "Results file (default: the scenario's name, .h5, in this folder)")
        ->type_name("FILE");
    command.add_option("--resume", options.resume, "Go on from this checkpoint, to the same results file")
        ->type_name("FILE");
    command
        .add_option("--branch-from", options.branch,
                    "Take the past from this checkpoint of another scenario, as far as both share it")
        ->type_name("FILE");
    command.add_option("--from", options.from, "Do a run again: its results file, or DIR/NUMBER for a run of a sweep")
        ->type_name("RUN");
    command.add_flag("--force", options.force, "Replace the results file if it exists");
}

void add_changes(CLI::App& command, RunOptions& options)
{
    add_whole_number(command, "--seed", options.overrides.seed, "Seed of all luck");
    add_whole_number(command, "--replicate", options.overrides.replicate,
                     "Number of the repetition: same scenario, other luck");
    add_whole_number(command, "--months", options.overrides.months,
                     "Length of the run; with --resume it may be longer than before");
    command
        .add_option("--set", options.overrides.set,
                    "/pointer=value: change any value of the scenario, such as /firms=20000; may be repeated")
        ->allow_extra_args(false)
        ->type_name("/POINTER=VALUE");
}

void add_ways(CLI::App& command, RunOptions& options)
{
    command
        .add_option("--threads", options.threads, "Threads (default: all CPUs allowed); results do not depend on them")
        ->check(CLI::Range(1, 1024));
    command.add_option("--checkpoint-every", options.checkpoint_every, "Write R.h5.checkpoint every so many months")
        ->check(CLI::Range(1, 1200));
    command.add_flag("--step", options.step,
                     "Stop, answer and take intensities of policies: lines of JSON on standard input and output "
                     "(docs/step.md)");
    command.add_flag("--json", options.json, "Summary as JSON");
    command.add_flag("--quiet", options.quiet, "No progress, no summary");
    command
        .add_option("--progress", options.progress,
                    "auto: for people, on stderr; json: lines for a program, --quiet or not")
        ->check(CLI::IsMember({"auto", "json"}));
}

} // namespace

void add_run(CLI::App& program, Action& action, const std::string& command_line)
{
    auto options = std::make_shared<RunOptions>();
    options->command_line = command_line;
    auto* command = program.add_subcommand("run", "Run a scenario and write its results");
    command->footer(run_examples);
    add_files(*command, *options);
    add_changes(*command, *options);
    add_ways(*command, *options);
    command->callback([&action, options] { action = [options] { return run(*options); }; });
}

} // namespace rongtong::cli
