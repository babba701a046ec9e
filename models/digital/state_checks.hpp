// What a checkpoint may hold of digital tools and standards.
#pragma once

#include "models/range_checks.hpp"

namespace rongtong {

struct Economy;

void check_digital(const Economy& economy, const Checks& check);

} // namespace rongtong
