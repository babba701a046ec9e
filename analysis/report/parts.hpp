// The parts that the data of a report are put together from. Inside analysis/report/ only.
#pragma once

#include "analysis/report/report.hpp"

namespace rongtong {

// ---- what_was_run.cpp
// Gathers, run by run, what each scenario's runs are: title, seeds, replicates, months, firms, program; and of the indicators
// their long names, units and formulas.
class RunBook {
public:
    void add(const Run& run);
    nlohmann::ordered_json scenarios() const;
    nlohmann::ordered_json indicators() const;
    bool all_of(const std::string& calibration) const; // are all runs of this one?

private:
    struct Entry {
        std::string scenario;
        nlohmann::json setup;
        std::vector<std::int64_t> points;
        std::vector<std::uint64_t> seeds, replicates;
        std::vector<std::string> commits, versions, calibrations;
        std::optional<std::uint64_t> firms;
        std::size_t runs = 0;
        int first_month = 0, last_month = 0; // of all its runs
        nlohmann::ordered_json marks;        // of plausibility: {name: {"runs": that left it, ...}}
    };
    std::vector<Entry> entries_;
    nlohmann::ordered_json indicators_ = nlohmann::ordered_json::object();
};

// ---- slim.cpp
// A comparison's JSON without what the page has elsewhere (names and formulas of indicators, per row) or does not show (nulls,
// empty notes). No figure is changed.
nlohmann::ordered_json slim(nlohmann::ordered_json comparison);

} // namespace rongtong
