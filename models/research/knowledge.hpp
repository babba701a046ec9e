// Knowledge of others that R&D builds on: what is known at home and abroad, each over its trend.
//
//   factor on what a month of R&D does = (home ^ (1 - f) * foreign ^ f) ^ public_knowledge
//   f       weight of foreign knowledge in a sector: 0.2 more than its import share, at most 0.7 (assumed)
//   home    research that government buys (basic research, of institutes for the most part), over that of the start and the index of progress, and years late:
//           home' = home + (delivered / (start * index) - home) / home_lag;  home_lag 0: 1
//   foreign 1, or what an embargo leaves (shocks/technology_embargo.cpp)
// Spillovers raise the productivity of R&D (Griliches 1992, doi 10.2307/3440244: sign); basic research reaches industry after years (Mansfield 1991, doi
// 10.1016/0048-7333(91)90080-A: seven in the mean); the form and the exponent are assumed. Test: tests/models/research/knowledge.cpp,
// tests/models/policies/shocks/technology_embargo.cpp.
#pragma once

#include "models/research/research_rules.hpp"

#include <algorithm>
#include <cmath>

namespace rongtong {

inline double weight_of_foreign(double import_share) { return std::clamp(0.2 + import_share, 0.2, 0.7); }

inline double knowledge_factor(double home, double foreign, double weight, const ResearchRules& rules)
{
    if (home == 1 && foreign == 1) return 1;
    const double known = std::pow(std::max(0.0, home), 1 - weight) * std::pow(std::max(0.0, foreign), weight);
    return std::pow(known, rules.public_knowledge);
}

// A month. done: public research over its trend.
inline double next_home(double home, double done, const ResearchRules& rules)
{
    return rules.home_lag > 0 ? home + (done - home) / rules.home_lag : 1;
}

} // namespace rongtong
