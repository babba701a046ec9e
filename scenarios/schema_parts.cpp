#include "scenarios/schema_parts.hpp"

#include <fmt/format.h>

namespace rongtong::schema {

namespace {

ordered_json number_or_whole(const ParameterInfo& p, double value)
{
    return p.whole ? ordered_json(static_cast<std::int64_t>(value)) : ordered_json(value);
}

} // namespace

ordered_json typed(const char* type, std::string description)
{
    return {{"type", {type, "null"}}, {"description", std::move(description)}};
}

ordered_json whole(double low, double high, std::string description)
{
    ordered_json s = typed("integer", std::move(description));
    s["minimum"] = static_cast<std::int64_t>(low);
    s["maximum"] = static_cast<std::int64_t>(high);
    return s;
}

ordered_json object(ordered_json properties, std::string description)
{
    const bool described = !description.empty();
    ordered_json s = typed("object", std::move(description));
    if (!described) s.erase("description");
    s["properties"] = std::move(properties);
    s["additionalProperties"] = false;
    return s;
}

ordered_json list_of(ordered_json items, std::string description)
{
    ordered_json s = typed("array", std::move(description));
    s["items"] = std::move(items);
    s["minItems"] = 1;
    return s;
}

ordered_json parameter(const ParameterInfo& p)
{
    const std::string unit = p.unit == "1" ? "" : fmt::format(" [{}]", p.unit);
    ordered_json s = typed(p.whole ? "integer" : "number", fmt::format("{}{}. Source: {}.", p.meaning, unit, p.source));
    s["minimum"] = number_or_whole(p, p.low);
    s["maximum"] = number_or_whole(p, p.high);
    s["default"] = number_or_whole(p, p.initial);
    return s;
}

ordered_json parameters(const std::vector<ParameterInfo>& declared)
{
    ordered_json properties = ordered_json::object();
    for (const auto& d : declared) properties[std::string(d.name)] = parameter(d);
    return properties;
}

} // namespace rongtong::schema
