// rongtong series: months as quarters and years, with growth.
#include "analysis/compare.hpp"
#include "analysis/periods/periods.hpp"
#include "analysis/sensitivity/outcomes.hpp"
#include "analysis/text_file.hpp"
#include "cli/commands.hpp"
#include "cli/compare/catalogue.hpp"
#include "cli/console.hpp"
#include "cli/exit_codes.hpp"
#include "sim/calendar.hpp"
#include "sim/error.hpp"

#include <CLI/CLI.hpp>

#include <memory>

namespace rongtong::cli {

namespace {

struct SeriesCommand {
    std::vector<std::filesystem::path> inputs;
    std::vector<std::string> indicators;
    std::string per = "quarter", statistic = "mean", scenario, start, output, csv;
    std::optional<std::int64_t> point;
    bool json = false, force = false;
};

PeriodRequest request_of(const SeriesCommand& o)
{
    PeriodRequest request;
    request.per = o.per == "month" ? PeriodLength::month : o.per == "year" ? PeriodLength::year : PeriodLength::quarter;
    request.statistic = parse_month_statistic(o.statistic);
    for (const auto& name : o.indicators) request.places.push_back(outcome_place(name));
    if (o.start.empty()) return request;
    request.start = parse_calendar_month(o.start);
    if (!request.start) throw OutputError("'" + o.start + "' is no month of the calendar; write it as 2021-04");
    return request;
}

std::vector<Run> runs_of_table(const SeriesCommand& o)
{
    auto runs = runs_of_csv(o.csv);
    if (!o.scenario.empty()) std::erase_if(runs, [&](const Run& run) { return run.scenario != o.scenario; });
    if (runs.empty()) throw OutputError(o.csv + ": has no scenario '" + o.scenario + "'");
    return runs;
}

std::vector<Run> runs_of(const SeriesCommand& o, const PeriodRequest& request)
{
    if (o.inputs.empty() == o.csv.empty()) throw OutputError("name either results or a table (--csv FILE)");
    if (!o.csv.empty()) return runs_of_table(o);
    RunParts parts;
    for (const auto& place : request.places)
        if (!place.axis.empty()) parts.axes.push_back(place.axis);
    std::vector<Run> runs;
    std::optional<std::int64_t> point;
    for (const auto& input : o.inputs)
        for (auto& run : read_runs(input, parts)) {
            if (!o.scenario.empty() && run.scenario != o.scenario) continue;
            if (o.point && run.point != *o.point) continue;
            if (point && *point != run.point)
                throw OutputError(input.string() + ": has several points of a design; name one with --point");
            point = run.point;
            add_shares(run);
            runs.push_back(std::move(run));
        }
    if (runs.empty()) throw OutputError("no run is of this scenario and point");
    return runs;
}

// What is not asked for by name: the state of the economy; of a table all of it.
void add_usual(PeriodRequest& request, const std::vector<Run>& runs, bool table)
{
    if (table) {
        for (const auto& series : runs.front().indicators) request.places.push_back({series.name});
        return;
    }
    for (const auto& watch : headline({}, watch_catalogue()))
        if (runs.front().find(watch.indicator)) request.places.push_back({watch.indicator});
}

PeriodTable make(const SeriesCommand& o)
{
    try {
        if (!o.output.empty()) check_output_path(o.output, o.force);
        auto request = request_of(o);
        const auto runs = runs_of(o, request);
        if (request.places.empty()) add_usual(request, runs, !o.csv.empty());
        return periods_of(runs, request);
    } catch (const OutputError& error) {
        throw BadInput(error.what());
    }
}

int series(const SeriesCommand& o)
{
    const auto table = make(o);
    const auto json = periods_json(table).dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
    if (!o.output.empty()) {
        TextFile file(o.output, o.force);
        file.write(std::filesystem::path(o.output).extension() == ".csv" ? periods_csv(table) : json);
        file.finish();
    }
    print(o.json ? json : periods_text(table));
    return done;
}

} // namespace

void add_series(CLI::App& program, Action& action)
{
    auto o = std::make_shared<SeriesCommand>();
    auto* command = program.add_subcommand("series", "Indicators by quarter or year, with growth rates and dates");
    command->footer("A scenario says which date month 1 has: \"calendar_start\": \"2021-01\".\n"
                    "Examples:\n"
                    "  rongtong series base.h5 --indicators output,consumer_price --per quarter\n"
                    "  rongtong series study.h5 --per year --indicators real_value_added -o growth.csv\n"
                    "  rongtong series runs/base --per year --statistic sum --calendar-start 2021-01");
    command->add_option("inputs", o->inputs, "Results files, folders of them, sweeps or collected files");
    command
        ->add_option("--csv", o->csv, "A table instead: indicator, month, value, and further scenario, replicate, unit")
        ->type_name("FILE");
    command
        ->add_option("--indicators", o->indicators,
                     "Indicators, also of groups (output/size/micro) (default: the state of the economy)")
        ->delimiter(',')
        ->allow_extra_args(false)
        ->type_name("A,B");
    command->add_option("--per", o->per, "month, quarter or year (default: quarter)")
        ->check(CLI::IsMember({"month", "quarter", "year"}));
    command->add_option("--statistic", o->statistic, "mean, sum or last of a period's months (default: mean)")
        ->check(CLI::IsMember({"mean", "sum", "last"}));
    command->add_option("--scenario", o->scenario, "This scenario alone")->type_name("LABEL");
    command->add_option("--point", o->point, "Point of a sweep's design; needed where it has several")
        ->check(CLI::NonNegativeNumber);
    command->add_option("--calendar-start", o->start, "Date of month 1 (default: the scenario's)")
        ->type_name("YYYY-MM");
    command->add_option("-o,--output", o->output, "Also write CSV (FILE.csv) or JSON to this file")->type_name("FILE");
    command->add_flag("--json", o->json, "JSON instead of tables");
    command->add_flag("--force", o->force, "Replace the output file if it exists");
    command->callback([&action, o] { action = [o] { return series(*o); }; });
}

} // namespace rongtong::cli
