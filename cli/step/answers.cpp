#include "cli/step/answers.hpp"

#include "cli/group_axes.hpp"
#include "models/indicators/indicator.hpp"

#include <cmath>

namespace rongtong::cli {

namespace {

using nlohmann::ordered_json;

constexpr int protocol_version = 1;

ordered_json number(double value) { return std::isfinite(value) ? ordered_json(value) : ordered_json(nullptr); }

ordered_json indicators_json(const Economy& economy)
{
    ordered_json values = ordered_json::object();
    for (const auto& i : all_indicators())
        values[std::string(i.name)] = number(i.of_economy ? i.of_economy(economy) : i.of_firms(economy.total));
    return values;
}

ordered_json breakdown_json(const Economy& economy, const std::string& axis)
{
    const auto labels = axis_labels(axis, *economy.setup.calibration);
    const auto sums = sums_by(axis, economy, labels.size());
    ordered_json groups = ordered_json::object();
    for (std::size_t k = 0; k < labels.size(); ++k)
        for (const auto& i : all_indicators())
            if (i.of_firms) groups[labels[k]][std::string(i.name)] = number(i.of_firms(sums[k]));
    return groups;
}

ordered_json policies_json(const Economy& economy)
{
    ordered_json policies = ordered_json::object();
    for (std::size_t k = 0; k < economy.setup.policies.size(); ++k) {
        const PolicyMonth& month = economy.policy.levers[k];
        policies[economy.setup.policies[k].label] = {{"intensity", month.intensity},
                                                     {"fiscal_cost", (month.cost + month.transfers).yuan()},
                                                     {"firms_reached", month.reached}};
    }
    return policies;
}

} // namespace

ordered_json start_answer(const Scenario& scenario, const Economy& economy)
{
    ordered_json policies = ordered_json::array();
    for (const auto& p : scenario.setup.policies)
        policies.push_back({{"label", p.label},
                            {"lever", p.lever->name},
                            {"start_month", p.start_month},
                            {"end_month", p.end_month ? ordered_json(*p.end_month) : ordered_json(nullptr)}});
    return {{"type", "start"},        {"protocol", protocol_version},    {"scenario", scenario.name},
            {"month", economy.month}, {"months", scenario.setup.months}, {"policies", policies}};
}

ordered_json month_answer(const Economy& economy, const std::vector<std::string>& by)
{
    ordered_json answer{{"type", "month"},
                        {"month", economy.month},
                        {"indicators", indicators_json(economy)},
                        {"policies", policies_json(economy)}};
    for (const auto& axis : by) answer["by"][axis] = breakdown_json(economy, axis);
    return answer;
}

} // namespace rongtong::cli
