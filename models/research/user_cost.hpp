// What a yuan of R&D costs a performer after tax and support, over what it costs without support; and what it says that it spends.
//
//   user cost   = (1 - tax * (1 + deduction) - credit - prize share) / (1 - tax) over its value without support, at least 0.1
//   relabelled  = (credit + tax * deduction) / relabelling_cost, at most 1      of its R&D, said to be R&D without being any
//   support     = (credit + tax * deduction) * (1 + relabelled) * R&D + grant * usual R&D
// R&D is a cost of the month, so that without credit and extra deduction no rate of tax moves it. A performer says of other costs that they are R&D
// until what that brings at the margin is what it costs in effort (convex; effort is no money). Sources: Hall & Van Reenen 2000, doi
// 10.1016/S0048-7333(99)00085-2 (user cost; elasticity about -1); Chen, Liu, Suarez Serrato & Xu 2021, doi 10.1257/aer.20191758 (relabelling: a quarter of
// what is reported beyond a threshold). Parameters: research_rules.hpp, levers/rd_support.cpp. Test: tests/models/research/user_cost.cpp.
#pragma once

#include "models/research/research_support.hpp"

#include <algorithm>

namespace rongtong {

// Public money per yuan of R&D that is said to be done.
inline double support_rate(const ResearchSupport& s, double tax) { return s.credit + tax * s.deduction; }

// prizes: that can be expected per yuan of R&D (prizes.hpp), untaxed.
inline double user_cost(const ResearchSupport& s, double tax, double prizes = 0)
{
    return std::max(0.1, 1 - (support_rate(s, tax) + prizes) / (1 - tax));
}

inline double relabelled(const ResearchSupport& s, double tax)
{
    return s.relabelling_cost > 0 ? std::min(1.0, support_rate(s, tax) / s.relabelling_cost) : 0;
}

} // namespace rongtong
