// The JSON Schema of calibrations (draft 2020-12): that of plans, less what a calibration decides itself, and its own keys.
#include "scenarios/fit/parts.hpp"
#include "scenarios/plan_schema_parts.hpp"
#include "scenarios/scenario_parts.hpp"

namespace rongtong {

namespace {

using nlohmann::ordered_json;

ordered_json above_zero(const char* text)
{
    return {{"type", "number"}, {"exclusiveMinimum", 0}, {"description", text}};
}

ordered_json target()
{
    ordered_json s = closed_object({{"value", described({{"type", "number"}}, "what the figure is to be")},
                                    {"sd", above_zero("standard deviation of what is unsure of the value")},
                                    {"low", described({{"type", "number"}}, "lower end of a band; none: open")},
                                    {"high", described({{"type", "number"}}, "upper end of a band; none: open")}});
    s["anyOf"] = {{{"required", {"value", "sd"}}}, {{"required", {"low"}}}, {{"required", {"high"}}}};
    return described(std::move(s), "a value and its sd, or a band; of a regularity: default its own band");
}

ordered_json moment()
{
    const ordered_json text = {{"type", "string"}};
    const ordered_json month = {{"type", "integer"}, {"minimum", 1}};
    ordered_json s = closed_object(
        {{"regularity", described(text, "id of a regularity of rongtong validate")},
         {"indicator", described(text, "an indicator, or that of a group: NAME/AXIS/GROUP")},
         {"statistic", {{"enum", moment_statistics()}, {"description", "of the months; default mean"}}},
         {"months",
          {{"type", "array"},
           {"items", month},
           {"minItems", 2},
           {"maxItems", 2},
           {"description", "first and last month; default: all"}}},
         {"scenario", described({{"anyOf", {text, {{"type", "array"}, {"items", text}, {"minItems", 1}}}}},
                                "label of the scenario, of a regularity also of several; default: the first")},
         {"target", target()},
         {"source", described(text, "where the target is from")},
         {"weight", above_zero("in the distance that orders points; default 1")},
         {"use", described({{"type", "boolean"}}, "whether it rules points out, or is only reported")}});
    s["required"] = {"use"};
    s["oneOf"] = {{{"required", {"regularity"}}}, {{"required", {"indicator"}}}};
    return s;
}

} // namespace

ordered_json fit_schema()
{
    ordered_json s = plan_schema();
    s["title"] = "rongtong calibration";
    ordered_json& p = s["properties"];
    for (const char* key : {"design", "order"}) p.erase(key);
    ordered_json& parameter = p["parameters"]["additionalProperties"];
    parameter["properties"].erase("values");
    parameter.erase("not");
    parameter["required"] = {"pointer", "low", "high"};
    p["parameters"]["description"] = "what is looked for, between bounds, by a name of your own";
    p["moments"] = {{"type", "object"},
                    {"minProperties", 1},
                    {"additionalProperties", moment()},
                    {"description", "what the runs are held against, by a name of your own"}};
    p["points"] = whole_within(4, 10000, "points of each wave");
    p["waves"] = whole_within(1, 50, "how many waves; default 3");
    p["cutoff"] = above_zero("implausibility above which a point is ruled out; default 3");
    p["implausibility"] = {{"enum", {"largest", "second", "third"}},
                           {"description", "which of a point's implausibilities rules it out; default largest"}};
    p["seed"] = whole_within(0, largest_seed, "of the points; default 1");
    p["asked"] = {{"type", "array"},
                  {"items", {{"type", "object"}, {"additionalProperties", {{"type", "number"}}}}},
                  {"description", "points that are not run, only looked up: a value for each parameter"}};
    p["hand_on"] = whole_within(1, 10000, "points at most that are handed on; default: all that are left");
    s["required"] = {"scenarios", "parameters", "moments", "points"};
    return s;
}

} // namespace rongtong
