// The ranking of the scenarios of a table, by the indicators that have a role in it, over the replicates that all of them have.
#include <algorithm>
#include <limits>

#include "analysis/compare/csv_lines.hpp"

namespace rongtong {

namespace {

int better_of(const std::string& role) { return role == "goal_rises" || role == "harm_falls" ? 1 : -1; }

std::vector<Ranking::Objective> objectives_of(const std::vector<CsvScenario>& scenarios)
{
    std::vector<Ranking::Objective> objectives;
    for (const auto& scenario : scenarios)
        for (const auto& indicator : scenario.order) {
            const auto role = scenario.role_of(indicator);
            const auto same = [&](const auto& o) { return o.place.indicator == indicator; };
            if (role.empty() || std::any_of(objectives.begin(), objectives.end(), same)) continue;
            Ranking::Objective objective;
            objective.place = {indicator};
            objective.better = better_of(role);
            objectives.push_back(std::move(objective));
        }
    return objectives;
}

bool has(const CsvScenario& scenario, const std::string& replicate)
{
    return std::any_of(scenario.replicates.begin(), scenario.replicates.end(), [&](const auto& of_indicator) {
        const auto& names = of_indicator.second;
        return std::find(names.begin(), names.end(), replicate) != names.end();
    });
}

std::vector<std::string> common_replicates(const std::vector<CsvScenario>& scenarios)
{
    std::vector<std::string> common;
    for (const auto& [indicator, names] : scenarios.front().replicates)
        for (const auto& name : names)
            if (std::find(common.begin(), common.end(), name) == common.end() &&
                std::all_of(scenarios.begin(), scenarios.end(), [&](const auto& s) { return has(s, name); }))
                common.push_back(name);
    return common;
}

std::vector<double> differences(const CsvScenario& scenario, const std::string& indicator,
                                const std::vector<std::string>& replicates)
{
    std::vector<double> list(replicates.size(), std::numeric_limits<double>::quiet_NaN());
    const auto found = scenario.replicates.find(indicator);
    if (found == scenario.replicates.end()) return list;
    const auto& sample = scenario.samples.at(indicator);
    for (std::size_t i = 0; i < list.size(); ++i) {
        const auto at = std::find(found->second.begin(), found->second.end(), replicates[i]);
        const auto row = static_cast<std::size_t>(at - found->second.begin());
        if (at != found->second.end()) list[i] = sample.other[row] - sample.base[row];
    }
    return list;
}

} // namespace

std::optional<Ranking> rank_table(const std::vector<CsvScenario>& scenarios)
{
    const auto objectives = objectives_of(scenarios);
    const auto replicates = common_replicates(scenarios);
    if (scenarios.size() < 2 || replicates.empty()) return std::nullopt;
    std::vector<std::string> names;
    DifferenceTable table(objectives.size());
    for (const auto& scenario : scenarios) {
        names.push_back(scenario.name);
        for (std::size_t o = 0; o < table.size(); ++o)
            table[o].push_back(differences(scenario, objectives[o].place.indicator, replicates));
    }
    return rank_differences(std::move(names), objectives, std::move(table));
}

} // namespace rongtong
