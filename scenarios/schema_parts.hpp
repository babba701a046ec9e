// Pieces of the JSON Schemas.
#pragma once

#include "sim/parameter.hpp"

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace rongtong::schema {

using nlohmann::ordered_json;

// Any key may be null: in a scenario that extends another, null takes the key away.
ordered_json typed(const char* type, std::string description);
ordered_json whole(double low, double high, std::string description);
ordered_json object(ordered_json properties, std::string description = "");
ordered_json list_of(ordered_json items, std::string description);
ordered_json parameter(const ParameterInfo& declared);
ordered_json parameters(const std::vector<ParameterInfo>& declared); // by name

ordered_json policy(); // one of each
ordered_json shock();

} // namespace rongtong::schema
