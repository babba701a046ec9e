// A comparison of figures that come as a table, one pair a line.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

#include "analysis/compare.hpp"
#include "analysis/compare/csv_lines.hpp"
#include "analysis/compare/ratio.hpp"
#include "sim/error.hpp"

namespace rongtong {

namespace {

// Pair by pair as `like` has them; NaN where `of` lacks one.
PairedSample in_order_of(const CsvScenario& scenario, const std::string& of, const std::string& like)
{
    PairedSample sample{of, "", "", {}, {}};
    const auto& names = scenario.replicates.at(of);
    const auto& values = (scenario.spent.contains(of) ? scenario.spent : scenario.samples).at(of);
    for (const auto& replicate : scenario.replicates.at(like)) {
        const auto at = static_cast<std::size_t>(std::ranges::find(names, replicate) - names.begin());
        const bool there = at < names.size();
        constexpr double none = std::numeric_limits<double>::quiet_NaN();
        sample.base.push_back(there ? values.base[at] : none);
        sample.other.push_back(there ? values.other[at] : none);
    }
    return sample;
}

// What a unit of each goal takes of each cost.
std::vector<CostEffectiveness> costs_of(const CsvScenario& scenario, double level)
{
    std::vector<CostEffectiveness> list;
    for (const auto& [cost, role_of_cost] : scenario.roles)
        for (const auto& goal : scenario.order) {
            const auto role = scenario.role_of(goal);
            if (role_of_cost != "cost" || !role.starts_with("goal")) continue;
            auto result = cost_of_unit(in_order_of(scenario, cost, goal), 1, scenario.samples.at(goal),
                                       role == "goal_rises" ? 1 : -1, level);
            if (!result) continue;
            result->goal = {goal};
            result->unit = scenario.samples.at(goal).unit;
            result->cost = cost;
            list.push_back(std::move(*result));
        }
    return list;
}

void check_twice(const CsvTable& table, std::size_t row, CsvScenario& scenario, const std::string& indicator)
{
    auto& seen = scenario.replicates[indicator];
    const auto& replicate = table.texts("replicate")[row];
    if (std::find(seen.begin(), seen.end(), replicate) != seen.end())
        throw OutputError(fmt::format("{}: line {}: {} has replicate {} twice", table.path().string(),
                                      table.line_of(row), indicator, replicate));
    seen.push_back(replicate);
}

std::vector<CsvScenario> scenarios_of_pairs(const CsvTable& table, const CompareOptions& options)
{
    if (options.first_month || options.last_month || options.statistic != MonthStatistic::mean ||
        table.has("end_month"))
        throw OutputError(table.path().string() + ": months are asked for, and the table has no column 'month'");
    const auto base = table.numbers("base"), other = table.numbers("other");
    std::vector<CsvScenario> all;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const auto& indicator = table.texts("indicator")[row];
        if (!is_asked_for(options, indicator)) continue;
        auto& scenario = scenario_named(all, text_or(table, "scenario", row, "other"));
        read_indicator(table, row, scenario);
        check_twice(table, row, scenario, indicator);
        scenario.samples[indicator].base.push_back(base[row]);
        scenario.samples[indicator].other.push_back(other[row]);
    }
    return all;
}

void say_left_out(const CsvScenario& scenario, const std::string& indicator, ScenarioEffects& result)
{
    const auto& sample = scenario.samples.at(indicator);
    for (std::size_t i = 0; i < sample.base.size(); ++i) {
        const bool no_base = !std::isfinite(sample.base[i]), no_other = !std::isfinite(sample.other[i]);
        if (no_base || no_other)
            result.left_out.push_back(fmt::format("replicate {} of {} has no value {}",
                                                  scenario.replicates.at(indicator)[i], indicator,
                                                  no_base && no_other ? "at all"
                                                  : no_base           ? "in the base"
                                                                      : "beside the base's"));
    }
}

ScenarioEffects effects_of(const CsvScenario& scenario, const CompareOptions& options)
{
    ScenarioEffects result;
    result.scenario = scenario.name;
    result.first_month = scenario.window.first;
    result.last_month = scenario.window.last;
    std::vector<PairedSample> samples;
    std::set<std::string> replicates;
    for (const auto& indicator : scenario.order) {
        samples.push_back(scenario.samples.at(indicator));
        replicates.insert(scenario.replicates.at(indicator).begin(), scenario.replicates.at(indicator).end());
        say_left_out(scenario, indicator, result);
    }
    result.effects = paired_effects(samples, options.level, options.width);
    result.cost_effectiveness = costs_of(scenario, options.level);
    result.persistence = scenario.persistence;
    result.pairs = keys_of({replicates.begin(), replicates.end()});
    result.differs = std::any_of(result.effects.begin(), result.effects.end(), [](const auto& e) {
        return e.mean_difference && (*e.mean_difference != 0 || e.sd_difference.value_or(0) != 0);
    });
    return result;
}

} // namespace

Comparison compare_csv(const std::filesystem::path& csv, const CompareOptions& options)
{
    const CsvTable table(csv);
    if (!options.at.empty())
        throw OutputError(csv.string() + ": --at takes results files; of a table by month take --months 60:60");
    if (table.has("firm")) return compare_firms(table, options);
    table.require({"indicator", "replicate", "base", "other"});
    const auto scenarios = table.has("month") ? scenarios_by_month(table, options) : scenarios_of_pairs(table, options);
    if (scenarios.empty()) throw OutputError(csv.string() + ": has none of the indicators that were asked for");
    Comparison comparison;
    comparison.base = "base";
    comparison.statistic = options.statistic;
    comparison.level = options.level;
    comparison.asked_for = true;
    for (const auto& scenario : scenarios) comparison.scenarios.push_back(effects_of(scenario, options));
    comparison.ranking = rank_table(scenarios);
    return comparison;
}

} // namespace rongtong
