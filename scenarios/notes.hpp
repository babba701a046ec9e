// What a scenario asks for and will not get, though it is no mistake of the file: a policy that reaches nobody for certain, one whose
// mechanism is switched off, a ramp that outlives it, records that never come. And when policies by rule can act. One sentence each;
// `check` and `run` say them, and the results keep them. Test: tests/scenarios/notes.cpp.
#pragma once

#include "models/retired.hpp"
#include "scenarios/plan.hpp"
#include "scenarios/scenario.hpp"

#include <string>
#include <vector>

namespace rongtong {

std::vector<std::string> notes_on(const Scenario& scenario);
std::vector<std::string> notes_on(const SweepPlan& plan); // each once, with the scenarios that it is of
std::vector<std::string> notes_on_retired(const nlohmann::json& scenario, const RetiredParameters& retired);

} // namespace rongtong
