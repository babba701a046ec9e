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

template <class Group, class Declared>
void read_group(const Node& node, Group& group, const Declared& declared)
{
    if (!node || !node.is_object()) return;
    std::vector<std::string> known;
    for (const auto& d : declared) known.emplace_back(d.info.name);
    for (const auto& [name, value] : node.members()) {
        const auto it = std::find(known.begin(), known.end(), name);
        if (it == known.end()) {
            value.fail_key(fmt::format("there is no parameter \"{}\" in this group", name), "",
                           where_it_belongs(name, known));
            continue;
        }
        const auto& d = declared[static_cast<std::size_t>(it - known.begin())];
        group.*(d.member) = value.number(d.info.low, d.info.high, d.info.unit, d.info.whole).value_or(d.info.initial);
    }
}

} // namespace

void read_model(const Node& model, Parameters& parameters)
{
    if (!model || !model.is_object()) return;
    for (const auto& [name, node] : model.members())
        if (std::find(names().groups.begin(), names().groups.end(), name) == names().groups.end())
            node.fail_key(fmt::format("there is no group of parameters \"{}\"", name), "",
                          where_it_belongs(name, names().groups));
    for_each_group(parameters, [&](const char* name, auto& group, const auto& declared) {
        read_group(model[name], group, declared);
    });
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
