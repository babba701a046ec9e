// Investment in capital and in quality, goods a month.
//
//   wanted  = capital per output * ((real rate + r + d) / (r + d)) ^ -user_cost * exp(sentiment) * usual output
//   usual output' = usual output * (1 + trend) + (planned - usual output * (1 + trend)) / demand_memory;  r: rate on loans at the start;  d: depreciation
//   order   = max(0, d / 12 * capital + own_speed * (wanted - gap * capital) + investment_speed * (gap - 1) * capital
//                 + trend * capital)
//   gap:    the nation's wanted over present capital. What all lack is built slowly, what one firm lacks beside the others fast, so
//           that capital moves between firms and the accelerator of the whole stays weak
//   founders order what they lack at once
//   upgrade  = quality_upgrade * max(0, margin - usual margin) * expected
//   capital' = capital * (1 - d / 12) + delivered
//   quality' = 1 + (quality - 1) * (1 - quality_decay) + quality_gain * upgrade delivered / expected
// Source of the form: flexible accelerator, Chenery 1952, doi 10.2307/1907784; user cost elasticity about -0.25: Chirinko, Fazzari &
// Meyer 1999, doi 10.1016/S0047-2727(99)00024-9. Parameters: accounting_rules.hpp, demand_rules.hpp. Test: tests/models/investment.cpp.
#pragma once

#include "models/capital/accounting_rules.hpp"

#include <algorithm>
#include <cmath>

namespace rongtong {

// Factor on wanted capital. real: rate less its start; start: rate on loans at the start; 1/year.
inline double user_cost_factor(double real, double start, const AccountingRules& rules)
{
    const double cost = start + rules.depreciation;
    return std::pow(std::max(0.1, (real + cost) / cost), -rules.user_cost);
}

inline double capital_order(double capital, double wanted, double gap, double trend, const AccountingRules& rules)
{
    return std::max(0.0, rules.depreciation / 12 * capital + rules.own_speed * (wanted - gap * capital) +
                             rules.investment_speed * (gap - 1) * capital + trend * capital);
}

inline double upgrade_order(double margin, double usual_margin, double expected, double share)
{
    return share * std::max(0.0, margin - usual_margin) * expected;
}

} // namespace rongtong
