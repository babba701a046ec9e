// Research of the economy as a whole (frontier.hpp).
#pragma once

#include "models/economy.hpp"

namespace rongtong {

// Growth comes from firms' R&D: asked for, and known to the calibration.
inline bool researches(const Economy& e) { return e.technology.research_total > 0; }

// Root of the part of its orders that its largest customer over links gives which does R&D and is ahead of it (find_teachers.cpp).
// orders: goods a month.
float taught_by_customers(const Economy& e, std::size_t row, double orders);

} // namespace rongtong
