// What a checkpoint may hold of tiers.
#pragma once

#include "models/range_checks.hpp"

namespace rongtong {

void check_tiers(const Economy& economy, const Checks& check);

} // namespace rongtong
