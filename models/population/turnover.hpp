// What entry, exit and the replacement of lost suppliers remember (renew.cpp, compaction.cpp).
#pragma once

#include <cstdint>
#include <vector>

namespace rongtong {

struct Turnover {
    std::vector<double> entry_rate;        // by cell: entrants a month at the usual margin
    std::vector<double> margin_at_start;   // by cell
    std::vector<double> used_capital;      // by cell: capital of firms that are gone, for entrants
    std::vector<std::uint32_t> cell_rows;  // rows of active firms, sorted by cell and id, at the last compaction
    std::vector<double> size_weight;       // by position in cell_rows: running sum of expected output within the cell
    std::vector<std::uint32_t> cell_first; // by cell: its first position; one more at the end
    std::int32_t compacted = 0;            // month of the last compaction
    std::vector<std::uint64_t> leaders;    // by sector: id of the chain leader (leaders.hpp); 0 where there is no firm
};

} // namespace rongtong
