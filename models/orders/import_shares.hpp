// Imports that answer prices and shortages: what buyers on the market take of a tradable product from abroad instead of home.
//
//   ln(m / (1 - m)) = ln(m0 / (1 - m0)) + import_substitution * x + import_drift * mean of x over import_memory months
//   x     = ln(P_home / (P_abroad * fill ^ 1/2)):  prices over the start; fill: share of orders that arrives from home, 0.01 at least
//   shift = (m - m0) / (1 - m0): part of what was bought at home at the start that is bought abroad now; below 0: the other way
// m: imported share of all use of the product, m0: at the start. What is bought abroad arrives in full, at the import price; below 0
// home sells more. Orders that home leaves unfilled so go abroad, and a sector whose goods become cheaper takes the place of imports.
// Links are domestic; other products keep their share. At the start x is 0.
// Source: Armington 1969, doi 10.2307/3866403; elasticities: Boehm, Levchenko & Pandalai-Nayar 2023, American Economic Review 113(4).
// Parameters: demand_rules.hpp. Test: tests/models/import_shares.cpp.
#pragma once

#include "models/orders/demand_rules.hpp"

#include <algorithm>
#include <cmath>

namespace rongtong {

// Log of the price of home goods over that of imports, as buyers who can't wait see it.
inline double import_pull(double home_price, double import_price, double fill)
{
    return std::log(home_price / import_price) - 0.5 * std::log(std::clamp(fill, 0.01, 1.0));
}

// share: imported share of use at the start, 0 to 1; pull: of this month; mean: of the past.
inline double import_shift(double share, double pull, double mean, const DemandRules& rules)
{
    if (share <= 0 || share >= 1) return 0;
    const double odds = share / (1 - share) * std::exp(rules.import_substitution * pull + rules.import_drift * mean);
    const double now = odds / (1 + odds);
    return (now - share) / (1 - share);
}

// Part of an order that comes from abroad in a month in which home delivers `fill` of what is asked of it.
inline double arrives_from_abroad(double shift, double fill) { return shift > 0 ? shift : shift * fill; }

} // namespace rongtong
