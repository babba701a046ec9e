#include "scenarios/schema.hpp"

#include "models/indicators/indicator.hpp"
#include "models/policies/lever.hpp"
#include "scenarios/scenario_parts.hpp"

#include <fmt/format.h>

namespace rongtong {

namespace {

using json = nlohmann::ordered_json;

// Any key may be null: in a scenario that extends another, null takes the key away.
json typed(const char* type, std::string description)
{
    return {{"type", {type, "null"}}, {"description", std::move(description)}};
}

json whole(double low, double high, std::string description)
{
    json s = typed("integer", std::move(description));
    s["minimum"] = static_cast<std::int64_t>(low);
    s["maximum"] = static_cast<std::int64_t>(high);
    return s;
}

json object(json properties, std::string description = "")
{
    const bool described = !description.empty();
    json s = typed("object", std::move(description));
    if (!described) s.erase("description");
    s["properties"] = std::move(properties);
    s["additionalProperties"] = false;
    return s;
}

json list_of(json items, std::string description)
{
    json s = typed("array", std::move(description));
    s["items"] = std::move(items);
    s["minItems"] = 1;
    return s;
}

json number_or_whole(const ParameterInfo& p, double value)
{
    return p.whole ? json(static_cast<std::int64_t>(value)) : json(value);
}

json parameter(const ParameterInfo& p)
{
    const std::string unit = p.unit == "1" ? "" : fmt::format(" [{}]", p.unit);
    json s = typed(p.whole ? "integer" : "number", fmt::format("{}{}. Source: {}.", p.meaning, unit, p.source));
    s["minimum"] = number_or_whole(p, p.low);
    s["maximum"] = number_or_whole(p, p.high);
    s["default"] = number_or_whole(p, p.initial);
    return s;
}

json parameters(const std::vector<ParameterInfo>& declared)
{
    json properties = json::object();
    for (const auto& d : declared) properties[std::string(d.name)] = parameter(d);
    return properties;
}

json model()
{
    json groups = json::object();
    Parameters p = default_parameters();
    for_each_group(p, [&](const char* name, auto&, const auto& declared) {
        json properties = json::object();
        for (const auto& d : declared) properties[std::string(d.info.name)] = parameter(d.info);
        groups[name] = object(properties);
    });
    return object(groups, "parameters of the model, by mechanism");
}

template <class Names>
json some_of(const Names& names, const char* what)
{
    json items = {{"type", "string"}};
    if (!names.empty()) items["enum"] = names;
    return {
        {"description", fmt::format("which {}; all if left out", what)},
        {"anyOf", {{{"const", "all"}}, {{"type", "null"}}, {{"type", "array"}, {"items", items}, {"minItems", 1}}}}};
}

json target()
{
    return object({{"regions", some_of(std::vector<std::string>{}, "regions, by code of the calibration")},
                   {"sectors", some_of(std::vector<std::string>{}, "sectors, by code of the calibration")},
                   {"size", some_of(size_names, "size classes")},
                   {"ownership", some_of(owner_names, "kinds of ownership")}},
                  "whom it reaches; everybody if left out");
}

// The key that names a lever or a shock decides about the rest.
json when(const char* key, std::string_view name, json then)
{
    return {{"if", {{"properties", {{key, {{"const", name}}}}}, {"required", {key}}}}, {"then", std::move(then)}};
}

json policy()
{
    json names = json::array(), rules = json::array();
    for (const Lever* l : all_levers()) {
        names.push_back(l->name);
        json mine = object(parameters(l->parameters));
        rules.push_back(when("lever", l->name,
                             {{"title", l->title_en},
                              {"description", fmt::format("Acts on: {}.", l->channel)},
                              {"properties", {{"parameters", mine}}}}));
    }
    json s = object(
        {{"lever", {{"enum", names}, {"description", "name of the lever"}}},
         {"start_month", whole(1, most_months, "first month in which it acts; default 1")},
         {"ramp_months", whole(0, most_months, "months until full intensity; default 0")},
         {"end_month", whole(1, most_months + 1, "first month in which it no longer acts; default: never ends")},
         {"parameters", typed("object", "parameters of the lever")},
         {"target", target()},
         {"yearly_cost_per_firm", typed("number", "administrative cost, yuan a year for each firm reached")},
         {"yearly_budget_cap", typed("number", "most that it may cost, yuan a year; default: no cap")}});
    s["properties"]["yearly_cost_per_firm"]["minimum"] = 0;
    s["properties"]["yearly_budget_cap"]["minimum"] = 0;
    s["allOf"] = rules;
    return s;
}

json shock()
{
    json names = json::array(), rules = json::array();
    json common = {
        {"kind", json::object()}, {"month", whole(1, most_months, "month in which it strikes")}, {"target", target()}};
    for (const Shock* k : all_shocks()) names.push_back(k->name);
    common["kind"] = {{"enum", names}, {"description", "name of the shock"}};
    for (const Shock* k : all_shocks()) {
        json mine = common;
        mine.update(parameters(k->parameters));
        rules.push_back(when("kind", k->name,
                             {{"title", k->title_en},
                              {"description", fmt::format("Acts on: {}.", k->channel)},
                              {"properties", mine},
                              {"additionalProperties", false}}));
    }
    return {{"type", {"object", "null"}}, {"properties", common}, {"allOf", rules}};
}

json by_label(json entries, const char* description)
{
    json s = typed("object", description);
    s["additionalProperties"] = std::move(entries);
    return s;
}

json names_or_all(const json& names, const char* description)
{
    return {{"description", description},
            {"anyOf", {{{"const", "all"}}, {{"type", "null"}}, {{"type", "array"}, {"items", {{"enum", names}}}}}}};
}

json months()
{
    json some = object({{"first", whole(1, most_months, "first month; default 1")},
                        {"last", whole(1, most_months, "last month; default: the run's last")},
                        {"every", whole(1, most_months, "each so many months; default 1")}});
    return {{"description", "months to write; default all"}, {"anyOf", {{{"const", "all"}}, some}}};
}

json output()
{
    json names = json::array();
    for (const auto& v : panel_variables()) names.push_back(v.name);
    const json every = whole(1, most_months, "how often");
    json firms = {{"description", "\"all\", about how many, or a list of permanent ids; default all"},
                  {"anyOf",
                   {{{"const", "all"}},
                    {{"type", "null"}},
                    {{"type", "integer"}, {"minimum", 1}},
                    list_of({{"type", "integer"}, {"minimum", 0}}, "permanent ids")}}};
    const json last = typed("boolean", "the run's last month as well; default false");
    json panel = object({{"variables", list_of({{"type", "string"}, {"enum", names}}, "names of panel variables")},
                         {"every_months", every},
                         {"last_month", last},
                         {"firms", firms}},
                        "firm panel");
    json indicators = json::array();
    for (const auto& i : all_indicators()) indicators.push_back(i.name);
    json hash = {{"enum", {"usual", "last", "never", nullptr}}, {"description", "when the hash of the state is taken"}};
    return object(
        {{"indicators", names_or_all(indicators, "indicators to write; default all")},
         {"groups", names_or_all(group_names(), "what they are broken down by; default all")},
         {"months", months()},
         {"accounts", typed("boolean", "balance sheets and flows; default true")},
         {"state_hash", hash},
         {"panel", panel},
         {"network", object({{"every_months", every}, {"last_month", last}}, "snapshots of the supply network")},
         {"events", typed("boolean", "bankruptcies, entries, ...; default false")}},
        "what is written");
}

// One text, or one for each language.
json words(const char* description)
{
    const json both = object({{"en", typed("string", "in English")}, {"zh", typed("string", "in Chinese")}},
                             description);
    return {{"anyOf", {typed("string", description), both}}};
}

} // namespace

nlohmann::ordered_json scenario_schema()
{
    json p = {
        {"$schema", typed("string", "where this schema lies, for editors")},
        {"extends", typed("string", "scenario file that this one changes (JSON Merge Patch), relative to this file")},
        {"name", typed("string", "short name; default: the file's name")},
        {"title", words("one line")},
        {"description", words("what it is for")}};
    p["seed"] = whole(0, largest_seed, "seed of all draws; default 1");
    p["replicate"] = whole(0, largest_seed, "number of the replicate; default 0");
    p["months"] = whole(1, most_months, "length of the run; default 120");
    p["firms"] = whole(fewest_firms, most_firms, "firms at the start; default 10000");
    p["calibration"] = typed("string", "folder of the figures that the economy is built from, relative to this file");
    p["model"] = model();
    p["policies"] = by_label(policy(), "policies, each under a label of your own");
    p["shocks"] = by_label(shock(), "shocks, each under a label of your own");
    p["output"] = output();
    json s = {{"$schema", "https://json-schema.org/draft/2020-12/schema"}, {"title", "rongtong scenario"}};
    s.update(object(p));
    s["type"] = "object";
    s["if"] = {{"required", {"extends"}}};
    const auto needs = [](json keys) { return json{{"additionalProperties", {{"required", std::move(keys)}}}}; };
    s["else"] = {{"required", {"calibration"}},
                 {"properties", {{"policies", needs({"lever"})}, {"shocks", needs({"kind", "month"})}}}};
    return s;
}

} // namespace rongtong
