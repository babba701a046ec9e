// Price and markup (O4), yuan per unit of goods.
//
//   wanted price = unit cost * (1 + markup at start * factor)
//   factor       = 1 + clamp(e * 2 (s - 1) / (s + 1) - b * (h - h0) + back, +-bound),  s = market share over share at start
//   back         = complaints * max(0, b * h - most) under a rule on unfair terms (fair_terms.hpp), else 0
//   price'       = price + price_speed * (wanted - price)
// 2 (s - 1) / (s + 1) is log s to second order and bounded; h is the largest linked buyer's share in orders (buyer power, the
// price squeeze). The markup answers the level of the share, not its growth: a cumulative rule would be a random walk.
// Sources: Dosi, Fagiolo & Roventini 2010, doi 10.1016/j.jedc.2010.06.018 (markup on market share). Parameters:
// pricing_rules.hpp. Test: tests/models/pricing.cpp.
#pragma once

#include "models/orders/fair_terms.hpp"
#include "models/orders/pricing_rules.hpp"

#include <algorithm>

namespace rongtong {

inline double markup_factor(double share, double share_at_start, double largest_buyer, double largest_at_start,
                            const PricingRules& rules, const FairTerms& fair = {})
{
    const double s = share_at_start > 0 ? share / share_at_start : 1;
    const double by_share = rules.markup_share_elasticity * 2 * (s - 1) / (s + 1);
    double by_power = rules.buyer_power * (largest_buyer - largest_at_start);
    if (fair.complaints > 0) by_power -= fair.complaints * std::max(0.0, rules.buyer_power * largest_buyer - fair.most);
    return 1 + std::clamp(by_share - by_power, -rules.markup_bound, rules.markup_bound);
}

inline double next_price(double price, double unit_cost, double markup, double speed)
{
    return price + speed * (unit_cost * (1 + markup) - price);
}

} // namespace rongtong
