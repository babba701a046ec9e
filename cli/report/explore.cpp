// rongtong explore: all points of a sweep in one page, on which a person chooses what is varied.
#include "analysis/report/explore.hpp"
#include "analysis/explore/between.hpp"
#include "cli/commands.hpp"
#include "cli/compare/catalogue.hpp"
#include "cli/provenance.hpp"
#include "cli/report/answer_with_page.hpp"
#include "cli/report/names.hpp"
#include "cli/studies.hpp"
#include "sim/error.hpp"

#include <CLI/CLI.hpp>

#include <memory>

namespace rongtong::cli {

namespace {

struct ExploreCommand {
    std::filesystem::path input;
    std::string output, title, months, statistic = "mean", scenario;
    std::vector<std::string> indicators;
    std::optional<std::int64_t> reference;
    double level = 0.95;
    StudyInput table; // --csv
    std::filesystem::path places;
    bool json = false, force = false;
};

ExploreOptions explore_options(const ExploreCommand& o)
{
    ExploreOptions options;
    if (!o.months.empty()) parse_month_window(o.months, options.compare);
    options.compare.statistic = parse_month_statistic(o.statistic);
    options.compare.level = o.level;
    options.compare.base = o.scenario;
    options.compare.catalogue = watch_catalogue();
    options.indicators = o.indicators;
    options.reference = o.reference;
    options.title = o.title;
    options.names = report_names();
    options.version = program_version();
    options.commit = git_commit();
    options.design = sweep_design;
    return options;
}

Emulated read_and_emulate(const ExploreCommand& o)
{
    try {
        if (!o.output.empty()) check_output_path(o.output, o.force);
        if (!o.input.empty()) throw OutputError("explore either a sweep or a table (--csv), not both");
        return emulate(read_study(o.table), o.places);
    } catch (const OutputError& error) {
        throw BadInput(error.what());
    }
}

// What the page says between points, out of a table and without a page.
int explore_table(const ExploreCommand& o)
{
    const auto emulated = read_and_emulate(o);
    constexpr auto replace = nlohmann::ordered_json::error_handler_t::replace; // names of columns may hold any bytes
    const auto json = emulated_json(emulated).dump(2, ' ', false, replace) + "\n";
    if (!o.output.empty()) {
        TextFile file(o.output, o.force);
        file.write(json);
        file.finish();
    }
    print(o.json ? json : emulated_table(emulated));
    return done;
}

int explore(const ExploreCommand& o)
{
    if (!o.table.csv.empty()) return explore_table(o);
    if (o.input.empty()) throw BadInput("name a sweep, or a table with --csv");
    return answer_with_page(o, "EXPLORE.html", [&] { return explore_data(o.input, explore_options(o)); });
}

void declare_options(CLI::App& command, ExploreCommand& o)
{
    command.add_option("input", o.input, "A sweep: its collected file or its folder");
    command.add_option("-o,--output", o.output, "The page; beside --csv the JSON")->type_name("HTML");
    command
        .add_option("--indicators", o.indicators,
                    "These alone, also of groups (output/size/micro); default: those of compare's headline")
        ->delimiter(',')
        ->allow_extra_args(false)
        ->type_name("A,B");
    command.add_option("--base", o.scenario, "Scenario that the others are held against (default: the plan's first)")
        ->type_name("LABEL");
    command
        .add_option("--reference", o.reference,
                    "Point of the base that every point is held against (default: its own; where there is one scenario "
                    "alone, the first point)")
        ->check(CLI::NonNegativeNumber)
        ->type_name("POINT");
    command.add_option(
        "--months", o.months,
        "FIRST:LAST of the figures (default: from the first month that differs at any point to the last)");
    command.add_option("--statistic", o.statistic, "mean, last or sum over these months (default: mean)");
    command.add_option("--level", o.level, "Level of the intervals (default: 0.95)")->check(CLI::Range(0.5, 0.9999));
    command.add_option("--title", o.title, "Title of the page");
    command
        .add_option("--csv", o.table.csv,
                    "A table instead, and no page: a column for each factor, and outcomes (y). Tells what is emulated "
                    "between its points, and how far that errs")
        ->type_name("FILE");
    command.add_option("--outcome", o.table.outcomes, "Beside --csv: columns that are outcomes (default: y)")
        ->delimiter(',')
        ->allow_extra_args(false)
        ->type_name("A,B");
    command.add_option("--places", o.places, "Beside --csv: a table of factors; the outcomes there are told")
        ->type_name("FILE");
    command.add_flag("--json", o.json, "The page's data as JSON instead");
    command.add_flag("--force", o.force, "Replace the page if it exists");
}

} // namespace

void add_explore(CLI::App& program, Action& action)
{
    auto o = std::make_shared<ExploreCommand>();
    auto* command = program.add_subcommand("explore",
                                           "A page on which a sweep's policies and parameters can be turned");
    command->footer(
        "The page opens in any browser and needs no network. Figures of points that were run are those of "
        "rongtong\ncompare --point N; between them the page interpolates, says so, and says how far that errs.\n"
        "Examples:\n"
        "  rongtong explore study.h5 -o explore.html\n"
        "  rongtong explore --csv table.csv --places between.csv     (the emulator alone)");
    declare_options(*command, *o);
    command->callback([&action, o] { action = [o] { return explore(*o); }; });
}

} // namespace rongtong::cli
