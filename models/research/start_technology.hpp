// Technology at the start of firms that do no R&D, and of entrants, over their sector's performers: so far behind that what they make up
// keeps the distance.
//
//   ln technology = -growth / catch_up + others_spread * z
// Test: tests/models/research/start.cpp.
#pragma once

#include "models/progress/progress.hpp"

#include <algorithm>

namespace rongtong {

inline double technology_of_others(const Parameters& p, double z)
{
    const double growth = 12 * growth_a_month(p);
    const double behind = p.research.catch_up > 0 ? std::min(0.5, growth / p.research.catch_up) : 0;
    return p.research.others_spread * z - behind;
}

} // namespace rongtong
