// What validation looks at, out of tables: so that its estimators can be held against another tool. Runs with a policy or shock, runs
// without luck, events and figures by sector have no table: what they show hangs on the scenario that made them.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "analysis/validate/material.hpp"

namespace rongtong::validation {

// The records of one run, rows by month and then by firm or buyer.
struct RecordTables {
    std::vector<std::int64_t> panel_months, network_months;
    std::vector<std::uint64_t> firms;
    std::map<std::string, std::vector<double>> panel; // further columns
    std::vector<std::uint64_t> buyers, suppliers;
    std::vector<double> values;
};

// Any of them may be empty, but not all. Each has, where it holds several runs, columns scenario and replicate.
struct TableInputs {
    std::filesystem::path months; // indicator, month, value; every month from 1 on
    std::filesystem::path firms;  // month, firm, and the panel's variables; all firms of each month
    std::filesystem::path links;  // month, supplier, buyer, value
    bool any() const { return !months.empty() || !firms.empty() || !links.empty(); }
};

// Throws OutputError. The replicates of a scenario are an ensemble with luck.
Material material_of_tables(const TableInputs& inputs, const ReadOptions& options);

} // namespace rongtong::validation
