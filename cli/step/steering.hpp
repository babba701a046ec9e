// What a steered run was given becomes part of its scenario: from the next month on the policy's `intensity` is what was given, before
// that what it was. So a run of the scenario in the results is the same run, without anybody who steers.
#pragma once

#include "cli/step/request.hpp"
#include "models/policies/lever.hpp"
#include "scenarios/scenario.hpp"

namespace rongtong::cli {

// Whether these policies act in this month, so that an intensity means something.
void check_intensities(const StepRequest& request, const std::vector<Policy>& policies, std::int32_t month,
                       std::vector<StepProblem>& problems);

// The course of `policy` with `value` from `month` on.
Schedule course_with(const Policy& policy, std::int32_t month, double value);

// The scenario with these courses. Throws ScenarioError.
Scenario steered(const Scenario& scenario, const std::map<std::string, double>& intensity, std::int32_t month);

} // namespace rongtong::cli
