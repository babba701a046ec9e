// The parts of a plan. They report what is wrong and go on.
#pragma once

#include "scenarios/node.hpp"
#include "scenarios/plan.hpp"

#include <filesystem>

namespace rongtong {

// Keys of a plan, in the order in which they are documented; the last one is of resolved plans only.
const std::vector<std::string>& plan_keys();
// What "changes" may change: keys of a scenario that are not the plan's business.
const std::vector<std::string>& change_keys();
// Keys that stand where they can't, in "changes" and in scenarios that are written into the plan.
void check_plan_keys(const Node& root);
// Whether a file with this in it is a plan rather than a scenario: keys that only one of them has decide.
bool looks_like_plan(const nlohmann::json& value);
// Whether the file is rather a scenario; then that is a problem.
bool is_scenario(const Node& root);

// How many replicates, and from which on.
void read_plan_replicates(const Node& node, SweepPlan& plan);

// Below the plan's own nodes problems are the scenario's: they keep their place in the plan's text or in a file.
void read_plan_scenarios(const Node& root, const JsonSource& source, SweepPlan& plan);

// Reads the object "parameters". A faulty one is kept under its name, so that the design knows it: without a pointer,
// or without bounds.
void read_plan_parameters(const Node& root, SweepPlan& plan);

// Decides to which scenarios each parameter applies; one that applies to none is a problem.
void find_takers(const Node& root, SweepPlan& plan);
// Tries the values that parameters or listed points have on every scenario that takes them.
void check_plan_values(const Node& root, SweepPlan& plan);

// The plan with everything in it that other files gave; root: of its file.
nlohmann::json resolved_plan(const Node& root, const SweepPlan& plan);
// Of what the plan resolved to, and of its calibrations.
std::string plan_digest(const SweepPlan& plan);

// As --set wants it: "/pointer=value".
std::string setting(const std::string& pointer, const nlohmann::json& value);
// Whether one JSON pointer leads to what the other points to, or into it.
bool leads_into(const std::string& pointer, const std::string& outer);

// Tables of a start that a scenario of the plan read already, on the calibration that `scenario` has: they may be large.
void share_tables(const Document& document, const SweepPlan& plan, Scenario& scenario);

} // namespace rongtong
