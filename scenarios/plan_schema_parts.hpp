// Pieces of the JSON Schemas of plans and calibrations, where no key may be null.
#pragma once

#include <nlohmann/json.hpp>

namespace rongtong {

nlohmann::ordered_json described(nlohmann::ordered_json schema, const char* text);
nlohmann::ordered_json whole_within(double low, double high, const char* text);
nlohmann::ordered_json closed_object(nlohmann::ordered_json properties);

} // namespace rongtong
