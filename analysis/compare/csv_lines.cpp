#include "analysis/compare/csv_lines.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "sim/error.hpp"

namespace rongtong {

std::string CsvScenario::role_of(const std::string& indicator) const
{
    const auto found = roles.find(indicator);
    return found == roles.end() ? "" : found->second;
}

CsvScenario& scenario_named(std::vector<CsvScenario>& all, const std::string& name)
{
    const auto found = std::find_if(all.begin(), all.end(), [&](const auto& s) { return s.name == name; });
    if (found != all.end()) return *found;
    all.push_back({name, {}, {}, {}, {}});
    return all.back();
}

std::string text_or(const CsvTable& table, const char* column, std::size_t row, const std::string& otherwise)
{
    return table.has(column) ? table.texts(column)[row] : otherwise;
}

bool is_asked_for(const CompareOptions& options, const std::string& indicator)
{
    return options.indicators.empty() ||
           std::find(options.indicators.begin(), options.indicators.end(), indicator) != options.indicators.end();
}

void read_indicator(const CsvTable& table, std::size_t row, CsvScenario& scenario)
{
    static const std::vector<std::string> known{"cost", "goal_rises", "goal_falls", "harm_rises", "harm_falls"};
    const auto& indicator = table.texts("indicator")[row];
    if (!scenario.samples.contains(indicator)) {
        scenario.order.push_back(indicator);
        scenario.samples[indicator] = {indicator, text_or(table, "unit", row, ""), "", {}, {}};
    }
    const auto role = text_or(table, "role", row, "");
    if (role.empty()) return;
    if (std::find(known.begin(), known.end(), role) == known.end())
        throw OutputError(fmt::format("{}: line {}: '{}' is no role; known: {}", table.path().string(),
                                      table.line_of(row), role, fmt::join(known, ", ")));
    scenario.roles[indicator] = role;
}

std::vector<RunKey> keys_of(const std::vector<std::string>& replicates)
{
    std::vector<RunKey> keys;
    for (const auto& name : replicates) {
        const auto number = number_of(name);
        const bool whole = number && *number >= 0 && *number == std::floor(*number) && *number < 1e15;
        keys.push_back({-1, 0, whole ? static_cast<std::uint64_t>(*number) : keys.size()});
    }
    std::sort(keys.begin(), keys.end());
    return keys;
}

} // namespace rongtong
