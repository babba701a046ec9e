// /output: aggregates, firm panel, network snapshots, events.
#include "models/indicators/indicator.hpp"
#include "scenarios/scenario_parts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

namespace rongtong {

namespace {

constexpr double largest_id = 9007199254740992.0; // 2^53: whole in a double

constexpr std::int32_t panel_months = 1, network_months = 12; // every_months where nothing is said

RecordMonths read_record_months(const Node& object, std::int32_t initial)
{
    RecordMonths r;
    r.every_months = static_cast<std::int32_t>(
        object["every_months"].number(1, most_months, "month", true).value_or(initial));
    r.last_month = object["last_month"].flag().value_or(false);
    return r;
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
    static const std::vector<std::string> keys{"variables", "every_months", "last_month", "firms"};
    node.allow(keys);
    PanelRequest panel;
    static_cast<RecordMonths&>(panel) = read_record_months(node, panel_months);
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

// "all", or a list of names without repetition, which may be empty.
Selection read_selection(const Node& node, const std::vector<std::string>& known, const char* what)
{
    Selection selection;
    if (!node || (node.json().is_string() && node.json() == "all")) return selection;
    selection.all = false;
    if (!node.json().is_array()) {
        node.fail("this is no list", fmt::format("\"all\" or a list of names, each of one {}", what));
        return selection;
    }
    for (const Node& item : node.items()) {
        const auto name = item.choice(known, what);
        if (!name) continue;
        if (selection.takes(*name)) item.fail(fmt::format("\"{}\" stands twice in this list", *name), "each name once");
        selection.names.push_back(*name);
    }
    return selection;
}

MonthChoice read_months(const Node& node)
{
    static const std::vector<std::string> keys{"first", "last", "every"};
    MonthChoice choice;
    if (!node || (node.json().is_string() && node.json() == "all")) return choice;
    if (!node.json().is_object()) {
        node.fail("this names no months", "\"all\" or {\"first\": ..., \"last\": ..., \"every\": ...}");
        return choice;
    }
    node.allow(keys);
    const auto month = [&](const char* key) { return node[key].number(1, most_months, "month", true); };
    choice.first = static_cast<std::int32_t>(month("first").value_or(choice.first));
    choice.every = static_cast<std::int32_t>(month("every").value_or(choice.every));
    if (const auto last = month("last")) choice.last = static_cast<std::int32_t>(*last);
    if (choice.last && *choice.last < choice.first)
        node["last"].fail("the last month comes before the first", fmt::format("{} or later", choice.first));
    return choice;
}

HashTimes read_hash(const Node& node)
{
    static const std::vector<std::string> times{"usual", "last", "never"};
    const auto name = node.choice(times, "choice");
    if (!name || *name == "usual") return HashTimes::usual;
    return *name == "last" ? HashTimes::last : HashTimes::never;
}

} // namespace

std::vector<std::string> indicator_names()
{
    std::vector<std::string> names;
    for (const auto& indicator : all_indicators()) names.emplace_back(indicator.name);
    return names;
}

const std::vector<std::string>& group_names()
{
    static const std::vector<std::string> names{"size", "sector", "region", "tier", "ownership"};
    return names;
}

bool Selection::takes(std::string_view name) const { return all || std::ranges::find(names, name) != names.end(); }

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
    static const std::vector<std::string> keys{"indicators", "groups", "months",  "accounts",
                                               "state_hash", "panel",  "network", "events"},
        network_keys{"every_months", "last_month"};
    OutputRequest request;
    if (!output || !output.is_object()) return request;
    output.allow(keys);
    request.indicators = read_selection(output["indicators"], indicator_names(), "indicator");
    request.groups = read_selection(output["groups"], group_names(), "group of firms");
    request.months = read_months(output["months"]);
    request.accounts = output["accounts"].flag().value_or(true);
    request.hash = read_hash(output["state_hash"]);
    if (const Node panel = output["panel"]; panel && panel.is_object()) request.panel = read_panel(panel);
    if (const Node network = output["network"]; network && network.is_object()) {
        network.allow(network_keys);
        request.network = NetworkRequest{read_record_months(network, network_months)};
    }
    request.events = output["events"].flag().value_or(false);
    return request;
}

} // namespace rongtong
