#include "cli/studies.hpp"

#include "analysis/compare.hpp"
#include "cli/exit_codes.hpp"
#include "scenarios/plan.hpp"
#include "sim/error.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>

namespace rongtong::cli {

namespace {

// The design of a plan, as a table of numbers; values that are no numbers are numbered as they first occur.
DesignTable design_of(const SweepPlan& plan)
{
    DesignTable design;
    design.x.resize(plan.points());
    for (std::size_t i = 0; i < plan.parameters.size(); ++i) {
        design.factors.push_back(plan.parameters[i].name);
        auto& levels = design.levels.emplace_back();
        std::vector<nlohmann::json> values;
        for (std::size_t p = 0; p < plan.points(); ++p) values.push_back(plan.value(i, p));
        const bool numbers = std::ranges::all_of(values, [](const auto& v) { return v.is_number(); });
        for (std::size_t p = 0; p < plan.points(); ++p) {
            if (numbers) {
                design.x[p].push_back(values[p].get<double>());
                continue;
            }
            const auto text = values[p].dump();
            const auto found = std::ranges::find(levels, text);
            design.x[p].push_back(static_cast<double>(found - levels.begin()));
            if (found == levels.end()) levels.push_back(text);
        }
    }
    for (const auto& [name, values] : plan.design.texts)
        if (name == "block") design.block = values;
    for (const auto& [name, values] : plan.design.numbers) {
        auto* column = name == "row"          ? &design.row
                       : name == "trajectory" ? &design.trajectory
                       : name == "step"       ? &design.step
                                              : nullptr;
        if (column) column->assign(values.begin(), values.end());
    }
    return design;
}

// Of a plan file, or of the folder of a sweep, which has its plan in it; empty where nothing varies.
std::optional<SweepPlan> varied_plan(const std::filesystem::path& input)
{
    const auto in_folder = input / "plan.json";
    const auto file = std::filesystem::is_directory(input) && std::filesystem::is_regular_file(in_folder) ? in_folder
                                                                                                          : input;
    if (file.extension() != ".json") return std::nullopt;
    auto plan = load_plan(file);
    return plan.parameters.empty() ? std::nullopt : std::optional(std::move(plan));
}

void add_design(const StudyInput& in, StudyOptions& options)
{
    const auto varied = varied_plan(in.input);
    if (!varied) return;
    const SweepPlan& plan = *varied;
    options.design = design_of(plan);
    for (std::size_t run = 0; run < plan.runs(); ++run) {
        const auto index = plan.index(run);
        options.point_of_run.push_back(index.point);
        options.replicate_of_run.push_back(
            static_cast<std::int64_t>(index.scenario * plan.replicates + index.replicate));
    }
}

StudyOptions study_options(const StudyInput& in)
{
    StudyOptions options;
    CompareOptions window;
    if (!in.months.empty()) parse_month_window(in.months, window);
    options.outcomes = in.outcomes;
    options.factors = in.factors;
    options.scenario = in.scenario;
    options.against = in.against;
    options.first_month = window.first_month;
    options.last_month = window.last_month;
    options.rule.statistic = parse_month_statistic(in.statistic);
    options.every_months = in.every;
    if (!in.input.empty()) add_design(in, options);
    return options;
}

} // namespace

void declare_study(CLI::App& command, StudyInput& in)
{
    command.add_option("input", in.input,
                       "A sweep's folder or collected file; or, beside --csv, the plan whose points the table names");
    command
        .add_option("--csv", in.csv,
                    "A table: a column for each factor, outcomes (y), and where they apply block, row; trajectory, "
                    "step; replicate; month. Beside a plan: point or run instead of the factors")
        ->type_name("FILE");
    command
        .add_option("--outcome", in.outcomes,
                    "Outcomes: indicators, also of groups (output/size/micro); columns of the table (default: y)")
        ->delimiter(',')
        ->allow_extra_args(false)
        ->type_name("A,B");
    command.add_option("--factors", in.factors, "Columns of the table that are factors (default: all that are left)")
        ->delimiter(',')
        ->allow_extra_args(false)
        ->type_name("A,B");
    command.add_option("--scenario", in.scenario, "Of a sweep with several")->type_name("LABEL");
    command.add_option("--against", in.against, "The outcome is the difference from this scenario, run by run")
        ->type_name("LABEL");
    command.add_option("--months", in.months, "FIRST:LAST (default: all months that the runs have in common)");
    command.add_option("--statistic", in.statistic, "mean, last or sum over these months (default: mean)");
    command.add_option("--every", in.every, "Also the state at the end of every so many months")
        ->check(CLI::PositiveNumber)
        ->type_name("MONTHS");
}

Study study_of(const StudyInput& in)
{
    if (in.csv.empty() && in.input.empty()) throw OutputError("name a sweep, or a table with --csv");
    const auto options = study_options(in);
    return in.csv.empty() ? study_of_runs(in.input, options) : study_of_csv(in.csv, options);
}

std::optional<DesignTable> sweep_design(const std::filesystem::path& input)
{
    if (const auto plan = varied_plan(input)) return design_of(*plan);
    return collected_design(input);
}

Study read_study(const StudyInput& in)
{
    try {
        return study_of(in);
    } catch (const OutputError& error) {
        throw BadInput(error.what());
    }
}

} // namespace rongtong::cli
