// Rules of a labour market, on its own numbers.
//
//   hands:      reach * unemployed: whom firms, pools or an entrant find in a month                                   persons
//   hire share: (hands of firms - 3 sqrt(hands)) / hires that firms want, 0 to 1
// Firms round their hires by chance: three standard deviations stay free, so that nobody works twice.
// Wages: wage_curve.hpp. Parameters: labour_rules.hpp. Test: tests/models/labour.cpp.
#pragma once

#include "models/labour/labour_markets.hpp"

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

// The same for researchers: whom firms take beyond those is trained on the job (talent.hpp).
inline double share_of_talent(double hands, double wanted)
{
    return wanted > 0 ? std::clamp(hands / wanted, 0.0, 1.0) : 1;
}

} // namespace rongtong
