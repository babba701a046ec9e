#include "analysis/report/report.hpp"

#include "analysis/report/parts.hpp"
#include "sim/error.hpp"

namespace rongtong {

using nlohmann::ordered_json;

ordered_json report_data(const std::vector<std::filesystem::path>& inputs, const ReportOptions& options)
{
    if (inputs.empty()) throw OutputError("name results files, folders, a sweep or a collected file");
    RunBook book;
    CompareOptions compare = options.compare;
    compare.axes_if_there = true;
    if (compare.axes.empty()) compare.axes = {"size", "region", "tier", "ownership", "sector"};
    compare.on_run = [&](const Run& run) { book.add(run); };
    const auto comparison = compare_runs(inputs.front(), {inputs.begin() + 1, inputs.end()}, compare);
    ordered_json data{{"format", "rongtong report"},
                      {"format_version", 1},
                      {"title", options.title},
                      {"program", {{"version", options.version}, {"commit", options.commit}}}};
    data["runs"] = {{"scenarios", book.scenarios()}};
    data["indicators"] = book.indicators();
    data["names"] = options.names;
    if (!book.all_of(options.names.value("calibration", "")))
        for (const char* axis : {"sector", "region"}) data["names"].erase(axis);
    data["comparison"] = slim(comparison_json(comparison));
    data["caveats"] = caveats(comparison, data["runs"]["scenarios"]);
    data["accounts"] = book.accounts();
    data["validation"] = validation_part(inputs, book.runs(), options);
    return data;
}

} // namespace rongtong
