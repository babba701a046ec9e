// /policies, /shocks and their targets.
#include "models/policies/two_laws.hpp"
#include "scenarios/near_miss.hpp"
#include "scenarios/scenario_parts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <limits>

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

// `entry` is the policy or shock, `key` says when it begins.
void check_in_run(const Node& entry, const char* key, std::int32_t at, std::int32_t months, const char* what)
{
    const Node node = entry[key];
    if (node && at > months && node.whole())
        node.fail(fmt::format("the {} begins in month {}, after the end of the run", what, at),
                  fmt::format("a month from 1 to {}", months),
                  fmt::format("the run has {} months: lengthen it, let the {} begin earlier, or leave it out (--set "
                              "{}=null)",
                              months, what, entry.pointer()));
}

// A parameter that stands beside the keys of a policy, where a shock's would stand.
void check_policy_keys(const Node& node, const std::vector<std::string>& parameters)
{
    auto keys = policy_keys();
    keys.insert(keys.end(), parameters.begin(), parameters.end());
    node.allow(keys);
    for (const auto& key : parameters)
        if (const Node stray = node[key])
            stray.fail_key(fmt::format("the key \"{}\" is unknown here", key), "",
                           fmt::format("a lever's parameters stand in \"parameters\": {{\"{}\": ...}}", key));
}

// And the other way round.
void check_shock_keys(const Node& node, const std::vector<std::string>& parameters)
{
    auto keys = shock_keys();
    keys.insert(keys.end(), parameters.begin(), parameters.end());
    const Node inner = node["parameters"];
    if (inner) keys.emplace_back("parameters");
    node.allow(keys);
    if (inner)
        inner.fail_key(
            "the key \"parameters\" is unknown here", "",
            fmt::format("a shock's parameters stand directly beside \"kind\": {}", fmt::join(parameters, ", ")));
}

void read_payer(const Node& node, Policy& p)
{
    const std::vector<std::string> names(payer_names.begin(), payer_names.end());
    if (const auto name = node["paid_by"].choice(names, "payer"))
        p.paid_by = static_cast<Payer>(std::find(names.begin(), names.end(), *name) - names.begin());
    p.placebo = node["placebo"].flag().value_or(false);
    const bool free = p.yearly_cost_per_firm <= 0;
    if (free && p.placebo)
        node["placebo"].fail("a placebo of a policy that costs nothing does nothing", "a policy with a cost",
                             "give it a yearly_cost_per_firm above 0");
    if (free && node["paid_by"])
        node["paid_by"].fail("the policy costs nothing, so that nobody pays", "a policy with a cost",
                             "give it a yearly_cost_per_firm above 0, or leave it out");
}

Policy read_policy(const std::string& label, const Node& node, std::int32_t months, const Figures& figures)
{
    Policy p;
    p.label = label;
    const auto name = node.need("lever").choice(names_of(all_levers()), "lever");
    p.lever = name ? find_lever(*name) : nullptr;
    check_policy_keys(node, p.lever ? parameter_names(p.lever->parameters) : std::vector<std::string>{});
    p.start_month = month(node["start_month"], 1, most_months).value_or(1);
    check_in_run(node, "start_month", p.start_month, months, "policy");
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
    read_payer(node, p);
    p.target = read_target(node["target"], figures.calibration, figures.folder);
    p.intensity = read_schedule(node["intensity"], p.start_month, 0, 1);
    p.rule = read_rule(node["when"], figures.calibration);
    if (p.rule) check_rule(node["when"], p, months);
    if (p.lever) check_target_parts(node["target"], p.lever->target, fmt::format("the lever \"{}\"", p.lever->name));
    if (!p.lever) return p; // its parameters are not known then
    const Node parameters = node["parameters"];
    if (parameters && parameters.is_object()) parameters.allow(parameter_names(p.lever->parameters));
    p.parameters = read_declared(parameters, p.lever->parameters);
    return p;
}

// A shock whose strength by month is given has no course of its own.
void read_course(const Node& node, ShockEvent& s)
{
    const Node course = node["intensity"];
    if (!s.shock->takes_schedule)
        return course.fail_key(fmt::format("the shock \"{}\" is an event of one month", s.shock->name), "no such key");
    constexpr double unbounded = std::numeric_limits<double>::infinity();
    s.intensity = read_schedule(course, s.month, -unbounded, unbounded);
    check_sizes(course, s.parameters.front(), s.shock->parameters.front());
    constexpr std::array<std::string_view, 3> of_a_course{"duration_months", "fade", "recovery_months"};
    for (std::size_t i = 1; i < s.shock->parameters.size(); ++i)
        if (const Node idle = node[s.shock->parameters[i].name];
            idle && std::find(of_a_course.begin(), of_a_course.end(), s.shock->parameters[i].name) != of_a_course.end())
            idle.fail_key(
                fmt::format("{} has no say where \"intensity\" gives the course", s.shock->parameters[i].name),
                "one of the two", "leave it out: it would change nothing");
}

ShockEvent read_shock(const std::string& label, const Node& node, std::int32_t months, const Figures& figures)
{
    ShockEvent s;
    s.label = label;
    const auto name = node.need("kind").choice(names_of(all_shocks()), "shock");
    s.shock = name ? find_shock(*name) : nullptr;
    s.month = month(node.need("month"), 1, most_months).value_or(1);
    check_in_run(node, "month", s.month, months, "shock");
    s.target = read_target(node["target"], figures.calibration, figures.folder);
    if (!s.shock) return s;
    check_target_parts(node["target"], s.shock->target, fmt::format("the shock \"{}\"", s.shock->name));
    check_shock_keys(node, parameter_names(s.shock->parameters));
    s.parameters = read_declared(node, s.shock->parameters);
    if (node["intensity"]) read_course(node, s);
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

namespace {

// Two policies of one lever that can't hold together.
void check_two_laws(const Node& policies, const std::vector<Policy>& all, std::int32_t months)
{
    for (std::size_t i = 0; i < all.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            if (all[i].lever && all[j].lever && clash(all[i], all[j], months))
                policies[all[i].label]["lever"].fail(fmt::format("the lever \"{}\" is at work in /policies/{} as well",
                                                                 all[i].lever->name, all[j].label),
                                                     std::string(rule_of_two(*all[i].lever).rule),
                                                     "let one end when the other begins, or make them one");
}

} // namespace

void read_policies(const Node& policies, std::int32_t months, const Figures& figures, std::vector<Policy>& out)
{
    if (!policies || !policies.is_object()) return;
    for (const auto& [label, node] : policies.members()) {
        check_label(node, label);
        if (node.is_object()) out.push_back(read_policy(label, node, months, figures));
    }
    check_two_laws(policies, out, months);
}

// More targets that name firms than there are bits for.
void check_named(const Node& root, const std::vector<Policy>& policies, const std::vector<ShockEvent>& shocks)
{
    std::size_t count = 0;
    const auto look = [&](const char* section, const std::string& label, const Target& target) {
        if (!target.firms.given() || ++count <= most_named_targets) return;
        root[section][label]["target"]["firms"].fail(
            "this target is one too many that names firms",
            fmt::format("at most {} policies and shocks that name firms", most_named_targets),
            "policies and shocks that name the same firms count one by one");
    };
    for (const auto& p : policies) look("policies", p.label, p.target);
    for (const auto& s : shocks) look("shocks", s.label, s.target);
}

void read_shocks(const Node& shocks, std::int32_t months, const Figures& figures, std::vector<ShockEvent>& out)
{
    if (!shocks || !shocks.is_object()) return;
    for (const auto& [label, node] : shocks.members()) {
        check_label(node, label);
        if (node.is_object()) out.push_back(read_shock(label, node, months, figures));
    }
}

} // namespace rongtong
