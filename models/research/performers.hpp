// Who does R&D. In a sector that does some, the share of performers P among firms of a size is logistic in log workers:
//
//   P / (1 - P) = (workers / performer_size) ^ performer_slope
//   a firm without takes it up with the odds  exit odds * P / (1 - P)  a month: as many come as leave, in each size; more by as much as
//   shared equipment makes successes more frequent (pilot_lines.hpp; assumed)
// Large firms do R&D more often, and those who do spend in proportion to their sales (Cohen & Klepper 1992, American Economic Review
// 82(4), 773-799). Parameters: research_rules.hpp. Test: tests/models/research/performers.cpp.
#pragma once

#include "models/research/research_rules.hpp"

#include <algorithm>
#include <cmath>

namespace rongtong {

inline double performer_ratio(double workers, const ResearchRules& rules) // P / (1 - P)
{
    return std::pow(std::max(1.0, workers) / rules.performer_size, rules.performer_slope);
}

inline double performer_share(double workers, const ResearchRules& rules)
{
    const double ratio = performer_ratio(workers, rules);
    return ratio / (1 + ratio);
}

} // namespace rongtong
