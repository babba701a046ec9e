#include <algorithm>

#include "analysis/report/parts.hpp"

namespace rongtong {

using nlohmann::ordered_json;

namespace {

constexpr std::size_t few_pairs = 10;
constexpr double few_firms = 30;

void add_pairs(const ScenarioEffects& scenario, ordered_json& list)
{
    add_few_pairs(scenario.scenario, scenario.pairs.size(), list);
    if (!scenario.differs) list.push_back({{"kind", "no_difference"}, {"scenario", scenario.scenario}});
    for (const auto* sentences : {&scenario.left_out, &scenario.notes})
        for (const auto& sentence : *sentences)
            list.push_back({{"kind", "sentence"}, {"scenario", scenario.scenario}, {"text", sentence}});
}

// Groups with so few firms that a single one tells in their figures.
void add_small_groups(const ordered_json& scenario, ordered_json& list)
{
    for (const auto& [axis, groups] : scenario["firms_of_group"].items()) {
        auto small = ordered_json::array();
        for (const auto& [group, firms] : groups.items())
            if (firms.get<double>() > 0 && firms.get<double>() < few_firms)
                small.push_back({{"group", group}, {"firms", firms}});
        if (!small.empty())
            list.push_back({{"kind", "small_groups"}, {"by", axis}, {"limit", few_firms}, {"groups", small}});
    }
}

} // namespace

void add_few_pairs(const std::string& scenario, std::size_t pairs, ordered_json& list)
{
    if (pairs == 1) list.push_back({{"kind", "single_pair"}, {"scenario", scenario}});
    else if (pairs < few_pairs) list.push_back({{"kind", "few_pairs"}, {"scenario", scenario}, {"n", pairs}});
}

ordered_json caveats(const Comparison& comparison)
{
    auto list = ordered_json::array();
    for (const auto& scenario : comparison.scenarios) add_pairs(scenario, list);
    return list;
}

void add_caveats_of_runs(const ordered_json& scenarios, ordered_json& list)
{
    for (const auto& scenario : scenarios)
        for (const auto& [name, mark] : scenario["marks"].items())
            list.push_back({{"kind", "mark"},
                            {"scenario", scenario["scenario"]},
                            {"name", name},
                            {"text", mark["long_name"]},
                            {"n", mark["runs"]},
                            {"of", scenario["runs"]}});
    if (!scenarios.empty()) add_small_groups(scenarios.front(), list);
}

} // namespace rongtong
