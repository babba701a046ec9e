// The JSON Schema of scenario files (draft 2020-12), for editors. Generated from the declarations of parameters,
// levers, shocks and panel variables; what a schema can't say (codes of the calibration, sums, order of months) the
// loader checks.
#pragma once

#include <nlohmann/json.hpp>

namespace rongtong {

nlohmann::ordered_json scenario_schema();

} // namespace rongtong
