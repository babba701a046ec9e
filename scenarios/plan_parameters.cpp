// The parameters of a plan: what they point to, and the values that the design may give them.
#include "scenarios/plan_parts.hpp"
#include "scenarios/scenario_parts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace rongtong {

namespace {

using nlohmann::json;

constexpr double largest = 1e15;

// Below these keys a scenario may have no such entry; then the parameter does not apply to it.
bool optional_part(const json::json_pointer& pointer)
{
    const std::string text = pointer.to_string();
    return text.starts_with("/policies/") || text.starts_with("/shocks/");
}

bool listed_by(const Node& node) { return static_cast<bool>(node["values"]); }

void read_values(const Node& node, PlanParameter& p)
{
    const Node values = node["values"];
    if (!values.is_array()) return;
    if (values.json().empty()) values.fail("this list of values is empty", "the values to try");
    for (const auto& item : values.items()) {
        if (std::ranges::find(p.values, item.json()) != p.values.end())
            item.fail("this value stands twice in the list", "each value once");
        p.values.push_back(item.json());
    }
    for (const char* key : {"low", "high", "scale", "whole"})
        if (node[key]) node[key].fail_key(fmt::format("\"{}\" does not go with \"values\"", key), "one or the other");
}

void read_bounds(const Node& node, PlanParameter& p)
{
    static const std::vector<std::string> scales{"linear", "logarithmic"};
    const auto low = node.need("low").number(-largest, largest, "1");
    const auto high = node.need("high").number(-largest, largest, "1");
    p.logarithmic = node["scale"].choice(scales, "scale").value_or("linear") == "logarithmic";
    p.whole = node["whole"].flag().value_or(false);
    p.low = low.value_or(0);
    p.high = high.value_or(1);
    if (!low || !high) return;
    if (p.low >= p.high)
        node["high"].fail(fmt::format("the range from {} to {} is empty", plain(p.low), plain(p.high)),
                          fmt::format("more than {}", plain(p.low)));
    else if (p.logarithmic && p.low <= 0)
        node["low"].fail("a logarithmic scale can't begin at or below zero", "more than 0", "or \"scale\": \"linear\"");
}

void read_pointer(const Node& node, PlanParameter& p)
{
    const Node pointer = node.need("pointer");
    const auto text = pointer.text();
    if (!text) return;
    p.pointer = *text;
    const bool shaped = text->size() > 1 && text->front() == '/' && text->back() != '/';
    if (!shaped) pointer.fail("this points nowhere", "a JSON pointer into the scenario, such as \"/model/luck/switch\"");
    for (const char* fixed : {"/name", "/title", "/description", "/replicate", "/calibration", "/output", "/extends"})
        if (*text == fixed || text->starts_with(std::string(fixed) + "/"))
            pointer.fail(fmt::format("{} can't be varied by a design", fixed),
                         "a value of /model, /policies, /shocks, /firms, /months or /seed",
                         *text == "/replicate" ? "\"replicates\" of the plan repeats runs" : "");
}

PlanParameter read_parameter(const std::string& name, const Node& node)
{
    static const std::vector<std::string> keys{"pointer", "values", "low", "high", "scale", "whole"};
    PlanParameter p;
    p.name = name;
    node.allow(keys);
    read_pointer(node, p);
    if (listed_by(node)) read_values(node, p);
    else read_bounds(node, p);
    return p;
}

// Problems of the scenario with this value, or none.
std::vector<Problem> try_value(const Scenario& scenario, const std::string& pointer, const json& value)
{
    try {
        changed_scenario(scenario, {.set = {setting(pointer, value)}});
        return {};
    } catch (const ScenarioError& error) {
        return error.problems;
    }
}

bool applies(const PlanScenario& s, const std::string& pointer)
{
    const json::json_pointer at(pointer);
    if (!optional_part(at)) return true;
    // the entry itself, /policies/LABEL: there in any case where a value is an object or null
    auto entry = at;
    while (!entry.parent_pointer().parent_pointer().empty()) entry = entry.parent_pointer();
    return json::parse(s.scenario.merged).contains(entry);
}

void report(const Node& node, const std::vector<Problem>& problems)
{
    for (const auto& p : problems) node.fail(p.message, p.expected, p.hint);
}

class Check {
public:
    Check(const Node& node, PlanParameter& p, const Scenario& on) : node_(node), p_(p), on_(on) {}

    void run()
    {
        if (p_.values.empty()) return bounds();
        for (const auto& item : node_["values"].items())
            report(item, try_value(on_, p_.pointer, item.json()));
    }

private:
    void bounds()
    {
        const auto low = try_value(on_, p_.pointer, number(p_.low)), high = try_value(on_, p_.pointer, number(p_.high));
        if (!low.empty() && !high.empty() && low.front().message == high.front().message)
            return report(node_["pointer"], low); // not the bounds are wrong, but what is pointed to
        report(node_["low"], low);
        report(node_["high"], high);
        // a whole-number parameter refuses what lies between two whole numbers
        const double between = std::floor(p_.low) + 0.5;
        if (low.empty() && high.empty() && !p_.whole && between < p_.high)
            p_.whole = !try_value(on_, p_.pointer, number(between)).empty();
    }

    static json number(double value)
    {
        if (value == std::floor(value) && std::abs(value) < largest) return static_cast<std::int64_t>(value);
        return value;
    }

    const Node& node_;
    PlanParameter& p_;
    const Scenario& on_;
};

} // namespace

std::string setting(const std::string& pointer, const json& value) { return pointer + "=" + value.dump(); }

json PlanParameter::value_at(double place) const
{
    if (!values.empty()) return values.at(static_cast<std::size_t>(place));
    double value = logarithmic ? low * std::pow(high / low, place) : low + (high - low) * place;
    if (place == 1) value = high; // exactly
    if (!whole) return value;
    return static_cast<std::int64_t>(std::clamp(std::round(value), std::ceil(low), std::floor(high)));
}

void read_plan_parameters(const Node& parameters, SweepPlan& plan)
{
    for (const auto& [name, node] : parameters.members()) {
        check_label(node, name);
        if (node.is_object()) plan.parameters.push_back(read_parameter(name, node));
    }
}

void check_plan_parameters(const Node& parameters, SweepPlan& plan)
{
    for (auto& s : plan.scenarios)
        for (const auto& p : plan.parameters) s.takes.push_back(!p.pointer.empty() && applies(s, p.pointer));
    for (std::size_t i = 0; i < plan.parameters.size(); ++i) {
        auto& p = plan.parameters[i];
        const Node node = parameters[p.name];
        if (!node || p.pointer.size() < 2 || p.pointer.front() != '/') continue;
        const auto takes = [&](const PlanScenario& s) { return s.takes[i]; };
        const auto scenario = std::ranges::find_if(plan.scenarios, takes);
        if (scenario != plan.scenarios.end()) Check(node, p, scenario->scenario).run();
        else
            node["pointer"].fail("no scenario of this plan has " + p.pointer,
                                 "a policy or shock of at least one of its scenarios");
    }
}

} // namespace rongtong
