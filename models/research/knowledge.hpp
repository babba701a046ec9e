// Knowledge of others that R&D builds on: what is known at home and abroad, each over its trend.
//
//   factor on what a month of R&D does = (home ^ (1 - f) * foreign ^ f) ^ public_knowledge
//   f       weight of foreign knowledge in a sector: 0.2 more than its import share, at most 0.7 (assumed)
//   home    1: institutes' research follows its trend
//   foreign 1, or what an embargo leaves (shocks/technology_embargo.cpp)
// Spillovers raise the productivity of R&D (Griliches 1992, doi 10.2307/3440244: sign); the form and the exponent are assumed. Test:
// tests/models/policies/shocks/technology_embargo.cpp.
#pragma once

#include "models/research/research_rules.hpp"

#include <algorithm>
#include <cmath>

namespace rongtong {

inline double weight_of_foreign(double import_share) { return std::clamp(0.2 + import_share, 0.2, 0.7); }

inline double knowledge_factor(double foreign, double weight, const ResearchRules& rules)
{
    if (foreign == 1) return 1;
    return std::pow(std::max(0.0, foreign), weight * rules.public_knowledge);
}

} // namespace rongtong
