// To which scenarios of a plan a parameter applies.
#include "scenarios/near_miss.hpp"
#include "scenarios/plan_parts.hpp"

#include <algorithm>
#include <set>

namespace rongtong {

namespace {

using nlohmann::json;

// A scenario may have no such policy or shock, and then the parameter does not apply to it. A whole entry,
// /policies/LABEL, applies everywhere: its values put it there.
bool applies(const json& merged, const std::string& pointer)
{
    if (pointer.empty()) return false;
    const json::json_pointer whole(pointer);
    auto entry = whole;
    while (!entry.parent_pointer().empty() && !entry.parent_pointer().parent_pointer().empty())
        entry = entry.parent_pointer();
    const auto section = entry.parent_pointer().to_string();
    if (section != "/policies" && section != "/shocks") return true;
    return entry == whole || merged.contains(entry);
}

// Labels that scenarios have there.
std::vector<std::string> labels_beside(const SweepPlan& plan, const std::string& pointer)
{
    std::set<std::string> labels;
    const std::string section = pointer.starts_with("/policies/") ? "policies" : "shocks";
    for (const auto& s : plan.scenarios)
        if (const auto merged = json::parse(s.scenario.merged); merged.contains(section))
            for (const auto& [label, entry] : merged[section].items()) labels.insert(label);
    return {labels.begin(), labels.end()};
}

} // namespace

void find_takers(const Node& root, SweepPlan& plan)
{
    for (auto& s : plan.scenarios) {
        const auto merged = json::parse(s.scenario.merged);
        for (const auto& p : plan.parameters) s.takes.push_back(applies(merged, p.pointer));
    }
    if (plan.scenarios.size() < root["scenarios"].json().size()) return; // one that could not be read may have it
    for (std::size_t i = 0; i < plan.parameters.size(); ++i) {
        const auto& p = plan.parameters[i];
        if (p.pointer.empty() || std::ranges::any_of(plan.scenarios, [&](const auto& s) { return bool{s.takes[i]}; }))
            continue;
        const auto label =
            json::json_pointer(p.pointer.substr(0, p.pointer.find('/', p.pointer.find('/', 1) + 1))).back();
        root["parameters"][p.name]["pointer"].fail("no scenario of this plan has " + p.pointer,
                                                   "a policy or shock of at least one of its scenarios",
                                                   suggestion(label, labels_beside(plan, p.pointer)));
    }
}

} // namespace rongtong
