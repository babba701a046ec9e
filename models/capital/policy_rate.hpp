// The central bank's rate, set once a month before prices of credit are (rates a year).
//
//   wanted    = neutral + inflation * pi + gap * (u0 - u) - change * 12 * (u - u of the month before)
//   rate'     = max(0, rate + speed * (wanted - rate));  neutral' = neutral + learning * (rate' - neutral)
//   pi, u:    exponential means of annualised consumer inflation and of national unemployment; u0: of the start. The target of
//             inflation is 0, as import prices are constant
//   real rate = mean of (rate - rate at start) - expected_inflation * pi: 0 at the start
// Rates on loans move by the whole change, on all of the stock; those on deposits, bonds, reserves and advances by `pass` of it.
// Wanted capital answers through the user cost (capital/investment.hpp), consumption and housing in orders/final_demand.cpp.
// A rule in levels with a fixed neutral rate would end in lasting inflation; the speed limit is what damps.
// Source: Taylor 1993, doi 10.1016/0167-2231(93)90009-L; Walsh 2003, doi 10.1257/000282803321455278; a neutral rate that is learnt:
// Orphanides & Williams 2002. Parameters: policy_rate_rules.hpp. Test: tests/models/policy_rate.cpp.
#pragma once

#include "models/capital/policy_rate_rules.hpp"

#include <tuple>

namespace rongtong {

struct PolicyRate {
    double rate = 0, start = 0, neutral = 0; // 1/year, of loans before risk
    double inflation = 0, unemployment = 0;  // means
    double price = 1;                        // of consumption, last month
    double real = 0;                         // less its start

    static constexpr auto fields()
    {
        using P = PolicyRate;
        return std::tuple{&P::rate, &P::start, &P::neutral, &P::inflation, &P::unemployment, &P::price, &P::real};
    }

    double shift() const { return rate - start; }
};

// price: of consumption over the start, this month; unemployment: last month's; usual: of the start.
PolicyRate next_rate(const PolicyRate& old, double price, double unemployment, double usual,
                     const PolicyRateRules& rules);

} // namespace rongtong
