// Files of `rongtong calibrate`: which parameters are looked for between which bounds, and the moments that the runs are held
// against. JSON, checked like a scenario; the keys of a plan stand there with the meaning that they have in plans. docs/calibrate.md
// explains the format; the schema for editors: calibrate.schema.json. Test: tests/scenarios/fit.cpp.
#pragma once

#include "scenarios/plan.hpp"

#include <optional>
#include <string>
#include <vector>

namespace rongtong {

// A figure of the runs that is held against a target: a regularity of `rongtong validate`, or an indicator.
struct FitMoment {
    std::string name;
    std::string regularity;                   // its id; empty for an indicator
    std::string indicator{}, axis{}, group{}; // "days_receivable", or that of "size", "micro"
    std::string statistic = "mean";           // of the months: mean, last, sum, sd
    int first_month = 1, last_month = 0;
    std::vector<std::string> scenarios{}; // whose runs it is of
    std::optional<double> value{}, sd{};  // either a value and its standard deviation,
    std::optional<double> low{}, high{};  // or a band, of which one end may be open
    std::string source{};                 // of the target
    double weight = 1;                    // in the distance that orders points; rules nothing out
    bool used = true;                     // else only reported
};

// What the file may name beside indicators; who reads results knows them.
struct KnownRegularity {
    std::string id;
    std::optional<double> low, high; // its band
    std::string source;              // of the band
};

struct FitPlan {
    SweepPlan plan; // its scenarios and parameters; no points
    std::vector<FitMoment> moments;
    std::uint32_t seed = 1; // of the points
    std::size_t points = 0, waves = 3;
    double cutoff = 3;
    std::size_t largest = 1;   // which of the implausibilities of a point rules it out, from the largest
    std::size_t handed_on = 0; // points at most; 0: all that are left
    std::vector<std::vector<nlohmann::json>> asked; // values of points that are only looked up
};

// Throws ScenarioError with all problems.
FitPlan load_fit(const std::filesystem::path& file, const std::vector<KnownRegularity>& known);

// Whether a JSON file looks like one rather than like a plan.
bool is_fit(const std::filesystem::path& file);

// The plan that runs these points, given by the values of each: of the scenarios that moments are of, or of all.
SweepPlan plan_at_points(const FitPlan& fit, const std::vector<std::vector<nlohmann::json>>& points,
                         bool all_scenarios);

// Where a value lies between the bounds of a parameter, 0 low and 1 high: the inverse of PlanParameter::value_at.
double place_of(const PlanParameter& parameter, double value);

// The values that the first scenario has without the calibration: its own, or the declared defaults. Empty where one is not known
// or lies outside the bounds.
std::vector<nlohmann::json> usual_point(const FitPlan& fit);

nlohmann::ordered_json fit_schema();

} // namespace rongtong
