#include "scenarios/plan_schema_parts.hpp"

#include <cstdint>
#include <utility>

namespace rongtong {

using nlohmann::ordered_json;

ordered_json described(ordered_json schema, const char* text)
{
    schema["description"] = text;
    return schema;
}

ordered_json whole_within(double low, double high, const char* text)
{
    return {{"type", "integer"},
            {"minimum", static_cast<std::int64_t>(low)},
            {"maximum", static_cast<std::int64_t>(high)},
            {"description", text}};
}

ordered_json closed_object(ordered_json properties)
{
    return {{"type", "object"}, {"properties", std::move(properties)}, {"additionalProperties", false}};
}

} // namespace rongtong
