// The yearly review of tiers (tiers.hpp).
#pragma once

#include "models/tiers/criteria.hpp"

namespace rongtong {

// Once a year, by last year's size classes; lists of customers must be there.
void review_tiers(Economy& economy, const Draws& draws);

} // namespace rongtong
