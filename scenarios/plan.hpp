// Sweep plans: which scenarios to run, how often, with which parameters varied, and what to keep of each run. JSON, checked
// like a scenario. docs/sweeps.md explains the format; the schema for editors: plan.schema.json.
#pragma once

#include "scenarios/design.hpp"
#include "scenarios/scenario.hpp"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <string>
#include <vector>

namespace rongtong {

// A value of the scenario that the design varies.
struct PlanParameter {
    std::string name, pointer;
    std::vector<nlohmann::json> values; // listed ones; empty for one between bounds
    double low = 0, high = 0;
    bool logarithmic = false; // equal steps of the logarithm
    bool whole = false;       // rounded to a whole number

    nlohmann::json value_at(double place) const; // of DesignPoint::at
};

struct PlanScenario {
    std::string label;
    Scenario scenario;              // of replicate 0, without the design's changes
    std::vector<bool> takes;        // which parameters apply: its policies and shocks decide
    std::vector<std::string> files; // read for it
    bool drops_output = false;      // it asks for an output of its own, which a plan does not take
};

// One run of a plan. Runs are numbered scenario by scenario, in it point by point, in it replicate by replicate.
struct RunIndex {
    std::size_t scenario = 0, point = 0, replicate = 0;
};

struct SweepPlan {
    std::string name;
    std::vector<PlanScenario> scenarios;
    std::uint32_t first_replicate = 0;
    std::size_t replicates = 1;
    std::vector<PlanParameter> parameters;
    Design design;           // one point without parameters
    nlohmann::json resolved; // the plan as one file that needs no other but the calibration folders
    std::string sha256;      // of it and of the calibrations

    std::size_t points() const { return design.points.empty() ? 1 : design.points.size(); }
    std::size_t runs() const { return scenarios.size() * points() * replicates; }
    RunIndex index(std::size_t run) const;
    std::size_t number(const RunIndex& index) const;
    // Value of a parameter at a point; null where the design has none.
    nlohmann::json value(std::size_t parameter, std::size_t point) const;
};

inline constexpr double most_runs = 1e6;

// Throws ScenarioError with all problems.
SweepPlan load_plan(const std::filesystem::path& file);

// Whether a JSON file looks like a plan rather than a scenario.
bool is_plan(const std::filesystem::path& file);

// Throws ScenarioError where the values of the point do not go together.
Scenario run_scenario(const SweepPlan& plan, const RunIndex& run);

nlohmann::ordered_json plan_schema();

} // namespace rongtong
