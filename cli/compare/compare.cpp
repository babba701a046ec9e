// rongtong compare: what a policy changes.
#include "analysis/compare.hpp"
#include "analysis/text_file.hpp"
#include "cli/commands.hpp"
#include "cli/compare/catalogue.hpp"
#include "cli/console.hpp"
#include "cli/exit_codes.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <memory>
#include <optional>

namespace rongtong::cli {

namespace {

struct CompareCommand {
    std::string base, months, statistic = "mean", output, scenario, csv, width, panel;
    std::optional<std::int64_t> point;
    std::vector<std::filesystem::path> others;
    std::vector<std::string> indicators, axes;
    std::vector<int> at;
    double level = 0.95, discount = 3;
    bool json = false, force = false, brief = false, points = false;
};

CompareOptions compare_options(const CompareCommand& o)
{
    CompareOptions options;
    if (!o.months.empty()) parse_month_window(o.months, options);
    if (!o.width.empty()) options.width = parse_width(o.width);
    options.statistic = parse_month_statistic(o.statistic);
    options.level = o.level;
    options.base = o.scenario;
    options.point = o.point;
    options.yearly_discount = o.discount / 100;
    options.indicators = o.indicators;
    options.axes = o.axes;
    for (const int month : o.at)
        if (std::find(options.at.begin(), options.at.end(), month) == options.at.end()) options.at.push_back(month);
    options.panel_variable = o.panel;
    options.over_points = o.points;
    options.catalogue = watch_catalogue();
    return options;
}

void check_inputs(const CompareCommand& o)
{
    if (o.csv.empty() && o.base.empty())
        throw OutputError("name what to compare: results files, folders, a sweep, or --csv FILE");
    if (!o.csv.empty() && !o.base.empty()) throw OutputError("compare either results files or a CSV (--csv), not both");
    if (!o.at.empty() && (!o.months.empty() || o.statistic != "mean"))
        throw OutputError(
            "--at takes the state at the end of months: --months and --statistic have no place beside it");
}

Comparison read_and_compare(const CompareCommand& o)
{
    try {
        if (!o.output.empty()) check_output_path(o.output, o.force);
        check_inputs(o);
        const auto options = compare_options(o);
        return o.csv.empty() ? compare_runs(o.base, o.others, options) : compare_csv(o.csv, options);
    } catch (const OutputError& error) {
        throw BadInput(error.what());
    }
}

int compare(const CompareCommand& o)
{
    const Comparison comparison = read_and_compare(o);
    constexpr auto replace = nlohmann::ordered_json::error_handler_t::replace; // file names may hold any bytes
    const std::string json = comparison_json(comparison).dump(2, ' ', false, replace) + "\n";
    if (!o.output.empty()) {
        TextFile file(o.output, o.force);
        file.write(json);
        file.finish();
    }
    print(o.json ? json : comparison_table(comparison, {.all = !o.brief}));
    return done;
}

void declare_inputs(CLI::App& command, CompareCommand& o)
{
    command.add_option("base", o.base,
                       "Results file, folder with the replicates of one scenario, or a sweep: its folder or "
                       "collected file");
    command.add_option(
        "others", o.others,
        "The same of other scenarios, or further sweeps of the same economy; may be left out for a sweep");
    command.add_option("--base", o.scenario, "Scenario that the others are held against (default: a sweep's first)")
        ->type_name("LABEL");
    command
        .add_option("--csv", o.csv, "A table instead: indicator, replicate, base, other, and further scenario, unit")
        ->type_name("FILE");
    command.add_option("--point", o.point, "Point of a sweep's design; needed where it has several")
        ->check(CLI::NonNegativeNumber);
    command.add_flag("--points", o.points, "All points of a design: what share of them has which sign")
        ->excludes("--point");
}

void declare_questions(CLI::App& command, CompareCommand& o)
{
    command.add_option("--indicators", o.indicators, "These alone, and Holm's adjustment within them")
        ->delimiter(',')
        ->allow_extra_args(false)
        ->type_name("A,B");
    command.add_option("--by", o.axes, "Groups of firms: size, sector, region, tier, ownership (default: size)")
        ->delimiter(',')
        ->allow_extra_args(false)
        ->check(CLI::IsMember({"size", "sector", "region", "tier", "ownership"}));
    command.add_option("--months", o.months, "FIRST:LAST (default: from the first month that differs to the last)");
    command.add_option("--at", o.at, "The state at the end of these months, such as 36,60,120, instead of a window")
        ->delimiter(',')
        ->allow_extra_args(false)
        ->type_name("M,N");
    command.add_option("--statistic", o.statistic,
                       "mean, last, sum or discounted (a discounted sum) over these months (default: mean)");
    command
        .add_option("--discount", o.discount, "Discount rate for --statistic discounted, percent a year (default: 3)")
        ->check(CLI::Range(0.0, 100.0));
    command.add_option("--level", o.level, "Level of the intervals (default: 0.95)")->check(CLI::Range(0.5, 0.9999));
    command.add_option("--width", o.width,
                       "Wanted width of the interval, such as 0.5 or 2%: says how many replicates it takes");
    command.add_option("--panel", o.panel,
                       "Variable of the panel by which firms win or lose (default: net_worth, "
                       "revenue, output, cash or workers, the first that the runs have)");
}

} // namespace

void add_compare(CLI::App& program, Action& action)
{
    auto o = std::make_shared<CompareCommand>();
    auto* command = program.add_subcommand("compare",
                                           "Effects of scenarios against a base, with intervals from paired runs");
    command->footer("Runs of the same seed and replicate share their luck and form a pair.\nExamples:\n"
                    "  rongtong compare base.h5 cap.h5\n"
                    "  rongtong compare runs/baseline runs/prompt-payment --months 36:120 -o effects.json\n"
                    "  rongtong compare study.h5 --base baseline     (a collected sweep, or its folder)\n"
                    "  rongtong compare base cap --indicators output,revenue --by sector --at 36,60");
    declare_inputs(*command, *o);
    declare_questions(*command, *o);
    command->add_option("-o,--output", o->output, "Also write all effects to this JSON file");
    command->add_flag("--brief", o->brief, "Headline and groups alone, not every indicator");
    command->add_flag("--json", o->json, "JSON instead of tables");
    command->add_flag("--force", o->force, "Replace the output file if it exists");
    command->callback([&action, o] { action = [o] { return compare(*o); }; });
}

} // namespace rongtong::cli
