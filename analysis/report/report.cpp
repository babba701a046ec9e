#include "analysis/report/report.hpp"

#include <algorithm>

#include "analysis/compare/grouping.hpp"
#include "analysis/report/parts.hpp"
#include "sim/error.hpp"

namespace rongtong {

using nlohmann::ordered_json;

namespace {

namespace fs = std::filesystem;

CompareOptions with_every_axis(CompareOptions compare)
{
    compare.axes_if_there = true;
    if (compare.axes.empty()) compare.axes = {"size", "region", "tier", "ownership", "sector"};
    return compare;
}

bool is_one_scenario(const std::vector<Run>& runs)
{
    return std::all_of(runs.begin(), runs.end(), [&](const Run& run) { return run.scenario == runs.front().scenario; });
}

void add_comparison(const Comparison& comparison, const std::vector<fs::path>& inputs, const ReportOptions& options,
                    const RunBook& book, ordered_json& data)
{
    data["comparison"] = slim(comparison_json(comparison));
    data["caveats"] = caveats(comparison);
    data["recovery"] = recovery_part(inputs, comparison, book, options.compare.point);
    if (inputs.size() > 1) return;
    if (auto together = policies_together(inputs.front(), comparison, options); !together.is_null())
        data["studies"] = std::move(together);
}

// One input alone: a design, a scenario, or the scenarios of a sweep or folder.
void add_alone(const std::vector<fs::path>& inputs, const CompareOptions& compare, const ReportOptions& options,
               const RunBook& book, ordered_json& data)
{
    auto runs = read_with_shares(inputs.front(), compare);
    if (!compare.point && book.points() > 1) return add_design(std::move(runs), inputs.front(), options, data);
    if (!compare.point && is_one_scenario(runs)) {
        data["levels"] = levels(runs, compare.catalogue, compare.level);
        return;
    }
    add_comparison(compare_read(std::move(runs), inputs.front(), compare), inputs, options, book, data);
}

} // namespace

ordered_json report_data(const std::vector<fs::path>& inputs, const ReportOptions& options)
{
    if (inputs.empty()) throw OutputError("name results files, folders, a sweep or a collected file");
    RunBook book;
    CompareOptions compare = with_every_axis(options.compare);
    compare.on_run = [&](const Run& run) { book.add(run); };
    ordered_json data{{"format", "rongtong report"},
                      {"format_version", 1},
                      {"title", options.title},
                      {"program", {{"version", options.version}, {"commit", options.commit}}},
                      {"caveats", ordered_json::array()}};
    if (inputs.size() == 1) add_alone(inputs, compare, options, book, data);
    else
        add_comparison(compare_runs(inputs.front(), {inputs.begin() + 1, inputs.end()}, compare), inputs, options, book,
                       data);
    data["runs"] = {{"scenarios", book.scenarios()}};
    data["indicators"] = book.indicators();
    data["names"] = options.names;
    if (!book.all_of(options.names.value("calibration", "")))
        for (const char* axis : {"sector", "region"}) data["names"].erase(axis);
    add_caveats_of_runs(data["runs"]["scenarios"], data["caveats"]);
    data["accounts"] = book.accounts();
    data["network"] = network_part(book, data.contains("comparison") ? data["comparison"].value("base", "") : "");
    data["validation"] = !options.compare.point && book.points() > 1 ? ordered_json{{"absent", "design"}}
                                                                     : validation_part(inputs, book.runs(), options);
    return data;
}

} // namespace rongtong
