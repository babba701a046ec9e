#include "analysis/compare/watch.hpp"

#include <algorithm>
#include <set>

namespace rongtong {

namespace {

using nlohmann::json;

constexpr std::size_t most_goals = 5, most_harms = 4, dozen = 12;

const std::vector<Watch>& costs()
{
    static const std::vector<Watch> list{{"fiscal_cost", "", "", Role::cost, -1},
                                         {"budget_balance", "", "", Role::cost, 1}};
    return list;
}

const std::vector<Watch>& contexts()
{
    static const std::vector<Watch> list = [] {
        std::vector<Watch> all;
        for (const char* name :
             {"output", "unemployment_rate", "sme_revenue_share", "bankruptcies", "disposable_income", "price_level",
              "sme_employment_share", "public_debt", "days_receivable", "exit_rate"})
            all.push_back({name, "", "", Role::context, 0});
        return all;
    }();
    return list;
}

bool same_place(const Watch& a, const Watch& b)
{
    return a.indicator == b.indicator && a.axis == b.axis && a.group == b.group;
}

void add_new(std::vector<Watch>& list, const Watch& watch)
{
    if (std::none_of(list.begin(), list.end(), [&](const Watch& w) { return same_place(w, watch); }))
        list.push_back(watch);
}

// In turn one of each lever, so that a package shows the chief figures of all its levers.
void add_in_turn(std::vector<Watch>& list, const std::vector<const std::vector<Watch>*>& lists, std::size_t most)
{
    const std::size_t begin = list.size();
    for (std::size_t i = 0; list.size() - begin < most; ++i) {
        bool any = false;
        for (const auto* of_lever : lists)
            if (i < of_lever->size() && list.size() - begin < most) add_new(list, (*of_lever)[i]), any = true;
        if (!any) return;
    }
}

int whole(const json& object, const char* key, int otherwise)
{
    return object.contains(key) && object[key].is_number() ? object[key].get<int>() : otherwise;
}

const json& part(const json& setup, const char* key)
{
    static const json nothing = json::object();
    return setup.is_object() && setup.contains(key) && setup[key].is_object() ? setup[key] : nothing;
}

PolicyMark mark_of(const std::string& label, const json& entry, bool shock, bool of_base)
{
    PolicyMark mark{label, entry.value(shock ? "kind" : "lever", std::string()), shock, of_base};
    mark.start = whole(entry, shock ? "month" : "start_month", 1);
    mark.ramp = whole(entry, "ramp_months", 0);
    mark.end = whole(entry, "end_month", 0);
    return mark;
}

void add_marks(std::vector<PolicyMark>& marks, const json& base, const json& other, bool shock)
{
    const char* key = shock ? "shocks" : "policies";
    const json &mine = part(other, key), &theirs = part(base, key);
    for (const auto& [label, entry] : mine.items())
        if (entry.is_object() && (!theirs.contains(label) || theirs[label] != entry))
            marks.push_back(mark_of(label, entry, shock, false));
    for (const auto& [label, entry] : theirs.items())
        if (entry.is_object() && !mine.contains(label)) marks.push_back(mark_of(label, entry, shock, true));
}

bool is_about_more_than_names(const std::string& pointer)
{
    const std::string first = pointer.substr(1, pointer.find('/', 1) - 1);
    static const std::set<std::string> passed_over{"$schema", "name",     "title",  "description", "extends",
                                                   "output",  "policies", "shocks", "seed",        "replicate"};
    return !passed_over.contains(first);
}

} // namespace

const char* name_of(Role role)
{
    switch (role) {
    case Role::goal: return "goal";
    case Role::harm: return "harm";
    case Role::cost: return "cost";
    case Role::context: return "context";
    }
    return "";
}

std::vector<PolicyMark> policy_marks(const json& base, const json& other)
{
    std::vector<PolicyMark> marks;
    if (!base.is_object() || !other.is_object()) return marks;
    for (const bool shock : {false, true}) add_marks(marks, base, other, shock);
    return marks;
}

std::vector<SetupDifference> setup_differences(const json& base, const json& other)
{
    std::vector<SetupDifference> differences;
    if (!base.is_object() || !other.is_object()) return differences;
    const json flat_base = base.flatten(), flat_other = other.flatten();
    std::set<std::string> pointers;
    for (const auto* flat : {&flat_base, &flat_other})
        for (const auto& [pointer, value] : flat->items())
            if (is_about_more_than_names(pointer)) pointers.insert(pointer);
    const auto text = [](const json& flat, const std::string& pointer) {
        return flat.contains(pointer) ? flat[pointer].dump() : std::string();
    };
    for (const auto& pointer : pointers)
        if (text(flat_base, pointer) != text(flat_other, pointer))
            differences.push_back({pointer, text(flat_base, pointer), text(flat_other, pointer)});
    return differences;
}

std::vector<Watch> headline(const std::vector<PolicyMark>& marks, const WatchCatalogue& catalogue)
{
    std::vector<const std::vector<Watch>*> goals, harms;
    std::set<std::string> seen;
    for (const auto& mark : marks) {
        const auto found = catalogue.find(mark.lever);
        if (mark.shock || mark.of_base || found == catalogue.end() || !seen.insert(mark.lever).second) continue;
        goals.push_back(&found->second.goals);
        harms.push_back(&found->second.harms);
    }
    std::vector<Watch> list;
    add_in_turn(list, goals, most_goals);
    add_in_turn(list, harms, most_harms);
    for (const auto& watch : costs()) add_new(list, watch);
    for (const auto& watch : contexts())
        if (list.size() < dozen) add_new(list, watch);
    return list;
}

std::vector<std::string> watched_indicators(const WatchCatalogue& catalogue)
{
    std::set<std::string> names{"revenue", "employment", "firms"}; // of which the shares of groups are made
    for (const auto& watch : costs()) names.insert(watch.indicator);
    for (const auto& watch : contexts()) names.insert(watch.indicator);
    for (const auto& [lever, watches] : catalogue)
        for (const auto* list : {&watches.goals, &watches.harms})
            for (const auto& watch : *list) names.insert(watch.indicator);
    return {names.begin(), names.end()};
}

} // namespace rongtong
