// What entry, exit and the replacement of lost suppliers remember (renew.cpp, compaction.cpp).
#pragma once

#include <cstdint>
#include <vector>

namespace rongtong {

struct Turnover {
    std::vector<double> orders_at_start, firms_at_start; // by cell: goods a month; a count
    std::vector<double> output;                          // by cell: goods that firms made last month
    std::vector<double> used_capital; // by cell: capital of firms that are gone, held by the region's households
    // Sizes of firms of the start weighted by their expected exits: entrants are drawn from it. By sector (from exit_first on):
    // workers, ascending, and the running sum of weights.
    std::vector<std::uint32_t> exit_first;
    std::vector<double> exit_workers, exit_weight;
    double scrapped = 0;                   // used capital, this month
    double entry_out = 0;                  // new capital that founders buy, expected at the start, yuan a month
    std::vector<std::uint32_t> cell_rows;  // rows of active firms, sorted by cell and id, at the last compaction
    std::vector<double> size_weight;       // by position in cell_rows: running sum of expected output within the cell
    std::vector<std::uint32_t> cell_first; // by cell: its first position; one more at the end
    std::int32_t compacted = 0;            // month of the last compaction
    std::vector<std::uint64_t> leaders;    // by sector: id of the chain leader (leaders.hpp); 0 where there is no firm
};

} // namespace rongtong
