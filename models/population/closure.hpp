// Solvent closure (N2): an owner gives up with monthly probability
//
//   closure_rate / 12 * exp(closure_profit * (usual margin - margin)) * workers ^ -closure_size
//
// and pays everybody (capital/estate.hpp). No hazard knows a firm's age.
// Parameters: turnover_rules.hpp. Test: tests/models/exit.cpp.
#pragma once

#include "models/population/turnover_rules.hpp"

#include <algorithm>
#include <cmath>

namespace rongtong {

// Factor on the odds of a firm whose margin is that much short of its sector's.
inline double margin_lift(double short_of_usual, const TurnoverRules& rules)
{
    return std::exp(std::min(5.0, rules.closure_profit * short_of_usual));
}

inline double closure_probability(double margin, double usual_margin, double workers, const TurnoverRules& rules)
{
    return rules.closure_rate / 12 * margin_lift(usual_margin - margin, rules) * std::pow(workers, -rules.closure_size);
}

} // namespace rongtong
