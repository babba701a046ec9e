// The parameters of a plan: what they point to, and the values that the design may give them.
#include "models/indicators/indicator.hpp"
#include "scenarios/near_miss.hpp"
#include "scenarios/plan_parts.hpp"
#include "scenarios/scenario_parts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <string_view>

namespace rongtong {

namespace {

using nlohmann::json;

constexpr double largest = 1e15;

void read_values(const Node& node, PlanParameter& p)
{
    const Node values = node["values"];
    for (const char* key : {"low", "high", "scale", "whole"})
        if (node[key]) node[key].fail_key(fmt::format("\"{}\" does not go with \"values\"", key), "one or the other");
    if (values.is_array()) {
        if (values.json().empty()) values.fail("this list of values is empty", "the values to try");
        std::set<json> seen;
        for (const auto& item : values.items())
            if (seen.insert(item.json()).second) p.values.push_back(item.json());
            else item.fail("this value stands twice in the list", "each value once");
    }
    if (p.values.empty()) p.values.emplace_back(); // a listed one all the same
}

void read_bounds(const Node& node, PlanParameter& p)
{
    static const std::vector<std::string> scales{"linear", "logarithmic"};
    const auto low = node.need("low").number(-largest, largest, "1");
    const auto high = node.need("high").number(-largest, largest, "1");
    p.logarithmic = node["scale"].choice(scales, "scale").value_or("linear") == "logarithmic";
    p.whole = node["whole"].flag().value_or(false);
    if (!low || !high) return;
    if (*low >= *high)
        return node["high"].fail(fmt::format("the range from {} to {} is empty", plain(*low), plain(*high)),
                                 fmt::format("more than {}", plain(*low)));
    if (p.logarithmic && *low <= 0)
        return node["low"].fail("a logarithmic scale can't begin at or below zero", "more than 0",
                                "or \"scale\": \"linear\"");
    if (p.whole && std::ceil(*low) > std::floor(*high))
        return node["whole"].fail(fmt::format("no whole number lies between {} and {}", plain(*low), plain(*high)),
                                  "a wider range, or false");
    p.low = *low;
    p.high = *high;
}

// Points written out one by one have their values themselves.
void read_range(const Node& node, bool listed_points, PlanParameter& p)
{
    const bool bounds = node["low"] || node["high"] || node["scale"] || node["whole"];
    if (node["values"]) return read_values(node, p);
    if (bounds) return read_bounds(node, p);
    if (!listed_points) node.fail("this parameter has no values", "\"values\": [...], or \"low\" and \"high\"");
}

bool well_formed(const std::string& pointer)
{
    if (pointer.size() < 2 || pointer.front() != '/' || pointer.back() == '/') return false;
    if (pointer.find("//") != pointer.npos) return false;
    for (std::size_t i = 0; i < pointer.size(); ++i)
        if (pointer[i] == '~' && (i + 1 == pointer.size() || (pointer[i + 1] != '0' && pointer[i + 1] != '1')))
            return false;
    return true;
}

// The pointer; empty, with a problem, if it can't be varied.
std::string read_pointer(const Node& pointer)
{
    const auto text = pointer.text();
    if (!text) return "";
    if (!well_formed(*text)) {
        pointer.fail("this points nowhere",
                     "a JSON pointer into the scenario, such as \"/policies/LABEL/start_month\"");
        return "";
    }
    if (text->find('=') != text->npos) {
        pointer.fail("a label with \"=\" can't be pointed to", "a pointer without \"=\"",
                     "give the label another name");
        return "";
    }
    for (const auto& key : scenario_keys())
        if (leads_into(*text, "/" + key) && std::ranges::find(change_keys(), key) == change_keys().end()) {
            pointer.fail(fmt::format("/{} can't be varied by a design", key),
                         "a value of /model, /policies, /shocks, /firms, /months or /seed",
                         key == "replicate" ? "\"replicates\" of the plan repeats runs" : "");
            return "";
        }
    if (leads_into(*text, "/calibration")) {
        pointer.fail("/calibration can't be varied by a design", "a value of the scenario",
                     "a scenario for each calibration does that");
        return "";
    }
    return *text;
}

// What collected results have beside indicators and groups.
constexpr std::array<std::string_view, 24> other_variables{"scenario",
                                                           "point",
                                                           "replicate",
                                                           "month",
                                                           "run",
                                                           "lever",
                                                           "intensity",
                                                           "firms_reached",
                                                           "state_hash",
                                                           "levers",
                                                           "accounts",
                                                           "account",
                                                           "asset",
                                                           "flow",
                                                           "seed",
                                                           "status",
                                                           "months_kept",
                                                           "scenario_sha256",
                                                           "provenance",
                                                           "panel",
                                                           "network",
                                                           "events",
                                                           "transaction_flow",
                                                           "balance_sheet"};

// The names are variables of the collected results.
void check_name(const Node& node, const std::string& name)
{
    const auto plain_character = [](unsigned char c) {
        return c >= 0x80 || std::isalnum(c) != 0 || c == '_' || c == '-' || c == '.';
    };
    const bool letter = !name.empty() && (static_cast<unsigned char>(name[0]) >= 0x80 || std::isalpha(name[0]) != 0);
    if (!letter || name.size() > longest_label || !std::ranges::all_of(name, plain_character))
        return node.fail_key(
            "this can't be the name of a parameter",
            fmt::format("a letter, then letters, digits, \"_\", \"-\" and \".\", at most {} bytes", longest_label));
    bool taken = std::ranges::find(other_variables, name) != other_variables.end() || name.starts_with("design_") ||
                 name.starts_with("by_");
    taken = taken || std::ranges::find(group_names(), name) != group_names().end();
    for (const auto& indicator : all_indicators()) taken = taken || indicator.name == name;
    if (taken)
        node.fail_key(fmt::format("the results have a variable \"{}\" already", name), "another name",
                      fmt::format("such as \"{}_given\"", name));
}

PlanParameter read_parameter(const std::string& name, const Node& node, bool listed_points)
{
    static const std::vector<std::string> keys{"pointer", "values", "low", "high", "scale", "whole"};
    PlanParameter p;
    p.name = name;
    check_name(node, name);
    if (!node.is_object()) return p;
    node.allow(keys);
    p.pointer = read_pointer(node.need("pointer"));
    read_range(node, listed_points, p);
    return p;
}

// What two parameters set must not depend on which comes first: the first other one that a parameter's value is in, or is part of. Of two
// of the same pointer the second has to go.
const PlanParameter* overlaps(const std::vector<PlanParameter>& list, std::size_t i)
{
    const auto& pointer = list[i].pointer;
    if (pointer.empty()) return nullptr;
    for (std::size_t j = 0; j < list.size(); ++j) {
        const auto& other = list[j].pointer;
        const bool twice = pointer == other && i < j;
        if (i != j && !other.empty() && leads_into(pointer, other) && !twice) return &list[j];
    }
    return nullptr;
}

// One problem for each parameter, however many it meets. Its pointer goes: values that can't be given need not be tried.
void check_overlaps(const Node& parameters, std::vector<PlanParameter>& list)
{
    std::vector<PlanParameter*> refused;
    for (std::size_t i = 0; i < list.size(); ++i)
        if (const auto* other = overlaps(list, i)) {
            parameters[list[i].name]["pointer"].fail(
                fmt::format("the parameter \"{}\" sets this as well", other->name),
                "pointers that do not lead to or into each other's values",
                list[i].pointer == other->pointer ? "" : "whole objects can be listed with it");
            refused.push_back(&list[i]);
        }
    for (auto* parameter : refused) parameter->pointer.clear();
}

} // namespace

std::string setting(const std::string& pointer, const json& value) { return pointer + "=" + value.dump(); }

bool leads_into(const std::string& pointer, const std::string& outer)
{
    return pointer.starts_with(outer) && (pointer.size() == outer.size() || pointer[outer.size()] == '/');
}

json PlanParameter::value_at(double place) const
{
    if (!values.empty()) return values.at(static_cast<std::size_t>(place));
    double value = logarithmic ? low * std::pow(high / low, place) : low + (high - low) * place;
    if (place == 1) value = high; // exactly
    if (!whole) return value;
    return static_cast<std::int64_t>(std::clamp(std::round(value), std::ceil(low), std::floor(high)));
}

void read_plan_parameters(const Node& root, SweepPlan& plan)
{
    const Node parameters = root["parameters"], kind = root["design"]["kind"];
    if (!parameters || !parameters.is_object()) return;
    const bool listed_points = kind && kind.json() == "list";
    for (const auto& [name, node] : parameters.members())
        plan.parameters.push_back(read_parameter(name, node, listed_points));
    check_overlaps(parameters, plan.parameters);
}

} // namespace rongtong
