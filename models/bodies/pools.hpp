// Pools of self-employed, farms and public units, one in each cell (sector * regions + region). They pay in cash; what is left of
// sales is the mixed income of the region's households. Equations: pools.cpp.
#pragma once

#include "sim/money.hpp"

#include <vector>

namespace rongtong {

// All by cell.
struct Pools {
    std::vector<double> persons, persons_at_start, output_at_start;
    std::vector<double> expected;            // demand, goods a month
    std::vector<double> supply;              // share of what is ordered that inputs allow, 0 to 1
    std::vector<double> price;               // yuan per unit
    std::vector<double> appeal, share, pull; // in the market of the cell
    // of this month
    std::vector<double> ordered, shipped, basket;          // goods
    std::vector<Money> revenue, inputs_paid, imports_paid; // the rest stands in the ledger
    std::vector<double> investment;                        // capital goods ordered
};

} // namespace rongtong
