// What a performer spends on R&D, over its sales: a usual rate that follows its profit.
//
//   rate'  = rate + budget_speed * (wanted - rate)
//   wanted = usual * exp(budget_profit * (margin - usual margin)), between half and twice the usual rate;
//            less where its cash is below half of what it wants to hold, in proportion
// Parameters: research_rules.hpp. Test:
// tests/models/research/budget.cpp.
#pragma once

#include "models/research/research_rules.hpp"

#include <algorithm>
#include <cmath>

namespace rongtong {

// cash: over what it wants to hold.
inline double wanted_research(double usual, double margin_over_usual, double cash, const ResearchRules& rules)
{
    return usual * std::clamp(std::exp(rules.budget_profit * margin_over_usual), 0.5, 2.0) *
           std::clamp(2 * cash, 0.0, 1.0);
}

inline double next_research(double rate, double usual, double margin_over_usual, double cash,
                            const ResearchRules& rules)
{
    return rate + rules.budget_speed * (wanted_research(usual, margin_over_usual, cash, rules) - rate);
}

} // namespace rongtong
