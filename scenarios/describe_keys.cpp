// Targets of policies and shocks, and what `output` may ask for.
#include "models/policies/lever.hpp"
#include "scenarios/describe_parts.hpp"
#include "scenarios/scenario_parts.hpp"
#include "scenarios/schema.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace rongtong {

namespace {

using nlohmann::ordered_json;

// Levers or shocks that look at that part of a target.
template <class T>
ordered_json lookers(const std::vector<const T*>& list, const std::string& part)
{
    ordered_json names = ordered_json::array();
    for (const T* t : list)
        if (const auto parts = names_of_parts(t->target); std::ranges::find(parts, part) != parts.end())
            names.push_back(t->name);
    return names;
}

// Names that a part of the schema allows.
ordered_json values_in(const ordered_json& schema)
{
    if (schema.contains("enum")) {
        ordered_json names = ordered_json::array();
        for (const auto& v : schema["enum"])
            if (v.is_string()) names.push_back(v);
        return names;
    }
    if (schema.contains("items")) return values_in(schema["items"]);
    if (schema.contains("anyOf"))
        for (const auto& way : schema["anyOf"])
            if (ordered_json names = values_in(way); !names.empty()) return names;
    return ordered_json::array();
}

void add_keys(const ordered_json& properties, const std::string& before, ordered_json& list)
{
    for (const auto& [key, schema] : properties.items()) {
        const auto values = values_in(schema);
        list.push_back({{"name", before + key},
                        {"pointer", fmt::format("/output/{}{}", before, key)},
                        {"meaning", schema.value("description", "")}});
        if (!values.empty()) list.back()["values"] = values;
        if (schema.contains("properties")) add_keys(schema["properties"], before + key + "/", list);
    }
}

} // namespace

ordered_json described_targets()
{
    const ordered_json properties =
        scenario_schema()["properties"]["policies"]["additionalProperties"]["properties"]["target"]["properties"];
    ordered_json list = ordered_json::array();
    for (const auto& [key, schema] : properties.items()) {
        list.push_back({{"name", key}, {"meaning", schema["description"]}});
        ordered_json& entry = list.back();
        if (const auto values = values_in(schema); !values.empty()) entry["values"] = values;
        else if (key == "firms") entry["values"] = R"(a list of ids, or {"largest": N, "by": "ORDER"})";
        else entry["values"] = fmt::format("codes of the calibration: rongtong describe {}", key);
        entry["levers"] = lookers(all_levers(), key);
        entry["shocks"] = lookers(all_shocks(), key);
    }
    return list;
}

ordered_json described_output()
{
    ordered_json list = ordered_json::array();
    add_keys(scenario_schema()["properties"]["output"]["properties"], "", list);
    return list;
}

} // namespace rongtong
