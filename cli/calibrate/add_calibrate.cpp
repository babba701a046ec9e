// The options of rongtong calibrate.
#include "cli/calibrate/options.hpp"
#include "cli/commands.hpp"

#include <CLI/CLI.hpp>

#include <memory>

namespace rongtong::cli {

void add_calibrate(CLI::App& program, Action& action, const std::string& command_line)
{
    auto options = std::make_shared<CalibrateOptions>();
    options->command_line = command_line;
    auto* command = program.add_subcommand("calibrate", "Fits parameters to moments by history matching, wave by wave");
    command->footer(
        "Rules out, wave by wave, what can't be reconciled with the moments that the file names, and hands on the\n"
        "points that are left as a plan (docs/calibrate.md).\n"
        "Examples:\n"
        "  rongtong check fit.json\n"
        "  rongtong calibrate fit.json -o fit\n"
        "  rongtong calibrate fit.json -o fit --resume\n"
        "  rongtong sweep fit/points.json -o effects      (a comparison over the points that are left)\n"
        "  rongtong compare effects --points");
    command->add_option("plan", options->plan, "File with parameters and moments (JSON)")
        ->required()
        ->type_name("FILE");
    command->add_option("-o,--output", options->output, "Folder for runs and results")->required()->type_name("DIR");
    command->add_option("--jobs", options->jobs, "Runs at a time (default: by CPUs and size of the economy)")
        ->check(CLI::Range(1, 1024));
    command->add_option("--threads", options->threads, "Threads of all runs together (default: all CPUs allowed)")
        ->check(CLI::Range(1, 1024));
    command->add_flag("--resume", options->resume, "Go on in a folder that exists; more waves may be asked for");
    command->add_flag("--yes", options->yes, "Begin a wave beyond 10^12 firm-months, 100 GB or the room on the disk");
    command->add_flag("--json", options->json, "JSON instead of tables");
    command->add_flag("--quiet", options->quiet, "No progress, no tables");
    command->callback([&action, options] { action = [options] { return calibrate(*options); }; });
}

} // namespace rongtong::cli
