// Policies and shocks in the JSON Schema of scenarios.
#include "models/indicators/indicator.hpp"
#include "models/policies/lever.hpp"
#include "scenarios/scenario_parts.hpp"
#include "scenarios/schema_parts.hpp"

#include <fmt/format.h>

namespace rongtong::schema {

namespace {

template <class Names>
ordered_json some_of(const Names& names, const char* what)
{
    ordered_json items = {{"type", "string"}};
    if (!names.empty()) items["enum"] = names;
    return {
        {"description", fmt::format("which {}; all if left out", what)},
        {"anyOf", {{{"const", "all"}}, {{"type", "null"}}, {{"type", "array"}, {"items", items}, {"minItems", 1}}}}};
}

ordered_json named_firms()
{
    ordered_json orders = ordered_json::array();
    for (const auto name : firm_order_names) orders.push_back(name);
    orders.push_back(nullptr);
    const ordered_json ids = {{"type", "array"},
                              {"items", {{"type", "integer"}, {"minimum", 1}}},
                              {"minItems", 1},
                              {"maxItems", most_named_firms}};
    ordered_json first = object(
        {{"largest", whole(1, most_named_firms, "how many")},
         {"by", {{"enum", orders}, {"description", "what they are the largest in; default: sales"}}}});
    first["required"] = {"largest"};
    return {{"description", "firms by name, chosen in the month in which it begins: a list of ids, or the largest of "
                            "the rest of the target; all if left out"},
            {"anyOf", {{{"const", "all"}}, {{"type", "null"}}, ids, first}}};
}

ordered_json target()
{
    return object({{"regions", some_of(std::vector<std::string>{}, "regions, by code of the calibration")},
                   {"sectors", some_of(std::vector<std::string>{}, "sectors, by code of the calibration")},
                   {"size", some_of(size_names, "size classes")},
                   {"ownership", some_of(owner_names, "kinds of ownership")},
                   {"tiers", some_of(tier_names, "tiers (model/tiers)")},
                   {"firms", named_firms()}},
                  "whom it reaches; everybody if left out");
}

// The key that names a lever or a shock decides about the rest.
ordered_json when(const char* key, std::string_view name, ordered_json then)
{
    return {{"if", {{"properties", {{key, {{"const", name}}}}}, {"required", {key}}}}, {"then", std::move(then)}};
}

// Strength by month.
ordered_json course(double low, double high, const char* description)
{
    ordered_json value = {{"type", "number"}};
    if (low > -1e300) value["minimum"] = low, value["maximum"] = high;
    ordered_json values = list_of(value, "a value for each month");
    ordered_json table = object(
        {{"months", list_of({{"type", "integer"}, {"minimum", 1}, {"maximum", most_months}}, "months, rising")},
         {"values", values},
         {"between",
          {{"enum", {"steps", "line", nullptr}},
           {"description", "a value holds until the next (default), or a line leads to it"}}}});
    return {{"description", description}, {"anyOf", {values, table}}};
}

ordered_json rule()
{
    ordered_json names = ordered_json::array();
    for (const auto& i : all_indicators()) names.push_back(i.name);
    return object(
        {{"indicator", {{"enum", names}, {"description", "an indicator; its value of the month before counts"}}},
         {"region", typed("string", "whose, by code of the calibration; default: the nation's")},
         {"above", typed("number", "the policy acts above this, in the indicator's unit")},
         {"below", typed("number", "the policy acts below this")},
         {"until", typed("number", "it goes on until the indicator is back at this; default: the bound")},
         {"least_months", whole(1, most_months, "it acts at least so long once it has begun; default 1")}},
        "a rule: the policy acts only after months in which this holds");
}

ordered_json payers()
{
    ordered_json names = ordered_json::array();
    for (const auto name : payer_names) names.push_back(name);
    names.push_back(nullptr); // as everywhere: as if it were not there
    return names;
}

} // namespace

ordered_json policy()
{
    ordered_json names = ordered_json::array(), rules = ordered_json::array();
    for (const Lever* l : all_levers()) {
        names.push_back(l->name);
        ordered_json mine = object(parameters(l->parameters));
        rules.push_back(when("lever", l->name,
                             {{"title", l->title_en},
                              {"description", fmt::format("Acts on: {}.", l->channel)},
                              {"properties", {{"parameters", mine}}}}));
    }
    ordered_json s = object(
        {{"lever", {{"enum", names}, {"description", "name of the lever"}}},
         {"start_month", whole(1, most_months, "first month in which it acts; default 1")},
         {"ramp_months", whole(0, most_months, "months until full intensity; default 0")},
         {"end_month", whole(1, most_months + 1, "first month in which it no longer acts; default: never ends")},
         {"parameters", typed("object", "parameters of the lever")},
         {"target", target()},
         {"yearly_cost_per_firm", typed("number", "administrative cost, yuan a year for each firm reached")},
         {"yearly_budget_cap", typed("number", "most that it may cost, yuan a year; default: no cap")},
         {"paid_by", {{"enum", payers()}, {"description", "who pays for its cost; default: debt"}}},
         {"placebo",
          typed("boolean", "only its cost: public administration gets the money, nothing else changes; default false")},
         {"intensity", course(0, 1, "strength by month from start_month on; the last value holds on")},
         {"when", rule()}});
    s["properties"]["yearly_cost_per_firm"]["minimum"] = 0;
    s["properties"]["yearly_budget_cap"]["minimum"] = 0;
    s["allOf"] = rules;
    return s;
}

ordered_json shock()
{
    ordered_json names = ordered_json::array(), rules = ordered_json::array();
    ordered_json common = {{"kind", ordered_json::object()},
                           {"month", whole(1, most_months, "month in which it strikes")},
                           {"target", target()}};
    const ordered_json by_month = course(
        -1e301, 0,
        "its size by month from `month` on, as a multiple of its first parameter; then it "
        "has no course of its own");
    for (const Shock* k : all_shocks()) names.push_back(k->name);
    common["kind"] = {{"enum", names}, {"description", "name of the shock"}};
    for (const Shock* k : all_shocks()) {
        ordered_json mine = common;
        if (k->takes_schedule) mine["intensity"] = by_month;
        mine.update(parameters(k->parameters));
        rules.push_back(when("kind", k->name,
                             {{"title", k->title_en},
                              {"description", fmt::format("Acts on: {}.", k->channel)},
                              {"properties", mine},
                              {"additionalProperties", false}}));
    }
    return {{"type", {"object", "null"}}, {"properties", common}, {"allOf", rules}};
}

} // namespace rongtong::schema
