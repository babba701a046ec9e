// rongtong sensitivity and rongtong interactions: what drives an outcome over the points of a design.
#include "analysis/sensitivity/sensitivity.hpp"
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

struct SensitivityCommand {
    StudyInput in;
    SensitivityOptions sensitivity;
    std::size_t order = 0;
    std::string output;
    bool json = false, force = false;
};

// What is wrong with what was given is bad input; what goes wrong with the output later is not.
template <class F>
auto of_input(const F& take)
{
    try {
        return take();
    } catch (const OutputError& error) {
        throw BadInput(error.what());
    }
}

void check_output(const SensitivityCommand& o)
{
    if (!o.output.empty()) of_input([&] { check_output_path(o.output, o.force); });
}

// Both commands end alike.
template <class Json, class Table>
int answer(const SensitivityCommand& o, const Json& json, const Table& table)
{
    const std::string text = o.json || !o.output.empty()
                                 ? json().dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n"
                                 : "";
    if (!o.output.empty()) {
        TextFile file(o.output, o.force);
        file.write(text);
        file.finish();
    }
    print(o.json ? text : table());
    return done;
}

int sensitivity(const SensitivityCommand& o)
{
    check_output(o);
    if (o.sensitivity.surface.size() != 0 && o.sensitivity.surface.size() != 2)
        throw BadInput("--surface takes two factors, such as --surface cap_days,enforcement");
    const Study study = read_study(o.in);
    const auto drivers = of_input([&] { return find_drivers(study, o.sensitivity); });
    return answer(
        o, [&] { return drivers_json(study, drivers, o.sensitivity.level); },
        [&] { return drivers_table(study, drivers, o.sensitivity.level); });
}

int interactions(const SensitivityCommand& o)
{
    check_output(o);
    const Study study = read_study(o.in);
    const std::size_t order = o.order ? o.order : study.design.factors.size();
    std::vector<Factorial> effects;
    for (const auto& outcome : study.outcomes)
        effects.push_back(
            of_input([&] { return factorial_effects(study.design, outcome, order, o.sensitivity.level); }));
    return answer(
        o, [&] { return factorial_json(study, effects, o.sensitivity.level); },
        [&] { return factorial_table(study, effects, o.sensitivity.level); });
}

void declare_answer(CLI::App& command, SensitivityCommand& o)
{
    command.add_option("--level", o.sensitivity.level, "Level of the intervals (default: 0.95)")
        ->check(CLI::Range(0.5, 0.9999));
    command.add_option("-o,--output", o.output, "Also write all figures to this JSON file");
    command.add_flag("--json", o.json, "JSON instead of tables");
    command.add_flag("--force", o.force, "Replace the output file if it exists");
}

} // namespace

void add_sensitivity(CLI::App& program, Action& action)
{
    auto o = std::make_shared<SensitivityCommand>();
    auto* command = program.add_subcommand("sensitivity",
                                           "Which parameters drive an outcome: Sobol, Morris, regression");
    command->footer("Examples:\n"
                    "  rongtong sensitivity study.h5 --outcome output,days_receivable/size/micro --every 12\n"
                    "  rongtong sensitivity study.h5 --outcome output --scenario cap --against baseline\n"
                    "  rongtong sensitivity plan.json --csv outcomes.csv      (columns point, y)\n"
                    "  rongtong sensitivity --csv table.csv                  (columns of factors, y)");
    declare_study(*command, o->in);
    command->add_option("--surface", o->sensitivity.surface, "Also the mean outcome over these two factors")
        ->delimiter(',')
        ->allow_extra_args(false)
        ->type_name("A,B");
    command->add_option("--resamples", o->sensitivity.resamples, "Of the bootstrap; 0: no intervals (default: 1000)")
        ->check(CLI::Range(0, 1000000));
    declare_answer(*command, *o);
    command->callback([&action, o] { action = [o] { return sensitivity(*o); }; });
}

void add_interactions(CLI::App& program, Action& action)
{
    auto o = std::make_shared<SensitivityCommand>();
    auto* command = program.add_subcommand("interactions",
                                           "What policies or parameters do together: effects of a factorial design");
    command->footer(
        "Examples:\n"
        "  rongtong interactions study.h5 --outcome output --scenario package\n"
        "  rongtong interactions runs --outcome output     (runs of baseline, each policy, and all together)\n"
        "  rongtong interactions --csv table.csv           (factors of two values each, y, replicate)");
    declare_study(*command, o->in);
    command->add_option("--order", o->order, "Interactions of at most so many factors (default: all)")
        ->check(CLI::Range(1, 64));
    declare_answer(*command, *o);
    command->callback([&action, o] { action = [o] { return interactions(*o); }; });
}

} // namespace rongtong::cli
