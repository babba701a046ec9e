// Investment in capital and in quality, goods a month.
//
//   wanted capital = capital per output * expected
//   order          = max(0, depreciation / 12 * capital + investment_speed * (wanted - capital))
//   upgrade        = quality_upgrade * max(0, margin - usual margin) * expected
//   capital'       = capital * (1 - depreciation / 12) + delivered
//   quality'       = 1 + (quality - 1) * (1 - quality_decay) + quality_gain * upgrade delivered / expected
// Only own cash pays for it (no credit yet). Source of the form: flexible accelerator, Chenery 1952, doi 10.2307/1907784.
// Parameters: accounting_rules.hpp, demand_rules.hpp. Test: tests/models/investment.cpp.
#pragma once

#include <algorithm>

namespace rongtong {

inline double capital_order(double capital, double expected, double capital_per_output, double depreciation,
                            double speed)
{
    return std::max(0.0, depreciation / 12 * capital + speed * (capital_per_output * expected - capital));
}

inline double upgrade_order(double margin, double usual_margin, double expected, double share)
{
    return share * std::max(0.0, margin - usual_margin) * expected;
}

} // namespace rongtong
