// What a checkpoint may hold of platforms.
#pragma once

#include "models/range_checks.hpp"

namespace rongtong {

struct Economy;

void check_platforms(const Economy& economy, const Checks& check);

} // namespace rongtong
