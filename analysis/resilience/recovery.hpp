// How an economy takes a shock: the same luck with and without it, month by month. The resilience triangle: Bruneau and others
// (2003), Earthquake Spectra 19, 733-752, doi 10.1193/1.1623497; loss over time: Hallegatte (2014), doi 10.1111/risa.12090.
//
// With b and x the values without and with the shock, q = (b - x) / |b| the shortfall (turned round for indicators that are worse
// when they are higher), over the months from the shock on:
//   loss      sum of b - x, in the indicator's unit times months
//   area      sum of the shortfalls above 0, in months of what would have been
//   depth     largest shortfall; trough: months from the shock to it
//   recovery  months from the shock to the first month, from the trough on, from which q stays at or below the tolerance for
//             `hold` months; none where the run ends before
// Means over pairs of runs with Student's t intervals. Months without a value on both sides are passed over and counted.
// Test: tests/analysis/recovery.cpp.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "analysis/comparable.hpp"
#include "analysis/compare/series.hpp"
#include "analysis/paired.hpp"

namespace rongtong {

struct RecoveryOptions {
    std::optional<int>
        shock_month; // default: the earliest shock that the base has not, else the first month that differs
    double tolerance = 0.01;
    int hold = 3;
    double level = 0.95;
    std::vector<std::string> indicators{"output", "employment", "disposable_income", "unemployment_rate",
                                        "bankruptcies"};
    std::vector<std::string> axes{};              // groups of firms
    std::vector<std::string> worse_when_higher{}; // beside those that are known
};

// One pair of paths.
struct Recovery {
    double loss = 0, area = 0, depth = 0;
    int trough = 0;              // months since the shock
    std::optional<int> recovery; // months since the shock
    std::size_t months = 0, missing = 0;
};
// Values of the months from the shock on.
Recovery recovery_of(const std::vector<double>& base, const std::vector<double>& shocked, bool worse_when_higher,
                     const RecoveryOptions& options);

// A figure over pairs: mean with interval, as an effect against 0.
struct RecoveryRow {
    SeriesPlace place;
    std::string unit;
    bool worse_when_higher = false;
    std::vector<std::string> names; // of the pairs
    std::vector<Recovery> pairs;
    PairedEffect loss, area, depth, trough; // mean_difference is the mean over pairs
    std::optional<PairedEffect> recovery;   // of the pairs that recover
    std::size_t recovered = 0;
};

struct Resilience {
    std::string name; // "flood against baseline"
    int shock_month = 0, last_month = 0;
    std::vector<std::string> pairs; // names of the pairs of the row that has most
    std::vector<RecoveryRow> rows;
    std::vector<std::string> left_out, notes;
};

// What a policy changes: rows of the second less rows of the first, pair by pair.
struct ResilienceChange {
    SeriesPlace place;
    PairedEffect loss, area, depth, trough;
};

// Runs of one scenario: a results file, a folder of replicates; or one scenario of a folder, sweep or collected file.
struct RunsOfScenario {
    std::filesystem::path input;
    std::string scenario{};              // "": the only one there
    std::optional<std::int64_t> point{}; // of a sweep's design; needed where it has several
};
// OutputError where there are several scenarios and none is named, or none of this name.
Resilience resilience_of_runs(const RunsOfScenario& base, const RunsOfScenario& shocked,
                              const RecoveryOptions& options);
// Columns month, base, other; further replicate, indicator, group.
Resilience resilience_of_csv(const std::filesystem::path& csv, const RecoveryOptions& options);
std::vector<ResilienceChange> changes(const Resilience& without_policy, const Resilience& with_policy, double level);

nlohmann::ordered_json resilience_json(const Resilience& resilience, const RecoveryOptions& options);
nlohmann::ordered_json changes_json(const std::vector<ResilienceChange>& changes);
std::string resilience_table(const Resilience& resilience, const RecoveryOptions& options);
std::string changes_table(const std::vector<ResilienceChange>& changes, double level);

} // namespace rongtong
