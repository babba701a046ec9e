// /model: parameters by mechanism, and what holds between them.
#include "scenarios/near_miss.hpp"
#include "scenarios/scenario_parts.hpp"
#include "scenarios/stability.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace rongtong {

namespace {

struct Names {
    std::vector<std::string> groups;
    std::vector<std::pair<std::string, std::string>> parameters; // group, name
};

const Names& names()
{
    static const Names all = [] {
        Names n;
        Parameters p = default_parameters();
        for_each_group(p, [&](const char* group, auto&, const auto& declared) {
            n.groups.emplace_back(group);
            for (const auto& d : declared) n.parameters.emplace_back(group, d.info.name);
        });
        return n;
    }();
    return all;
}

// A parameter's name in the wrong place is the likeliest slip: say where it belongs.
std::string where_it_belongs(const std::string& name, const std::vector<std::string>& near)
{
    for (const auto& [group, parameter] : names().parameters)
        if (parameter == name) return fmt::format("did you mean /model/{}/{}?", group, name);
    return suggestion(name, near);
}

// Sets a parameter by its path, GROUP/NAME.
void set_parameter(Parameters& parameters, std::string_view path, double value)
{
    for_each_group(parameters, [&](std::string_view name, auto& group, const auto& declared) {
        for (const auto& d : declared)
            if (path == fmt::format("{}/{}", name, d.info.name)) group.*(d.member) = value;
    });
}

// What a scenario of an earlier version says of a parameter that is gone.
void read_retired(const Node& model, const Node& value, const RetiredParameter& r, Parameters& parameters)
{
    const auto v = value.number(r.low, r.high, "");
    if (!v || (!r.same_meaning && *v == r.initial)) return;
    const auto next = r.successor.empty() ? std::string() : fmt::format("/model/{}", r.successor);
    if (!r.same_meaning)
        return value.fail(fmt::format("this parameter is retired since {}: {}", r.since, r.why),
                          fmt::format("no such key, or {}, its default then", plain(r.initial)),
                          next.empty() ? "" : fmt::format("see {}", next));
    const auto slash = r.successor.find('/');
    if (model[r.successor.substr(0, slash)][r.successor.substr(slash + 1)])
        return value.fail(fmt::format("this parameter is retired since {}, and {} is given as well", r.since, next),
                          "only one of them");
    set_parameter(parameters, r.successor, *v);
}

template <class Group, class Declared>
void read_group(const Node& node, Group& group, const Declared& declared, const RetiredParameters& retired,
                std::string_view group_name)
{
    if (!node || !node.is_object()) return;
    std::vector<std::string> known;
    for (const auto& d : declared) known.emplace_back(d.info.name);
    for (const auto& [name, value] : node.members()) {
        const auto it = std::find(known.begin(), known.end(), name);
        if (it == known.end()) {
            if (find_retired(retired, group_name, name)) continue; // read_retired
            value.fail_key(fmt::format("there is no parameter \"{}\" in this group", name), "",
                           where_it_belongs(name, known));
            continue;
        }
        const auto& d = declared[static_cast<std::size_t>(it - known.begin())];
        group.*(d.member) = value.number(d.info.low, d.info.high, d.info.unit, d.info.whole).value_or(d.info.initial);
    }
}

} // namespace

void read_model(const Node& model, Parameters& parameters, const RetiredParameters& retired)
{
    if (!model || !model.is_object()) return;
    for (const auto& [name, node] : model.members())
        if (std::find(names().groups.begin(), names().groups.end(), name) == names().groups.end())
            node.fail_key(fmt::format("there is no group of parameters \"{}\"", name), "",
                          where_it_belongs(name, names().groups));
    for_each_group(parameters, [&](const char* name, auto& group, const auto& declared) {
        read_group(model[name], group, declared, retired, name);
    });
    for (const auto& r : retired)
        if (const Node value = model[r.group][r.name]) read_retired(model, value, r, parameters);
    const auto& a = parameters.accounting;
    if (a.investment_firms + a.investment_housing > 1)
        model["accounting"].fail(fmt::format("investment_firms and investment_housing sum to {}",
                                             plain(a.investment_firms + a.investment_housing)),
                                 "a sum of at most 1", "the rest is public investment");
}

void check_stability(const Node& root, const Parameters& parameters, const Calibration& calibration)
{
    const double gain = ordering_gain(parameters.ordering, domestic_spectral_radius(calibration));
    if (gain < 1) return;
    root["model"]["ordering"].fail(
        fmt::format("orders amplify demand without bound: their gain up the chain is {:.3f}", gain), "a gain below 1",
        "lower expectation_speed, finished_speed, input_speed or a cover");
}

} // namespace rongtong
