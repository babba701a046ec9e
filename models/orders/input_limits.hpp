// Inputs that bind within the month (O3): services, electricity, gas and water can't be stored, so what does not come this month
// is missing this month.
//
//   deliveries go in tiers: utilities; transport, information, finance; the rest. A tier sees this month's fill of earlier tiers;
//   products of its own and of later tiers count as delivered (with last month's fill, own use would stop a sector for ever)
//   use of input j:   u_j = min(1, fill_j / (1 - tolerance)),  fill_j = (sum over links of coef * supplier's fill
//                     + basket part * fill of the market) / (sum of coef + basket part)
//   made <= limits * min over j of (1 - critical_j * (1 - u_j)): of what is ordered, never of what was planned, or a small lack
//   would stay for ever
// Pools are rationed by the fill of the market alike. Source: Pichler, Pangallo, del Rio-Chanona, Lafond & Farmer 2022, doi
// 10.1016/j.jedc.2022.104527 (ratings, and production that stops in part). Parameter: ordering_rules.hpp (input_tolerance). Test:
// tests/models/input_limits.cpp.
#pragma once

#include "models/economy.hpp"

namespace rongtong {

inline constexpr int delivery_tiers = last_delivery_tier + 1;

// Critical inputs of each cell that come in earlier tiers; the same all run long.
void list_needs(Economy& economy);

// Share of output that this month's deliveries of earlier tiers allow a firm, or a cell's pool, 0 to 1.
double deliveries_allow(const Economy& economy, std::size_t row, const GroupFacts& f);
double deliveries_allow_pool(const Economy& economy, Cell cell);

// Share of an input that is used, of what arrived of it.
inline double input_use(double fill, double tolerance) { return std::min(1.0, fill / (1 - tolerance)); }

} // namespace rongtong
