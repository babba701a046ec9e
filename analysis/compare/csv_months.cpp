// A table of pairs month by month: the window, its statistic and what is left after a policy's end are those of runs.
#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <set>

#include <fmt/format.h>

#include "analysis/compare/csv_lines.hpp"
#include "analysis/compare/grouping.hpp"
#include "sim/error.hpp"

namespace rongtong {

namespace {

// One scenario's lines as runs, a pair for each replicate.
struct Months {
    std::string scenario;
    std::vector<std::string> replicates;
    std::vector<std::map<std::pair<std::string, int>, std::pair<double, double>>> values; // of each replicate
    int end = 0;                                                                          // 0: not said
};

Months& months_named(std::vector<Months>& all, const std::string& name)
{
    const auto found = std::find_if(all.begin(), all.end(), [&](const auto& m) { return m.scenario == name; });
    if (found != all.end()) return *found;
    all.push_back({name, {}, {}});
    return all.back();
}

int month_at(const CsvTable& table, std::size_t row, const char* column, double value)
{
    if (!(value >= 1 && value <= 1e6 && value == std::floor(value)))
        throw OutputError(fmt::format("{}: line {}: {} is '{}', expected a month from 1 on", table.path().string(),
                                      table.line_of(row), column, table.texts(column)[row]));
    return static_cast<int>(value);
}

void read_end(const CsvTable& table, std::size_t row, double value, Months& months)
{
    if (!std::isfinite(value)) return;
    const int end = month_at(table, row, "end_month", value);
    if (months.end != 0 && months.end != end)
        throw OutputError(fmt::format("{}: line {}: {} ends in month {} and in {}", table.path().string(),
                                      table.line_of(row), months.scenario, months.end, end));
    months.end = end;
}

void read_values(const CsvTable& table, std::size_t row, int month, std::pair<double, double> values, Months& months)
{
    const auto &replicate = table.texts("replicate")[row], &indicator = table.texts("indicator")[row];
    const auto at = std::find(months.replicates.begin(), months.replicates.end(), replicate);
    const auto r = static_cast<std::size_t>(at - months.replicates.begin());
    if (at == months.replicates.end()) months.replicates.push_back(replicate), months.values.emplace_back();
    if (!months.values[r].emplace(std::pair{indicator, month}, values).second)
        throw OutputError(fmt::format("{}: line {}: {} has month {} of replicate {} twice", table.path().string(),
                                      table.line_of(row), indicator, month, replicate));
}

Run run_of(const Months& months, std::size_t r, const CsvScenario& scenario, bool other)
{
    Run run;
    run.path = fmt::format("replicate {}", months.replicates[r]);
    std::set<int> all;
    for (const auto& [key, values] : months.values[r]) all.insert(key.second);
    run.months.assign(all.begin(), all.end());
    for (const auto& indicator : scenario.order) {
        IndicatorSeries series{indicator, scenario.samples.at(indicator).unit, ""};
        for (const int month : run.months) {
            const auto at = months.values[r].find({indicator, month});
            series.values.push_back(at == months.values[r].end() ? std::numeric_limits<double>::quiet_NaN()
                                    : other                      ? at->second.second
                                                                 : at->second.first);
        }
        run.indicators.push_back(std::move(series));
    }
    return run;
}

// Every indicator that is no cost.
std::vector<HeadlineRow> rows_of(const CsvScenario& scenario)
{
    std::vector<HeadlineRow> rows;
    for (const auto& indicator : scenario.order)
        if (scenario.role_of(indicator) != "cost") rows.push_back({{indicator, "", "", Role::context}, {}, ""});
    return rows;
}

void take_figures(const Months& months, const CompareOptions& options, CsvScenario& scenario)
{
    std::vector<Run> base, other;
    for (std::size_t r = 0; r < months.replicates.size(); ++r) {
        base.push_back(run_of(months, r, scenario, false));
        other.push_back(run_of(months, r, scenario, true));
    }
    std::vector<RunPair> pairs;
    for (std::size_t r = 0; r < base.size(); ++r) pairs.push_back({&base[r], &other[r]});
    scenario.window = window_of(pairs, options);
    const MonthRule rule{options.statistic, options.yearly_discount};
    const bool discounted = options.statistic == MonthStatistic::discounted;
    for (const auto& indicator : scenario.order) {
        scenario.samples[indicator] = sample_of(pairs, {indicator}, scenario.window, rule);
        scenario.replicates[indicator] = months.replicates;
        if (scenario.role_of(indicator) == "cost")
            scenario.spent[indicator] = sample_of(pairs, {indicator}, scenario.window,
                                                  discounted ? rule : MonthRule{MonthStatistic::sum, 0});
    }
    if (months.end == 0) return;
    PolicyMark policy{months.scenario, ""};
    policy.end = months.end;
    scenario.persistence = persistence(pairs, rows_of(scenario), {policy}, scenario.window.last, options.level);
}

} // namespace

std::vector<CsvScenario> scenarios_by_month(const CsvTable& table, const CompareOptions& options)
{
    const auto month = table.numbers("month"), base = table.numbers("base"), other = table.numbers("other");
    const auto end = table.has("end_month") ? table.numbers("end_month") : std::vector<double>();
    std::vector<CsvScenario> all;
    std::vector<Months> by_scenario;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        if (!is_asked_for(options, table.texts("indicator")[row])) continue;
        const auto name = text_or(table, "scenario", row, "other");
        read_indicator(table, row, scenario_named(all, name));
        auto& months = months_named(by_scenario, name);
        if (!end.empty()) read_end(table, row, end[row], months);
        read_values(table, row, month_at(table, row, "month", month[row]), {base[row], other[row]}, months);
    }
    for (std::size_t s = 0; s < all.size(); ++s) take_figures(by_scenario[s], options, all[s]);
    return all;
}

} // namespace rongtong
