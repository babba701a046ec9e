// Chain leaders (链主): the firm of each sector that buys most over links, whatever its headcount, chosen anew once a year.
//
//   purchases = sum of link coefficients * expected output
// In small runs hardly any firm is large by headcount, so size is no criterion. Assumed. Test: tests/models/leaders.cpp.
#pragma once

#include "models/economy.hpp"

namespace rongtong {

// Sets economy.turnover.leaders.
void choose_leaders(Economy& economy);

bool is_leader(const Economy& economy, std::size_t row);

// Output of the chain leaders in a month, goods.
double leaders_output(const Economy& economy);

} // namespace rongtong
