// The catalogue of what a scenario can set and what a run gives: levers, parameters, indicators, shocks.
#pragma once

#include "sim/error.hpp"

#include <nlohmann/json.hpp>

#include <string>

namespace rongtong {

// section: "levers", "parameters", "indicators", "shocks", or "" for all. name: one entry of the section, or "";
// parameters are named "group/name", "name" or "group" (all of the group). A single word that is no section is a name,
// looked for in all sections. An object with a list for each section asked for that has the name. Throws ScenarioError with a "did you mean" where there is no such section or name.
nlohmann::ordered_json describe(const std::string& section, const std::string& name = "");

// The same as text: a table for each section; one entry by itself as a list of its properties.
std::string describe_text(const std::string& section, const std::string& name = "");

} // namespace rongtong
