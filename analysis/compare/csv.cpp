// A comparison of figures that come as a table, one pair a line.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <set>

#include "analysis/compare.hpp"
#include "analysis/compare/ratio.hpp"
#include "analysis/statistics/csv_table.hpp"
#include "sim/error.hpp"

namespace rongtong {

namespace {

std::string text_or(const CsvTable& table, const char* column, std::size_t row, const std::string& otherwise)
{
    return table.has(column) ? table.texts(column)[row] : otherwise;
}

struct Lines {
    std::vector<std::string> order; // indicators as they first occur
    std::map<std::string, PairedSample> samples;
    std::map<std::string, std::vector<std::string>> replicates;
    std::map<std::string, std::string> roles; // of indicators that have one
};

// Pair by pair as `like` has them; NaN where `of` lacks one.
PairedSample in_order_of(const Lines& lines, const std::string& of, const std::string& like)
{
    PairedSample sample{of, "", "", {}, {}};
    const auto& names = lines.replicates.at(of);
    for (const auto& replicate : lines.replicates.at(like)) {
        const auto at = static_cast<std::size_t>(std::ranges::find(names, replicate) - names.begin());
        const bool there = at < names.size();
        constexpr double none = std::numeric_limits<double>::quiet_NaN();
        sample.base.push_back(there ? lines.samples.at(of).base[at] : none);
        sample.other.push_back(there ? lines.samples.at(of).other[at] : none);
    }
    return sample;
}

// What a unit of each goal takes of each cost.
std::vector<CostEffectiveness> costs_of(const Lines& lines, double level)
{
    std::vector<CostEffectiveness> list;
    for (const auto& [cost, role_of_cost] : lines.roles)
        for (const auto& goal : lines.order) {
            const auto role = lines.roles.find(goal);
            if (role_of_cost != "cost" || role == lines.roles.end() || role->second == "cost") continue;
            auto result = cost_of_unit(in_order_of(lines, cost, goal), 1, lines.samples.at(goal),
                                       role->second == "goal_rises" ? 1 : -1, level);
            if (!result) continue;
            result->goal = {goal};
            result->unit = lines.samples.at(goal).unit;
            result->cost = cost;
            list.push_back(std::move(*result));
        }
    return list;
}

void read_role(const CsvTable& table, std::size_t row, const std::string& indicator, Lines& lines)
{
    const auto role = text_or(table, "role", row, "");
    if (role.empty()) return;
    if (role != "cost" && role != "goal_rises" && role != "goal_falls")
        throw OutputError(fmt::format("{}: line {}: '{}' is no role; known: cost, goal_rises, goal_falls",
                                      table.path().string(), table.line_of(row), role));
    lines.roles[indicator] = role;
}

void check_twice(const CsvTable& table, std::size_t row, Lines& lines, const std::string& indicator)
{
    auto& seen = lines.replicates[indicator];
    const auto& replicate = table.texts("replicate")[row];
    if (std::find(seen.begin(), seen.end(), replicate) != seen.end())
        throw OutputError(fmt::format("{}: line {}: {} has replicate {} twice", table.path().string(),
                                      table.line_of(row), indicator, replicate));
    seen.push_back(replicate);
}

ScenarioEffects effects_of(const Lines& lines, const std::string& scenario, const CompareOptions& options)
{
    ScenarioEffects result;
    result.scenario = scenario;
    std::vector<PairedSample> samples;
    std::set<std::string> replicates;
    for (const auto& indicator : lines.order) {
        const auto& sample = lines.samples.at(indicator);
        samples.push_back(sample);
        for (std::size_t i = 0; i < sample.base.size(); ++i) {
            const auto& replicate = lines.replicates.at(indicator)[i];
            replicates.insert(replicate);
            const bool no_base = !std::isfinite(sample.base[i]), no_other = !std::isfinite(sample.other[i]);
            if (no_base || no_other)
                result.left_out.push_back(fmt::format("replicate {} of {} has no value {}", replicate, indicator,
                                                      no_base && no_other ? "at all"
                                                      : no_base           ? "in the base"
                                                                          : "beside the base's"));
        }
    }
    result.effects = paired_effects(samples, options.level, options.width);
    result.cost_effectiveness = costs_of(lines, options.level);
    for (const auto& name : replicates) {
        const auto number = number_of(name);
        const bool whole = number && *number >= 0 && *number == std::floor(*number) && *number < 1e15;
        result.pairs.push_back({-1, 0, whole ? static_cast<std::uint64_t>(*number) : result.pairs.size()});
    }
    std::sort(result.pairs.begin(), result.pairs.end());
    result.differs = std::any_of(result.effects.begin(), result.effects.end(), [](const auto& e) {
        return e.mean_difference && (*e.mean_difference != 0 || e.sd_difference.value_or(0) != 0);
    });
    return result;
}

} // namespace

Comparison compare_csv(const std::filesystem::path& csv, const CompareOptions& options)
{
    const CsvTable table(csv);
    table.require({"indicator", "replicate", "base", "other"});
    const auto base = table.numbers("base"), other = table.numbers("other");
    std::vector<std::string> order;
    std::map<std::string, Lines> scenarios;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const auto name = text_or(table, "scenario", row, "other"), indicator = table.texts("indicator")[row];
        if (!options.indicators.empty() &&
            std::find(options.indicators.begin(), options.indicators.end(), indicator) == options.indicators.end())
            continue;
        if (!scenarios.contains(name)) order.push_back(name);
        auto& lines = scenarios[name];
        if (!lines.samples.contains(indicator)) {
            lines.order.push_back(indicator);
            lines.samples[indicator] = {indicator, text_or(table, "unit", row, ""), "", {}, {}};
        }
        check_twice(table, row, lines, indicator);
        read_role(table, row, indicator, lines);
        lines.samples[indicator].base.push_back(base[row]);
        lines.samples[indicator].other.push_back(other[row]);
    }
    if (order.empty()) throw OutputError(csv.string() + ": has none of the indicators that were asked for");
    Comparison comparison;
    comparison.base = "base";
    comparison.level = options.level;
    comparison.asked_for = true;
    for (const auto& name : order) comparison.scenarios.push_back(effects_of(scenarios.at(name), name, options));
    return comparison;
}

} // namespace rongtong
