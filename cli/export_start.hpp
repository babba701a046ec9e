// Tables of firms and links, firms.csv and links.csv, as `start` of another scenario takes them (docs/own-data.md): of what a
// scenario starts with, or of a month of a run.
#pragma once

#include "analysis/export.hpp"
#include "scenarios/scenario.hpp"

#include <filesystem>
#include <vector>

namespace rongtong::cli {

// Sales and values are those of month 1 times twelve, in yuan a year. Throws ScenarioError, OutputError.
std::vector<std::filesystem::path> export_start_of(const Scenario& scenario, const std::filesystem::path& folder,
                                                   const ExportOptions& options);

// The same of a month of a run, out of its panel (sector, region, workers, revenue of all firms) and its network: revenue and orders
// of that month times twelve, at its prices. options.month: default the last one that both have. Throws OutputError.
std::vector<std::filesystem::path> export_month_as_start(const std::filesystem::path& results,
                                                         const std::filesystem::path& folder,
                                                         const ExportOptions& options);

// To the fen; in yuan.
std::string a_year(double month);

} // namespace rongtong::cli
