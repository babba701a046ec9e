// The JSON Schema of plans (draft 2020-12). Scenarios written into a plan, its changes and what it keeps follow the
// schema of scenario files, which stands in here as a definition, so that one file is enough.
#include "scenarios/plan_parts.hpp"
#include "scenarios/plan_schema_parts.hpp"
#include "scenarios/scenario_parts.hpp"
#include "scenarios/schema.hpp"

namespace rongtong {

namespace {

using nlohmann::ordered_json;

ordered_json line_of_words(const char* text)
{
    const ordered_json line = {{"type", "string"}};
    return described({{"anyOf", {line, closed_object({{"en", line}, {"zh", line}})}}}, text);
}

// A scenario in a plan may get its calibration, or the rest of a policy, from "changes": nothing of it is required.
ordered_json scenario()
{
    ordered_json s = scenario_schema();
    for (const char* key : {"$schema", "if", "else"}) s.erase(key);
    s["properties"].erase("replicate");
    s["properties"].erase("output");
    return s;
}

ordered_json changes()
{
    ordered_json properties = ordered_json::object();
    for (const auto& key : change_keys()) properties[key] = {{"$ref", "#/$defs/scenario/properties/" + key}};
    return described(closed_object(std::move(properties)), "what is changed in every scenario (JSON Merge Patch)");
}

ordered_json replicates()
{
    const ordered_json count = whole_within(1, most_runs, "how many replicates of each scenario and point");
    ordered_json some = closed_object(
        {{"first", whole_within(0, largest_seed - most_runs, "number of the first one; default 0")}, {"count", count}});
    some["required"] = {"count"};
    return described({{"anyOf", {count, some}}}, "runs with other luck; default 1");
}

ordered_json parameter()
{
    const ordered_json number = {{"type", "number"}};
    ordered_json s = closed_object(
        {{"pointer", {{"type", "string"}, {"pattern", "^/[^=]+$"}, {"description", "JSON pointer into the scenario"}}},
         {"values",
          {{"type", "array"},
           {"minItems", 1},
           {"uniqueItems", true},
           {"description", "all values; null takes a policy or shock away"}}},
         {"low", described(number, "lower bound, included")},
         {"high", described(number, "upper bound, included")},
         {"scale",
          {{"enum", {"linear", "logarithmic"}}, {"description", "of which equal steps are taken; default linear"}}},
         {"whole",
          described({{"type", "boolean"}}, "rounded to whole numbers; default: where the scenario wants them")}});
    s["required"] = {"pointer"};
    s["dependentRequired"] = {{"low", {"high"}}, {"high", {"low"}}, {"scale", {"low"}}, {"whole", {"low"}}};
    s["not"] = {{"required", {"values", "low"}}};
    return s;
}

ordered_json by_name(ordered_json entries, const char* text)
{
    return described({{"type", "object"}, {"additionalProperties", std::move(entries)}}, text);
}

} // namespace

ordered_json plan_schema()
{
    ordered_json scenarios = by_name(
        {{"anyOf",
          {described({{"type", "string"}}, "path of a scenario file, relative to the plan"),
           {{"$ref", "#/$defs/scenario"}}}}},
        "what to compare, each under a label of your own");
    scenarios["minProperties"] = 1;
    ordered_json p = {{"$schema", described({{"type", "string"}}, "where this schema lies, for editors")},
                      {"name", described({{"type", "string"}}, "short name; default: the file's name")},
                      {"title", line_of_words("one line")},
                      {"description", line_of_words("what it is for")},
                      {"scenarios", std::move(scenarios)},
                      {"changes", changes()},
                      {"replicates", replicates()},
                      {"parameters", by_name(parameter(), "values that the design varies, by a name of your own")},
                      {"design", design_schema()},
                      {"keep", described(scenario_schema()["properties"]["output"],
                                         "what of each run is kept; default: the indicators of the whole economy")},
                      {"order", described({{"type", "array"}, {"items", {{"type", "string"}}}},
                                          "of the scenarios, in a plan that a sweep has written down")}};
    ordered_json s = {{"$schema", "https://json-schema.org/draft/2020-12/schema"}, {"title", "rongtong plan"}};
    s.update(closed_object(std::move(p)));
    s["required"] = {"scenarios"};
    s["$defs"] = {{"scenario", scenario()}};
    return s;
}

} // namespace rongtong
