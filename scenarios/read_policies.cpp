// /policies, /shocks and their targets.
#include "models/policies/lever.hpp"
#include "scenarios/near_miss.hpp"
#include "scenarios/scenario_parts.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace rongtong {

namespace {

constexpr double most_yuan = 1e15;

template <class T>
std::vector<std::string> names_of(const std::vector<const T*>& list)
{
    std::vector<std::string> names;
    for (const T* t : list) names.emplace_back(t->name);
    return names;
}

std::vector<std::string> parameter_names(const std::vector<ParameterInfo>& declared)
{
    std::vector<std::string> names;
    for (const auto& d : declared) names.emplace_back(d.name);
    return names;
}

std::optional<std::int32_t> month(const Node& node, double low, double high)
{
    const auto v = node.number(low, high, "month", true);
    return v ? std::optional(static_cast<std::int32_t>(*v)) : std::nullopt;
}

void check_in_run(const Node& node, std::int32_t at, std::int32_t months, const char* what)
{
    if (node && at > months)
        node.fail(fmt::format("the {} begins in month {}, after the end of the run", what, at),
                  fmt::format("a month from 1 to {}", months), "months sets the length of the run");
}

Policy read_policy(const std::string& label, const Node& node, std::int32_t months, const Calibration* calibration)
{
    node.allow(policy_keys());
    Policy p;
    p.label = label;
    const auto name = node.need("lever").choice(names_of(all_levers()), "lever");
    p.lever = name ? find_lever(*name) : nullptr;
    p.start_month = month(node["start_month"], 1, most_months).value_or(1);
    check_in_run(node["start_month"], p.start_month, months, "policy");
    p.ramp_months = month(node["ramp_months"], 0, most_months).value_or(0);
    p.end_month = month(node["end_month"], 1, most_months + 1);
    if (p.end_month && *p.end_month <= p.start_month)
        node["end_month"].fail(fmt::format("the policy ends in month {} before it has acted", *p.end_month),
                               fmt::format("a month after start_month, {}", p.start_month),
                               "end_month is the first month in which it no longer acts");
    p.yearly_cost_per_firm = node["yearly_cost_per_firm"]
                                 .number(0, most_yuan, "yuan a year")
                                 .value_or(p.lever ? p.lever->yearly_cost_per_firm : 0);
    p.yearly_budget_cap = node["yearly_budget_cap"].number(0, most_yuan, "yuan a year");
    p.target = read_target(node["target"], calibration);
    if (!p.lever) return p; // its parameters are not known then
    const Node parameters = node["parameters"];
    if (parameters && parameters.is_object()) parameters.allow(parameter_names(p.lever->parameters));
    p.parameters = read_declared(parameters, p.lever->parameters);
    return p;
}

ShockEvent read_shock(const std::string& label, const Node& node, std::int32_t months, const Calibration* calibration)
{
    ShockEvent s;
    s.label = label;
    const auto name = node.need("kind").choice(names_of(all_shocks()), "shock");
    s.shock = name ? find_shock(*name) : nullptr;
    s.month = month(node.need("month"), 1, most_months).value_or(1);
    check_in_run(node["month"], s.month, months, "shock");
    s.target = read_target(node["target"], calibration);
    if (!s.shock) return s;
    auto keys = shock_keys();
    for (const auto& key : parameter_names(s.shock->parameters)) keys.push_back(key);
    node.allow(keys);
    s.parameters = read_declared(node, s.shock->parameters);
    return s;
}

} // namespace

std::vector<double> read_declared(const Node& object, const std::vector<ParameterInfo>& declared)
{
    std::vector<double> values;
    for (const auto& d : declared)
        values.push_back(object[d.name].number(d.low, d.high, d.unit, d.whole).value_or(d.initial));
    return values;
}

void check_label(const Node& node, const std::string& label)
{
    const bool odd = std::any_of(label.begin(), label.end(),
                                 [](unsigned char c) { return c < 0x20 || c == '/' || c == 0x7f; });
    if (label.empty() || label.size() > longest_label || odd)
        node.fail_key("this label can't be used",
                      fmt::format("1 to {} bytes without \"/\" or line breaks", longest_label));
}

void read_policies(const Node& policies, std::int32_t months, const Calibration* calibration, std::vector<Policy>& out)
{
    if (!policies || !policies.is_object()) return;
    for (const auto& [label, node] : policies.members()) {
        check_label(node, label);
        if (node.is_object()) out.push_back(read_policy(label, node, months, calibration));
    }
}

void read_shocks(const Node& shocks, std::int32_t months, const Calibration* calibration, std::vector<ShockEvent>& out)
{
    if (!shocks || !shocks.is_object()) return;
    for (const auto& [label, node] : shocks.members()) {
        check_label(node, label);
        if (node.is_object()) out.push_back(read_shock(label, node, months, calibration));
    }
}

} // namespace rongtong
