// rongtong discover: under which conditions an outcome comes about.
#include "analysis/discovery/prim.hpp"
#include "analysis/text_file.hpp"
#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/exit_codes.hpp"
#include "cli/studies.hpp"
#include "sim/error.hpp"

#include <CLI/CLI.hpp>

#include <memory>

namespace rongtong::cli {

namespace {

struct DiscoverCommand {
    StudyInput in;
    PrimOptions prim;
    std::string when, output;
    bool json = false, force = false;
};

Discovery find(const DiscoverCommand& o)
{
    try {
        if (!o.output.empty()) check_output_path(o.output, o.force);
        const Interest interest = parse_interest(o.when);
        StudyInput in = o.in;
        in.outcomes = {interest.outcome};
        return discover(read_study(in), interest, o.prim);
    } catch (const OutputError& error) {
        throw BadInput(error.what());
    }
}

int discover_boxes(const DiscoverCommand& o)
{
    const Discovery discovery = find(o);
    const std::string json =
        discovery_json(discovery, o.prim).dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
    if (!o.output.empty()) {
        TextFile file(o.output, o.force);
        file.write(json);
        file.finish();
    }
    print(o.json ? json : discovery_table(discovery, o.prim));
    return done;
}

} // namespace

void add_discover(CLI::App& program, Action& action)
{
    auto o = std::make_shared<DiscoverCommand>();
    auto* command = program.add_subcommand("discover",
                                           "Under which parameters an outcome comes about (scenario discovery, PRIM)");
    command->footer("Examples:\n"
                    "  rongtong discover study.h5 --when 'bankruptcies>40' --scenario cap\n"
                    "  rongtong discover study.h5 --when 'output<0' --scenario cap --against baseline\n"
                    "  rongtong discover --csv table.csv --when 'y>=1'");
    declare_study(*command, o->in);
    command->remove_option(command->get_option("--outcome"));
    command->add_option("--when", o->when, "What is of interest: OUTCOME<VALUE, <=, > or >=")
        ->required()
        ->type_name("CONDITION");
    command->add_option("--alpha", o->prim.alpha, "Share of a box that is peeled off at a time (default: 0.05)")
        ->check(CLI::Range(0.001, 0.5));
    command->add_option("--mass", o->prim.least_mass, "Share of the points that a box keeps (default: 0.05)")
        ->check(CLI::Range(0.0, 1.0));
    command
        ->add_option("--density", o->prim.least_density,
                     "The box with the largest coverage at this density is shown (default: 0.8)")
        ->check(CLI::Range(0.0, 1.0));
    command->add_option("--boxes", o->prim.boxes, "At most so many, each on what the ones before it leave (default: 3)")
        ->check(CLI::PositiveNumber);
    command->add_option("-o,--output", o->output, "Also write all boxes and their trajectories to this JSON file");
    command->add_flag("--json", o->json, "JSON instead of tables");
    command->add_flag("--force", o->force, "Replace the output file if it exists");
    command->callback([&action, o] { action = [o] { return discover_boxes(*o); }; });
}

} // namespace rongtong::cli
