// What a unit of a goal costs, from pairs of values. Inside analysis/compare/ only.
#pragma once

#include "analysis/compare/answers.hpp"

namespace rongtong {

// cost: of other less base, times `sign`; the gain goes the way of `goes`. Values stand pair by pair in both samples; pairs without one
// of the four are left out. Empty where there is no pair or nothing is spent.
std::optional<CostEffectiveness> cost_of_unit(const PairedSample& cost, double sign, const PairedSample& goal, int goes,
                                              double level);

} // namespace rongtong
