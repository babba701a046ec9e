// What rules see of the economy, and which of them hold.
#pragma once

#include "models/economy.hpp"

namespace rongtong {

bool given_by_region(const Indicator& indicator);

// Value of the last complete month.
double seen_by(const Economy& e, const Rule& rule);

// All indicators of the last complete month, for a checkpoint.
SeenMonth look_back(const Economy& e);

// Before the month moves on: which rules hold in the next month.
void follow_rules(Economy& e);

} // namespace rongtong
