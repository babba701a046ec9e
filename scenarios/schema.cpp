#include "scenarios/schema.hpp"

#include "models/indicators/indicator.hpp"
#include "scenarios/scenario_parts.hpp"
#include "scenarios/schema_parts.hpp"

#include <fmt/format.h>

namespace rongtong {

namespace {

using namespace schema;

ordered_json model()
{
    ordered_json groups = ordered_json::object();
    Parameters p = default_parameters();
    for_each_group(p, [&](const char* name, auto&, const auto& declared) {
        ordered_json properties = ordered_json::object();
        for (const auto& d : declared) properties[std::string(d.info.name)] = parameter(d.info);
        groups[name] = object(properties);
    });
    return object(groups, "parameters of the model, by mechanism");
}

ordered_json start()
{
    return object(
        {{"firms", typed("string", "table of firms (CSV: id, sector, region, workers, sales), relative to this file")},
         {"links", typed("string", "table of their links (CSV: buyer, supplier, value), relative to this file")},
         {"sha256", typed("string", "digest of both, where the start must be of these very tables")}},
        "firms and links that the start is given");
}

ordered_json by_label(ordered_json entries, const char* description)
{
    ordered_json s = typed("object", description);
    s["additionalProperties"] = std::move(entries);
    return s;
}

ordered_json names_or_all(const ordered_json& names, const char* description)
{
    return {{"description", description},
            {"anyOf", {{{"const", "all"}}, {{"type", "null"}}, {{"type", "array"}, {"items", {{"enum", names}}}}}}};
}

ordered_json months()
{
    ordered_json some = object({{"first", whole(1, most_months, "first month; default 1")},
                                {"last", whole(1, most_months, "last month; default: the run's last")},
                                {"every", whole(1, most_months, "each so many months; default 1")}});
    return {{"description", "months to write; default all"}, {"anyOf", {{{"const", "all"}}, some}}};
}

ordered_json output()
{
    ordered_json names = ordered_json::array();
    for (const auto& v : panel_variables()) names.push_back(v.name);
    const ordered_json every = whole(1, most_months, "how often");
    ordered_json firms = {{"description", "\"all\", about how many, or a list of permanent ids; default all"},
                          {"anyOf",
                           {{{"const", "all"}},
                            {{"type", "null"}},
                            {{"type", "integer"}, {"minimum", 1}},
                            list_of({{"type", "integer"}, {"minimum", 0}}, "permanent ids")}}};
    const ordered_json last = typed("boolean", "the run's last month as well; default false");
    ordered_json panel = object(
        {{"variables", list_of({{"type", "string"}, {"enum", names}}, "names of panel variables")},
         {"every_months", every},
         {"last_month", last},
         {"firms", firms}},
        "firm panel");
    ordered_json indicators = ordered_json::array();
    for (const auto& i : all_indicators()) indicators.push_back(i.name);
    ordered_json hash = {{"enum", {"usual", "last", "never", nullptr}},
                         {"description", "when the hash of the state is taken"}};
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
ordered_json words(const char* description)
{
    const ordered_json both = object({{"en", typed("string", "in English")}, {"zh", typed("string", "in Chinese")}},
                                     description);
    return {{"anyOf", {typed("string", description), both}}};
}

} // namespace

nlohmann::ordered_json scenario_schema()
{
    ordered_json p = {
        {"$schema", typed("string", "where this schema lies, for editors")},
        {"extends", typed("string", "scenario file that this one changes (JSON Merge Patch), relative to this file")},
        {"name", typed("string", "short name; default: the file's name")},
        {"title", words("one line")},
        {"description", words("what it is for")}};
    p["seed"] = whole(0, largest_seed, "seed of all draws; default 1");
    p["replicate"] = whole(0, largest_seed, "number of the replicate; default 0");
    p["months"] = whole(1, most_months, "length of the run; default 120");
    p["calendar_start"] = typed("string", "date of month 1, such as \"2021-01\"; nothing in the run hangs on it");
    p["calendar_start"]["pattern"] = "^[0-9]{4}-(0[1-9]|1[0-2])$";
    p["firms"] = whole(fewest_firms, most_firms, "firms at the start; default 10000");
    p["calibration"] = typed("string", "folder of the figures that the economy is built from, relative to this file");
    p["start"] = start();
    p["model"] = model();
    p["policies"] = by_label(policy(), "policies, each under a label of your own");
    p["shocks"] = by_label(shock(), "shocks, each under a label of your own");
    p["output"] = output();
    ordered_json s = {{"$schema", "https://json-schema.org/draft/2020-12/schema"}, {"title", "rongtong scenario"}};
    s.update(object(p));
    s["type"] = "object";
    s["if"] = {{"required", {"extends"}}};
    const auto needs = [](ordered_json keys) {
        return ordered_json{{"additionalProperties", {{"required", std::move(keys)}}}};
    };
    s["else"] = {{"required", {"calibration"}},
                 {"properties", {{"policies", needs({"lever"})}, {"shocks", needs({"kind", "month"})}}}};
    return s;
}

} // namespace rongtong
