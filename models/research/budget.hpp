// What a performer spends on R&D, over its sales: a usual rate that follows its profit.
//
//   rate'  = rate + budget_speed * (wanted - rate)
//   wanted = usual * (exp(budget_profit * (margin - usual margin)) / user cost + additional * grant), between half and twice the usual, at least
//            what it aims at to pay a lower tax rate (threshold.hpp);
//            less where its cash is below half of what it wants to hold, in proportion
//   additional = 1 where its cash is below what it wants to hold, additionality else: who is not short of money would have done most of it
// user cost, grant over usual R&D: user_cost.hpp. Parameters: research_rules.hpp. Test:
// tests/models/research/budget.cpp.
#pragma once

#include "models/research/research_rules.hpp"

#include <algorithm>
#include <cmath>

namespace rongtong {

struct ResearchWish {
    double margin; // over the usual one
    double cash;   // over what it wants to hold
    double user_cost = 1, grant = 0;
    double aim = 0; // R&D over sales that it does at least (threshold.hpp)
};

inline double wanted_research(double usual, const ResearchWish& w, const ResearchRules& rules)
{
    const double additional = w.cash < 1 ? 1 : rules.additionality;
    const double times = std::exp(rules.budget_profit * w.margin) / w.user_cost + additional * w.grant;
    return std::max(w.aim, usual * std::clamp(times, 0.5, 2.0)) * std::clamp(2 * w.cash, 0.0, 1.0);
}

inline double next_research(double rate, double usual, const ResearchWish& w, const ResearchRules& rules)
{
    return rate + rules.budget_speed * (wanted_research(usual, w, rules) - rate);
}

} // namespace rongtong
