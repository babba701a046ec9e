// The values that a plan gives to its scenarios, tried before anything is run: each listed value and each bound on
// every scenario that takes it, and listed points as a whole. A value that is refused on a scenario as it stands may
// still be good together with others (a later end_month goes with a later start_month), so it is tried again with all
// other parameters at the beginning and at the end of their ranges. What is refused at some points of a design only,
// is found when that run is made.
#include "scenarios/plan_parts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

namespace rongtong {

namespace {

using nlohmann::json;
using Settings = std::vector<std::string>;

constexpr std::size_t most_tried = 2000; // values of a parameter, and points of a list; the others are not tried

std::vector<Problem> try_settings(const Scenario& scenario, const Settings& set)
{
    try {
        changed_scenario(scenario, {.set = set});
        return {};
    } catch (const ScenarioError& error) {
        return error.problems;
    }
}

json number(double value)
{
    if (value == std::floor(value) && std::abs(value) < 1e15) return static_cast<std::int64_t>(value);
    return value;
}

// The value below a node that a pointer leads to, or as far as there is one.
Node below(Node node, const std::string& rest)
{
    for (std::size_t at = 1; at < rest.size();) {
        const auto end = std::min(rest.find('/', at), rest.size());
        const json::json_pointer step(rest.substr(at - 1, end - at + 1));
        if (!node.json().is_structured() || !node.json().contains(step)) break;
        node = node.json().is_object() ? node[step.back()] : node.items()[std::stoul(step.back())];
        at = end + 1;
    }
    return node;
}

class Trials {
public:
    Trials(const Node& root, SweepPlan& plan) : root_(root), parameters_(root["parameters"]), plan_(plan) {}

    void run()
    {
        for (std::size_t i = 0; i < plan_.parameters.size(); ++i)
            if (!plan_.parameters[i].pointer.empty() && good_pointer(i)) good_.insert(i);
        if (!plan_.design.listed.empty()) return points();
        for (const auto i : good_) {
            const auto& p = plan_.parameters[i];
            if (!p.values.empty()) values(i);
            else if (p.low < p.high) bounds(i);
        }
    }

private:
    // Nothing that could be put there is taken, and always for the same reason: the pointer is wrong, not a value.
    bool good_pointer(std::size_t i)
    {
        static const std::vector<json> probes{json::object(), json::array(), "?", 0.5};
        const std::string& pointer = plan_.parameters[i].pointer;
        for (const auto& s : plan_.scenarios) {
            if (!s.takes[i]) continue;
            std::set<std::string> reasons;
            Problem last;
            for (const auto& probe : probes) {
                const auto found = try_settings(s.scenario, {setting(pointer, probe)});
                reasons.insert(found.empty() ? "" : found.front().message);
                if (!found.empty()) last = found.front();
            }
            if (reasons.size() > 1 || !leads_into(pointer, last.pointer)) continue;
            const auto hint = last.hint.empty() ? fmt::format("in scenario \"{}\"", s.label) : last.hint;
            parameters_[plan_.parameters[i].name]["pointer"].fail(last.message, last.expected, hint);
            return false;
        }
        return true;
    }

    // Whether another parameter has values of its own to go with.
    bool has_range(std::size_t i) const
    {
        const auto& p = plan_.parameters[i];
        return good_.contains(i) && (!p.values.empty() || p.low < p.high);
    }

    Settings with_others(const PlanScenario& s, std::size_t i, const json& value, bool at_end) const
    {
        Settings set{setting(plan_.parameters[i].pointer, value)};
        for (std::size_t j = 0; j < plan_.parameters.size(); ++j) {
            const auto& p = plan_.parameters[j];
            if (j == i || !s.takes[j] || !has_range(j)) continue;
            const double last = p.values.empty() ? 1 : static_cast<double>(p.values.size() - 1);
            set.push_back(setting(p.pointer, p.value_at(at_end ? last : 0)));
        }
        return set;
    }

    struct Refusal {
        const PlanScenario* scenario;
        Problem problem;
    };

    // Why a value is refused; of several scenarios that refuse it the first one's reasons.
    std::vector<Refusal> refusals(std::size_t i, const json& value) const
    {
        for (const auto& s : plan_.scenarios) {
            if (!s.takes[i]) continue;
            const auto found = try_settings(s.scenario, {setting(plan_.parameters[i].pointer, value)});
            if (found.empty() || try_settings(s.scenario, with_others(s, i, value, false)).empty() ||
                try_settings(s.scenario, with_others(s, i, value, true)).empty())
                continue;
            std::vector<Refusal> out;
            for (const auto& p : found) out.push_back({&s, p});
            return out;
        }
        return {};
    }

    // A problem inside the value has its place there; one elsewhere says where.
    static void report(const Node& node, const std::string& pointer, const std::vector<Refusal>& refusals)
    {
        for (const auto& [scenario, p] : refusals)
            if (leads_into(p.pointer, pointer))
                below(node, p.pointer.substr(pointer.size())).fail(p.message, p.expected, p.hint);
            else
                node.fail(fmt::format("with this value scenario \"{}\" has a problem at {}: {}", scenario->label,
                                      p.pointer.empty() ? "its root" : p.pointer, p.message),
                          p.expected);
    }

    static bool meaningless(const Node& value, const std::string& pointer)
    {
        if (!value.json().is_null() || pointer.starts_with("/policies/") || pointer.starts_with("/shocks/"))
            return false;
        value.fail("null has no meaning here", "a value", "it takes away what stands below /policies and /shocks");
        return true;
    }

    void values(std::size_t i)
    {
        const auto& p = plan_.parameters[i];
        std::size_t tried = 0;
        for (const auto& item : parameters_[p.name]["values"].items()) {
            if (++tried > most_tried) return;
            if (!meaningless(item, p.pointer)) report(item, p.pointer, refusals(i, item.json()));
        }
    }

    void bounds(std::size_t i)
    {
        auto& p = plan_.parameters[i];
        const Node node = parameters_[p.name];
        const auto low = refusals(i, number(p.whole ? std::ceil(p.low) : p.low));
        const auto high = refusals(i, number(p.whole ? std::floor(p.high) : p.high));
        report(node["low"], p.pointer, low);
        report(node["high"], p.pointer, high);
        // what wants whole numbers refuses what lies between two of them
        const double between = std::floor(p.low) + 0.5;
        if (low.empty() && high.empty() && !p.whole && between > p.low && between < p.high)
            p.whole = !refusals(i, between).empty();
    }

    // Listed points: all values of one together, as it will be run.
    void points()
    {
        const auto items = root_["design"]["points"].items();
        for (std::size_t point = 0; point < std::min(items.size(), most_tried); ++point) {
            if (!in_ranges(items[point], point)) continue;
            for (const auto& s : plan_.scenarios)
                if (!try_point(items[point], point, s)) break;
        }
    }

    bool in_ranges(const Node& item, std::size_t point)
    {
        bool good = true;
        for (std::size_t i = 0; i < plan_.parameters.size(); ++i) {
            const auto& p = plan_.parameters[i];
            const auto& value = plan_.design.listed[point][i];
            const Node node = item[p.name];
            const bool listed = p.values.empty() || std::ranges::find(p.values, value) != p.values.end();
            if (!listed) node.fail("this is none of the parameter's values", "one of its \"values\"");
            const bool number = p.low >= p.high || node.number(p.low, p.high, "1", p.whole).has_value();
            good = good && listed && number && !meaningless(node, p.pointer);
        }
        return good;
    }

    bool try_point(const Node& item, std::size_t point, const PlanScenario& s)
    {
        Settings set;
        for (const auto i : good_)
            if (s.takes[i]) set.push_back(setting(plan_.parameters[i].pointer, plan_.design.listed[point][i]));
        const auto found = try_settings(s.scenario, set);
        for (const auto& problem : found) {
            const auto at = std::ranges::find_if(plan_.parameters, [&](const PlanParameter& p) {
                return !p.pointer.empty() && leads_into(problem.pointer, p.pointer);
            });
            const bool of_value = at != plan_.parameters.end();
            report(of_value ? item[at->name] : item, of_value ? at->pointer : "/", {{&s, problem}});
        }
        return found.empty();
    }

    const Node& root_;
    Node parameters_;
    SweepPlan& plan_;
    std::set<std::size_t> good_; // parameters whose pointers lead somewhere
};

} // namespace

void check_plan_values(const Node& root, SweepPlan& plan) { Trials(root, plan).run(); }

} // namespace rongtong
