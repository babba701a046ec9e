// What a table of compare --csv says of one scenario. Inside analysis/compare/ only.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "analysis/compare.hpp"
#include "analysis/statistics/csv_table.hpp"

namespace rongtong {

struct CsvScenario {
    std::string name;
    std::vector<std::string> order; // indicators as they first occur
    std::map<std::string, PairedSample> samples;
    std::map<std::string, std::vector<std::string>> replicates; // of each indicator, as its sample
    std::map<std::string, std::string> roles;                   // of indicators that have one

    // Of a table by month alone:
    Window window{};
    std::map<std::string, PairedSample> spent{}; // costs over all months of the window
    std::vector<Persistence> persistence{};

    std::string role_of(const std::string& indicator) const;
};

// The scenario of this name, which is added where it is not there.
CsvScenario& scenario_named(std::vector<CsvScenario>& all, const std::string& name);

std::string text_or(const CsvTable& table, const char* column, std::size_t row, const std::string& otherwise);
bool is_asked_for(const CompareOptions& options, const std::string& indicator);
// Adds the indicator where it is new, and the role that the line gives it. OutputError where that is none.
void read_indicator(const CsvTable& table, std::size_t row, CsvScenario& scenario);
// Seeds and replicates as a comparison names its pairs; a replicate that is no number counts from 0.
std::vector<RunKey> keys_of(const std::vector<std::string>& replicates);

// ---- csv_months.cpp: columns indicator, replicate, month, base, other.
std::vector<CsvScenario> scenarios_by_month(const CsvTable& table, const CompareOptions& options);

// ---- csv_firms.cpp: columns firm, before, base, other.
Comparison compare_firms(const CsvTable& table, const CompareOptions& options);

// ---- csv_ranking.cpp: of several scenarios, by the indicators that have a role.
std::optional<Ranking> rank_table(const std::vector<CsvScenario>& scenarios);

} // namespace rongtong
