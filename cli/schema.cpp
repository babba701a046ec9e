// rongtong schema: what a scenario or plan may hold, for editors.
#include "scenarios/schema.hpp"
#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/exit_codes.hpp"
#include "scenarios/fit/fit.hpp"
#include "scenarios/plan.hpp"

#include <CLI/CLI.hpp>

#include <memory>

namespace rongtong::cli {

void add_schema(CLI::App& program, Action& action)
{
    struct Of {
        bool plan = false, calibration = false;
    };
    auto of = std::make_shared<Of>();
    auto* command = program.add_subcommand(
        "schema", "Print the JSON Schema of scenario files, plans or calibrations, for editors");
    command->footer("Examples:\n  rongtong schema > scenario.schema.json\n  rongtong schema --plan > plan.schema.json\n"
                    "  rongtong schema --calibration > calibrate.schema.json");
    auto* plan = command->add_flag("--plan", of->plan, "Of plans");
    command->add_flag("--calibration", of->calibration, "Of files of rongtong calibrate")->excludes(plan);
    command->callback([&action, of] {
        action = [of] {
            print((of->calibration ? fit_schema() : of->plan ? plan_schema() : scenario_schema()).dump(2) + "\n");
            return int{done};
        };
    });
}

} // namespace rongtong::cli
