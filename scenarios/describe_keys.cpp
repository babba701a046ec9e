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

using json = nlohmann::ordered_json;

// Levers or shocks that look at that part of a target.
template <class T>
json lookers(const std::vector<const T*>& list, const std::string& part)
{
    json names = json::array();
    for (const T* t : list)
        if (const auto parts = names_of_parts(t->target); std::ranges::find(parts, part) != parts.end())
            names.push_back(t->name);
    return names;
}

// Names that a part of the schema allows.
json values_in(const json& schema)
{
    if (schema.contains("enum")) {
        json names = json::array();
        for (const auto& v : schema["enum"])
            if (v.is_string()) names.push_back(v);
        return names;
    }
    if (schema.contains("items")) return values_in(schema["items"]);
    if (schema.contains("anyOf"))
        for (const auto& way : schema["anyOf"])
            if (json names = values_in(way); !names.empty()) return names;
    return json::array();
}

void add_keys(const json& properties, const std::string& before, json& list)
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

json described_targets()
{
    const json properties =
        scenario_schema()["properties"]["policies"]["additionalProperties"]["properties"]["target"]["properties"];
    json list = json::array();
    for (const auto& [key, schema] : properties.items()) {
        list.push_back({{"name", key}, {"meaning", schema["description"]}});
        json& entry = list.back();
        if (const auto values = values_in(schema); !values.empty()) entry["values"] = values;
        else entry["values"] = fmt::format("codes of the calibration: rongtong describe {}", key);
        entry["levers"] = lookers(all_levers(), key);
        entry["shocks"] = lookers(all_shocks(), key);
    }
    return list;
}

json described_output()
{
    json list = json::array();
    add_keys(scenario_schema()["properties"]["output"]["properties"], "", list);
    return list;
}

} // namespace rongtong
