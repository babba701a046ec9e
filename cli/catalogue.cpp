// rongtong describe, rongtong schema: what a scenario can hold and what a run gives.
#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/exit_codes.hpp"
#include "scenarios/describe.hpp"
#include "scenarios/plan.hpp"
#include "scenarios/schema.hpp"

#include <CLI/CLI.hpp>

#include <memory>

namespace rongtong::cli {

void add_describe(CLI::App& program, Action& action)
{
    struct Options {
        std::string section, name;
        bool json = false;
    };
    auto options = std::make_shared<Options>();
    auto* command = program.add_subcommand("describe",
                                           "Levers, parameters, indicators, shocks: units, ranges, defaults, sources");
    command->footer("Examples:\n  rongtong describe levers\n  rongtong describe levers payment_term_cap\n"
                    "  rongtong describe parameters ordering --json\n  rongtong describe days_receivable");
    command->add_option("section", options->section,
                        "levers, parameters, indicators or shocks (default: all), or a name");
    command->add_option("name", options->name, "One of them");
    command->add_flag("--json", options->json, "As JSON");
    command->callback([&action, options] {
        action = [options] {
            const auto& [section, name, json] = *options;
            print(json ? describe(section, name).dump(2) + "\n" : describe_text(section, name));
            return int{done};
        };
    });
}

void add_schema(CLI::App& program, Action& action)
{
    auto plan = std::make_shared<bool>(false);
    auto* command = program.add_subcommand("schema", "Print the JSON Schema of scenario files or plans, for editors");
    command->footer("Examples:\n  rongtong schema > scenario.schema.json\n  rongtong schema --plan > plan.schema.json");
    command->add_flag("--plan", *plan, "Of plans");
    command->callback([&action, plan] {
        action = [plan] {
            print((*plan ? plan_schema() : scenario_schema()).dump(2) + "\n");
            return int{done};
        };
    });
}

} // namespace rongtong::cli
