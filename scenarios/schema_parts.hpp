// Pieces of the JSON Schemas.
#pragma once

#include "sim/parameter.hpp"

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace rongtong::schema {

using json = nlohmann::ordered_json;

// Any key may be null: in a scenario that extends another, null takes the key away.
json typed(const char* type, std::string description);
json whole(double low, double high, std::string description);
json object(json properties, std::string description = "");
json list_of(json items, std::string description);
json parameter(const ParameterInfo& declared);
json parameters(const std::vector<ParameterInfo>& declared); // by name

json policy(); // one of each
json shock();

} // namespace rongtong::schema
