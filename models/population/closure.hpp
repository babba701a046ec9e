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

inline double closure_probability(double margin, double usual_margin, double workers, const TurnoverRules& rules)
{
    const double exponent = std::min(5.0, rules.closure_profit * (usual_margin - margin));
    return rules.closure_rate / 12 * std::exp(exponent) * std::pow(workers, -rules.closure_size);
}

} // namespace rongtong
