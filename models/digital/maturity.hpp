// Digital maturity of a firm: a level from 0 to 3, in steps of 1/32. Functions of numbers alone.
//
//   each level adds `saving` to the log of output per worker; what a firm has at the start is in its productivity, so that changes alone act
//   once a year, in a firm's own month, of its level L:
//     ageing     L' = L * (1 - lost),  lost = 1 - exp(-decay * (1 - kept)), in whole steps by chance
//     step       d = min(step, 3 - L);  gain = months * saving * d * wages of a month
//     cost       = K * d * (fixed + ln(1 + workers)) * wage index * (1 - learning * mean level of partners / 3)
//                  to level 2 and beyond: * (1 - talent + talent * wage of researchers / wage, both over the start)
//     adopts     with the odds 1 / (1 + (cost / gain) ^ (1 / spread)): gain > cost * e^t, t logistic with scale spread, drawn each year
//   upkeep       a month: kept * decay / 12 * what L costs, without regard to partners. What is not paid for is lost: kept * decay / 12 of L a month
//   K            by size class, yuan of the start: such that the class' mean level at the start is where steps up and ageing balance (start/digital.cpp)
// Source: form of adoption with a fixed cost and a spread: David 1969 (probit models of diffusion, as in Stoneman & Battisti 2010, Handbook of the Economics of Innovation 2,
// recalled); values assumed. Parameters: digital_rules.hpp. Test: tests/models/digital/maturity.cpp.
#pragma once

#include "models/digital/digital_rules.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace rongtong {

inline constexpr int digital_units = 32, most_digital = 3 * digital_units; // in a level; of a firm

inline double level_of(std::uint8_t units) { return static_cast<double>(units) / digital_units; }

// Units that a step brings.
inline int step_from(std::uint8_t units, const DigitalRules& rules)
{
    return std::min(static_cast<int>(std::lround(rules.step * digital_units)), most_digital - units);
}

// Part of a level that a year of upkeep does not save.
inline double ageing_a_year(const DigitalRules& rules) { return 1 - std::exp(-rules.decay * (1 - rules.kept)); }

// Yuan. wages: of a month.
inline double adoption_gain(int units, double wages, const DigitalRules& rules)
{
    return rules.months * rules.saving * units / digital_units * wages;
}

// Over K and the wage index. workers: of the firm.
inline double tools_cost(double levels, double workers, const DigitalRules& rules)
{
    return levels * (rules.fixed + std::log1p(std::max(0.0, workers)));
}

// Part that is left where partners know such tools. level: mean of partners.
inline double cost_beside_partners(double level, const DigitalRules& rules) { return 1 - rules.learning * level / 3; }

// What researchers cost over others, where the step needs them. after: units that the firm then has.
inline double cost_of_talent(int after, double wage, const DigitalRules& rules)
{
    return after >= 2 * digital_units ? 1 - rules.talent + rules.talent * wage : 1;
}

inline double adoption_odds(double gain, double cost, const DigitalRules& rules)
{
    if (gain <= 0) return 0;
    return cost <= 0 ? 1 : 1 / (1 + std::exp(std::log(cost / gain) / rules.spread));
}

// Of a month, over K and the wage index.
inline double upkeep_cost(std::uint8_t units, double workers, const DigitalRules& rules)
{
    return rules.kept * rules.decay / 12 * tools_cost(level_of(units), workers, rules);
}

} // namespace rongtong
