// Scarcity: that a cell's sellers are asked for more than they can deliver.
//
//   scarcity' = scarcity + (ln(orders / shipped) - scarcity) / 3            of the cell's firms and pool; at most ln 100 enters
// Owners help a firm of a scarce cell whatever it lost before (firm/owner_money.cpp): its customers wait. Prices do not answer it: where
// they did, the rate followed prices up while output was down, and an outage of a month cost as much again (adr/0028). Test:
// tests/models/scarcity.cpp.
#pragma once

#include <algorithm>
#include <cmath>

namespace rongtong {

inline constexpr double scarcity_months = 3;

// orders, shipped: goods of the month.
inline double next_scarcity(double scarcity, double orders, double shipped)
{
    const double now = orders > 0 ? std::log(orders / std::clamp(shipped, 0.01 * orders, orders)) : 0;
    return scarcity + (now - scarcity) / scarcity_months;
}

} // namespace rongtong
