// Runs out of a table of months, so that periods and growth can be checked against another tool.
#include <algorithm>
#include <cmath>
#include <limits>

#include <fmt/format.h>

#include "analysis/periods/periods.hpp"
#include "analysis/statistics/csv_table.hpp"
#include "sim/error.hpp"

namespace rongtong {

namespace {

constexpr double latest = 1'000'000; // month

// What the lines of one run say.
struct Lines {
    std::string scenario, replicate;
    std::vector<IndicatorSeries> series{};                  // without values, as they first occur
    std::map<std::pair<std::string, int>, double> values{}; // indicator and month
};

std::string text_or(const CsvTable& table, const char* column, std::size_t row, const std::string& otherwise)
{
    return table.has(column) ? table.texts(column)[row] : otherwise;
}

Lines& lines_of(std::vector<Lines>& all, const CsvTable& table, std::size_t row)
{
    const auto scenario = text_or(table, "scenario", row, "table"), replicate = text_or(table, "replicate", row, "0");
    const auto at = std::ranges::find_if(
        all, [&](const Lines& l) { return l.scenario == scenario && l.replicate == replicate; });
    if (at != all.end()) return *at;
    all.push_back({scenario, replicate});
    return all.back();
}

void add(Lines& lines, const CsvTable& table, std::size_t row, double month, double value)
{
    const auto place = [&] { return fmt::format("{}: line {}: ", table.path().string(), table.line_of(row)); };
    const auto& name = table.texts("indicator")[row];
    if (!(month >= 1 && month <= latest && month == std::floor(month)))
        throw OutputError(place() + "expected a month from 1 on");
    if (!lines.values.emplace(std::pair(name, static_cast<int>(month)), value).second)
        throw OutputError(fmt::format("{}{} has month {} twice", place(), name, month));
    if (std::ranges::find(lines.series, name, &IndicatorSeries::name) == lines.series.end())
        lines.series.push_back({name, text_or(table, "unit", row, ""), ""});
}

Run run_of(Lines lines, std::uint64_t number)
{
    Run run;
    run.scenario = lines.scenario;
    run.replicate = number;
    for (const auto& [key, value] : lines.values) run.months.push_back(key.second);
    std::ranges::sort(run.months);
    run.months.erase(std::unique(run.months.begin(), run.months.end()), run.months.end());
    for (auto& series : lines.series) {
        for (const int month : run.months) {
            const auto at = lines.values.find({series.name, month});
            series.values.push_back(at == lines.values.end() ? std::numeric_limits<double>::quiet_NaN() : at->second);
        }
        run.indicators.push_back(std::move(series));
    }
    return run;
}

} // namespace

std::vector<std::pair<std::pair<std::string, std::string>, Run>> named_runs_of_csv(const std::filesystem::path& csv)
{
    const CsvTable table(csv);
    table.require({"indicator", "month", "value"});
    const auto months = table.numbers("month"), values = table.numbers("value");
    std::vector<Lines> all;
    for (std::size_t row = 0; row < table.rows(); ++row)
        add(lines_of(all, table, row), table, row, months[row], values[row]);
    std::vector<std::pair<std::pair<std::string, std::string>, Run>> runs;
    for (auto& lines : all) {
        const std::pair name(lines.scenario, lines.replicate);
        runs.emplace_back(name, run_of(std::move(lines), runs.size()));
        runs.back().second.path = fmt::format("replicate {} of {}", name.second, name.first);
    }
    return runs;
}

std::vector<Run> runs_of_csv(const std::filesystem::path& csv)
{
    std::vector<Run> runs;
    for (auto& [name, run] : named_runs_of_csv(csv)) runs.push_back(std::move(run));
    return runs;
}

} // namespace rongtong
