// Expectation, planning and ordering (O2), all units goods a month or goods.
//
//   expected'  = (expected + expectation_speed * (orders - expected)) * (1 + trend)        adaptive expectations
//   planned    = max(0, expected + finished_speed * (finished_cover * expected - finished) + trend * finished_cover * expected)
//                makers of goods
//   planned    = expected                                                                  services
//   in both    no more than the firm's capital can make (production.hpp), whatever a shock has put out of use: who expects more
//              than that would else pay, month after month, for hands and inputs that it can't use
//   order      = max(0, need * (1 + noise) + input_speed * ((1 + cover) * need - stock) + trend * (1 + cover) * need),
//                need = coefficient * planned;  trend: growth a month that all expect (progress/progress.hpp)
// Order-up-to policy with partial adjustment: variation of demand grows on its way upstream. Stable where
// rho * (1 - l + k l) < 1 (scenarios refuse the rest).
// Sources: Nerlove 1958, doi 10.2307/1880597; Lee, Padmanabhan & Whang 1997, doi 10.1287/mnsc.43.4.546.
// Parameters: ordering_rules.hpp. Test: tests/models/ordering.cpp.
#pragma once

#include "models/orders/ordering_rules.hpp"

#include <algorithm>

namespace rongtong {

inline double next_expectation(double expected, double orders, double speed, double trend)
{
    return (expected + speed * (orders - expected)) * (1 + trend);
}

inline double planned_output(double expected, double finished, bool holds_stock, double trend,
                             const OrderingRules& rules)
{
    if (!holds_stock) return expected;
    const double wanted = rules.finished_cover * expected;
    return std::max(0.0, expected + rules.finished_speed * (wanted - finished) + trend * wanted);
}

inline double order_quantity(double need, double stock, double cover, double noise, double speed, double trend)
{
    const double wanted = (1 + cover) * need;
    return std::max(0.0, need * (1 + noise) + speed * (wanted - stock) + trend * wanted);
}

} // namespace rongtong
