// Rules of a labour market, on its own numbers.
//
//   wages:      index' = index * (1 + wage_response * clamp((u0 - u) / u0, -wage_bound, wage_bound))
//               u: unemployment, u0: of the start
//   hands:      reach * unemployed: whom firms, pools or an entrant find in a month                                   persons
//   hire share: (hands of firms - 3 sqrt(hands)) / hires that firms want, 0 to 1
// Firms round their hires by chance: three standard deviations stay free, so that nobody works twice.
// Source: Phillips 1958, doi 10.1111/j.1468-0335.1958.tb00003.x. Parameters: labour_rules.hpp. Test: tests/models/labour.cpp.
#pragma once

#include "models/labour/labour_markets.hpp"
#include "models/labour/labour_rules.hpp"

#include <algorithm>
#include <cmath>

namespace rongtong {

inline constexpr double rounding_deviations = 3;

// Persons. reach: share of the unemployed that who hires finds.
inline double hands(const LabourMarket& market, double reach) { return reach * std::max(0.0, market.unemployed()); }

// hands: of firms; wanted: hires that all of them want, persons.
inline double hire_share(double hands, double wanted)
{
    return wanted > 0 ? std::clamp((hands - rounding_deviations * std::sqrt(hands)) / wanted, 0.0, 1.0) : 1;
}

// usual: unemployment at the start, share of the labour force.
inline double next_wage_index(const LabourMarket& market, double usual, const LabourRules& rules)
{
    const double gap = (usual - market.unemployment()) / std::max(usual, 1e-6);
    return market.wage_index * (1 + rules.wage_response * std::clamp(gap, -rules.wage_bound, rules.wage_bound));
}

} // namespace rongtong
