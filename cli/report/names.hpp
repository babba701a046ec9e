// What instruments, sectors and regions are called in both languages, for an analysis that knows neither model nor calibration.
#pragma once

#include <nlohmann/json.hpp>

namespace rongtong::cli {

// {"levers": {name: {"en", "zh"}}, and of the calibration that comes with the program "calibration": SHA-256, "sector", "region"}.
nlohmann::ordered_json report_names();

} // namespace rongtong::cli
