// Do the totals of a run fit into 64 bits? Known before it starts (Money: 1/100, goods: 1/1000 of the currency), so that a country
// with a small unit of money is refused rather than counted wrong. A month checks its totals all the same (firm_sums.hpp).
// Test: tests/models/tables.cpp.
#pragma once

#include "models/agents/technology_table.hpp"

namespace rongtong {

// Throws ScenarioError (pointers /firms and /calibration) where a total at the start leaves less than `spare_range` times its
// size, or where a month's wage is too small to be counted in hundredths.
void check_range(const Setup& setup, const TechnologyTable& technology);

inline constexpr double spare_range = 8; // for prices, stocks and debts that grow

} // namespace rongtong
