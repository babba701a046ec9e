// A results file for other tools: tidy CSV tables and the supply network as GraphML. Numbers are written the same in
// every locale, as the shortest text that reads back to the same value; what is not a number is an empty field.
#pragma once

#include <filesystem>
#include <optional>
#include <vector>

namespace rongtong {

struct ExportOptions {
    bool force = false;       // replace files that exist
    std::optional<int> month; // graphml: the snapshot of this month (default: the last one)
};

// One table per group that the file has: indicators.csv, by_size.csv ..., levers.csv, transaction_flow.csv,
// balance_sheet.csv, panel.csv, network.csv, events.csv; and units.csv, what each column of them is: table, name, unit,
// long_name, comment (formula; lines joined by semicolons). Makes the folder; nothing is written if one of the tables
// exists (unless force). Returns the files written. Throws OutputError.
std::vector<std::filesystem::path> export_csv(const std::filesystem::path& results, const std::filesystem::path& folder,
                                              const ExportOptions& options = {});

// The supply network of one month, edges from supplier to buyer with all that /network holds; nodes with what is known of
// the firms in that month (firm_columns.hpp). Keys carry long name and unit. OutputError if the run did
// not ask for /network or has no snapshot of that month.
void export_graphml(const std::filesystem::path& results, const std::filesystem::path& file,
                    const ExportOptions& options = {});

} // namespace rongtong
