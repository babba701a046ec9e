// The parts of a plan. They report what is wrong and go on.
#pragma once

#include "scenarios/node.hpp"
#include "scenarios/plan.hpp"

#include <filesystem>

namespace rongtong {

// Below the plan's own nodes problems are the scenario's: they keep their place in the plan's text or in a file.
void read_plan_scenarios(const Node& root, const JsonSource& source, SweepPlan& plan);

void read_plan_parameters(const Node& parameters, SweepPlan& plan);
// Tries each parameter's values, one at a time, on a scenario that has what it points to.
void check_plan_parameters(const Node& parameters, SweepPlan& plan);

// As --set wants it: "/pointer=value".
std::string setting(const std::string& pointer, const nlohmann::json& value);

} // namespace rongtong
