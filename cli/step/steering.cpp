#include "cli/step/steering.hpp"

#include "scenarios/near_miss.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace rongtong::cli {

namespace {

std::string months_of(const Policy& policy)
{
    return policy.end_month ? fmt::format("months {} to {}", policy.start_month, *policy.end_month - 1)
                            : fmt::format("months from {} on", policy.start_month);
}

} // namespace

void check_intensities(const StepRequest& request, const std::vector<Policy>& policies, std::int32_t month,
                       std::vector<StepProblem>& problems)
{
    std::vector<std::string> labels;
    for (const auto& policy : policies) labels.push_back(policy.label);
    for (const auto& [label, value] : request.intensity) {
        const auto found = std::ranges::find(policies, label, &Policy::label);
        const std::string key = "intensity/" + label;
        if (found == policies.end())
            problems.push_back({key, fmt::format("the scenario has no policy \"{}\"", label), "",
                                labels.empty()
                                    ? "declare policies in the scenario, with intensity [0] to have them wait"
                                    : suggestion(label, labels)});
        else if (!found->lasts_in(month))
            problems.push_back({key, fmt::format("the policy does not act in month {}", month), months_of(*found),
                                "give it a start_month of 1, no end_month, and intensity [0] to have it wait"});
    }
}

Schedule course_with(const Policy& policy, std::int32_t month, double value)
{
    const Schedule& before = policy.intensity;
    Schedule s;
    const auto add = [&s](std::int32_t at, double strength) {
        s.months.push_back(at);
        s.values.push_back(strength);
    };
    if (!before.given() && policy.start_month < month) add(policy.start_month, 1);
    if (before.given() && before.line)
        for (auto at = before.months.front(); at < month; ++at) add(at, before.at(at));
    else
        for (std::size_t i = 0; i < before.months.size() && before.months[i] < month; ++i)
            add(before.months[i], before.values[i]);
    add(month, value);
    return s;
}

Scenario steered(const Scenario& scenario, const std::map<std::string, double>& intensity, std::int32_t month)
{
    auto policies = nlohmann::json::parse(scenario.merged).at("policies");
    for (const auto& policy : scenario.setup.policies) {
        const auto given = intensity.find(policy.label);
        if (given == intensity.end()) continue;
        const Schedule course = course_with(policy, month, given->second);
        policies[policy.label]["intensity"] = {{"months", course.months}, {"values", course.values}};
    }
    Scenario changed = changed_scenario(scenario, {.set = {"/policies=" + policies.dump()}});
    changed.files = scenario.files;
    return changed;
}

} // namespace rongtong::cli
