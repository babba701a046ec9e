// rongtong schema: what a scenario or plan may hold, for editors.
#include "scenarios/schema.hpp"
#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/exit_codes.hpp"
#include "scenarios/plan.hpp"

#include <CLI/CLI.hpp>

#include <memory>

namespace rongtong::cli {

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
