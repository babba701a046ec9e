// The scenarios and calibrations that come with the program, found by name: `rongtong run baseline`, "extends": "baseline.json",
// "calibration": "china".
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace rongtong {

// The folder that they lie in: $RONGTONG_SCENARIOS where that is set, else share/rongtong/scenarios beside the folder of the
// program, else scenarios/ of the checkout that the program was built in. Empty where there is none.
std::filesystem::path shared_scenarios();

// A name without a folder that names nothing here, or in `beside`, may name one of these; anything else stays as it is.
std::filesystem::path shared_scenario(const std::filesystem::path& given, const std::filesystem::path& beside = {});
std::filesystem::path shared_calibration(const std::filesystem::path& given, const std::filesystem::path& beside = {});

std::vector<std::string> shared_scenario_names(); // "baseline", ...

} // namespace rongtong
