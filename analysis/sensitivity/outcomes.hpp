// What sensitivity analyses are made from: points of a design, and an outcome at each, once per replicate and, where it is
// followed over time, per month. Out of a CSV, or out of a sweep's runs.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "analysis/compare/series.hpp"
#include "analysis/runs.hpp"

namespace rongtong {

class CsvTable;

struct DesignTable {
    std::vector<std::string> factors;
    std::vector<std::vector<double>> x;           // by point, factor; a value that is a text is its number in `levels`
    std::vector<std::vector<std::string>> levels; // by factor: the texts; empty for numbers
    std::vector<std::string> block;               // Saltelli: A, B, AB_name; empty where the design has none
    std::vector<std::int64_t> row;                // Saltelli, beside block
    std::vector<std::int64_t> trajectory, step;   // Morris
    std::size_t points() const { return x.size(); }
};

// One outcome at all points: y[replicate][point]; NaN where there is none.
struct Outcome {
    std::string name, unit;
    int month = 0; // 0: not followed over time
    std::vector<std::vector<double>> y;

    // Mean over the replicates that have a value; NaN where none has.
    std::vector<double> means() const;
};

struct Study {
    DesignTable design;
    std::vector<Outcome> outcomes;
    std::vector<std::string> notes; // points without values and so on, one sentence each
};

struct StudyOptions {
    std::vector<std::string>
        outcomes; // CSV: columns (default: y); runs: indicators, "days_receivable" or "days_receivable/size/micro"
    std::vector<std::string>
        factors;                   // CSV: columns (default: all numbers that are no outcome and have no other meaning)
    std::string scenario, against; // runs: the scenario, and the one that it is held against (paired)
    std::optional<int> first_month, last_month;
    MonthRule rule;
    int every_months = 0; // runs: also at the end of every so many months; a CSV with a column month: all months
    std::optional<DesignTable> design{};     // from elsewhere, such as a plan; then the CSV names its points or runs
    std::vector<std::size_t> point_of_run{}; // beside design: which point each run of the plan is of
    std::vector<std::int64_t> replicate_of_run{};
};

// Columns: factors, outcomes, and where they apply block and row; trajectory and point or step; replicate; month; run,
// scenario, seed (passed over). Points come from block and row, trajectory and step, or `point`; else equal factors are one
// point where there are replicates, and each line is a point where there are none. A Saltelli or Morris design without its
// columns is known by how its lines follow each other.
Study study_of_csv(const std::filesystem::path& csv, const StudyOptions& options);

// "days_receivable" or "days_receivable/size/micro".
SeriesPlace outcome_place(const std::string& text);

// The points of a collected file; empty for anything else, or where its runs vary by no design.
std::optional<DesignTable> collected_design(const std::filesystem::path& input);

// A collected file, which has its design in it; or, with options.design, a sweep's folder; or any runs whose scenarios differ in
// policies: then each policy is a factor, off and on, and each scenario a point.
Study study_of_runs(const std::filesystem::path& input, const StudyOptions& options);

// Block and row, or trajectory and step, out of the points alone; whether there is such a design.
bool find_saltelli(DesignTable& design);
bool find_morris(DesignTable& design);

} // namespace rongtong
