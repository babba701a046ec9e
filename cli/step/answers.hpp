// What a run that is steered says, each a line of JSON (docs/step.md).
#pragma once

#include "cli/step/request.hpp"
#include "models/economy.hpp"
#include "scenarios/scenario.hpp"

#include <string>

namespace rongtong::cli {

nlohmann::ordered_json start_answer(const Scenario& scenario, const Economy& economy);
nlohmann::ordered_json month_answer(const Economy& economy, const std::vector<std::string>& by);

} // namespace rongtong::cli
