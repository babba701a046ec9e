// /output: firm panel, network snapshots, events.
#include "models/indicators/indicator.hpp"
#include "scenarios/scenario_parts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

namespace rongtong {

namespace {

constexpr double largest_id = 9007199254740992.0; // 2^53: whole in a double

std::int32_t every_months(const Node& object, std::int32_t initial)
{
    return static_cast<std::int32_t>(object["every_months"].number(1, most_months, "month", true).value_or(initial));
}

FirmChoice read_firms(const Node& node)
{
    FirmChoice choice;
    if (!node || (node.json().is_string() && node.json() == "all")) return choice;
    if (node.json().is_array()) {
        choice.kind = FirmChoice::Kind::list;
        if (node.json().empty()) node.fail("this list of firms is empty", "ids of firms");
        for (const Node& id : node.items())
            choice.list.push_back(
                static_cast<std::uint64_t>(id.number(0, largest_id, "id of a firm", true).value_or(0)));
        std::sort(choice.list.begin(), choice.list.end());
        choice.list.erase(std::unique(choice.list.begin(), choice.list.end()), choice.list.end());
    } else if (node.json().is_number()) {
        choice.kind = FirmChoice::Kind::sample;
        choice.sample = static_cast<std::uint64_t>(node.number(1, most_firms, "firms", true).value_or(1));
    } else {
        node.fail("this names no firms", "\"all\", a number of firms, or a list of ids");
    }
    return choice;
}

PanelRequest read_panel(const Node& node)
{
    static const std::vector<std::string> keys{"variables", "every_months", "firms"};
    node.allow(keys);
    PanelRequest panel;
    panel.every_months = every_months(node, panel.every_months);
    panel.firms = read_firms(node["firms"]);
    std::vector<std::string> known;
    for (const auto& v : panel_variables()) known.emplace_back(v.name);
    const Node variables = node.need("variables");
    if (!variables || !variables.is_array()) return panel;
    if (variables.json().empty()) variables.fail("this list of variables is empty", "names of panel variables");
    for (const Node& item : variables.items()) {
        const auto name = item.choice(known, "panel variable");
        if (!name) continue;
        if (std::find(panel.variables.begin(), panel.variables.end(), *name) != panel.variables.end())
            item.fail(fmt::format("\"{}\" stands twice in this list", *name), "each name once");
        panel.variables.push_back(*name);
    }
    return panel;
}

} // namespace

bool FirmChoice::takes(std::uint64_t id, std::uint64_t firms) const
{
    switch (kind) {
    case Kind::all: return true;
    case Kind::list: return std::binary_search(list.begin(), list.end(), id);
    case Kind::sample: break;
    }
    const std::uint64_t every = sample == 0 ? firms : (firms + sample - 1) / sample;
    return every <= 1 || id % every == 0;
}

OutputRequest read_output(const Node& output)
{
    static const std::vector<std::string> keys{"panel", "network", "events"}, network_keys{"every_months"};
    OutputRequest request;
    if (!output || !output.is_object()) return request;
    output.allow(keys);
    if (const Node panel = output["panel"]; panel && panel.is_object()) request.panel = read_panel(panel);
    if (const Node network = output["network"]; network && network.is_object()) {
        network.allow(network_keys);
        request.network = NetworkRequest{every_months(network, NetworkRequest{}.every_months)};
    }
    request.events = output["events"].flag().value_or(false);
    return request;
}

} // namespace rongtong
