// A run that was done before, to be done again.
#pragma once

#include "scenarios/scenario.hpp"

#include <filesystem>

namespace rongtong::cli {

// The scenario of a results file, or of a run of a sweep, given as DIR/NUMBER. Throws BadInput, ScenarioError.
Scenario scenario_of_run(const std::filesystem::path& run);

} // namespace rongtong::cli
