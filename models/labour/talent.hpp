// Researchers: who works in a sector that sells research, its firms and its pools (institutes), and who looks for such work. A labour market of
// their own in each region (labour_markets.hpp), whose wages are what R&D costs.
//
//   wages       wage_curve.hpp, with talent_response times the slope, around talent_unemployment
//   training    training / 12 * ln(wage of researchers / wage of others, both over the start) * force: workers who become researchers a month, or back
//   on the job  who is hired where no researcher is left comes out of the workers
//   moves       from a to b, once a year:  talent_moves * (gap - (1 - ease) * friction)+ * force of a
//     gap       ln((1 - unemployment) * pay * wage / price of consumption) in b less the same in a
//     friction  |gap| of the start, so that nobody moves until something changes;  ease: what levers take off (Conditions::talent_ease)
//   at most a part most_leave of those without work becomes something else, or goes elsewhere, at a time
// Short supply makes wages of researchers rise, so that part of what is spent on more R&D pays the same researchers more (Goolsbee 1998, American Economic
// Review 88(2), 298-302). People look at the wage times the odds of work (Harris & Todaro 1970, American Economic Review 60(1), 126-142). pay: of the
// region at the start over the nation (calibration). Parameters: talent_rules.hpp. Test: tests/models/talent.cpp.
#pragma once

#include "models/labour/labour_markets.hpp"
#include "models/labour/talent_rules.hpp"

#include <algorithm>
#include <cmath>

namespace rongtong {

inline constexpr double most_leave = 0.25;

// Persons a month; below 0: researchers who become workers.
inline double trained(const LabourMarket& talent, const LabourMarket& workers, const TalentRules& rules)
{
    const double wanted = rules.training / 12 * std::log(talent.wage_index / workers.wage_index) * talent.labour_force;
    const LabourMarket& from = wanted > 0 ? workers : talent;
    return std::clamp(wanted, -most_leave * std::max(0.0, from.unemployed()),
                      most_leave * std::max(0.0, from.unemployed()));
}

// Log of what a researcher can expect to earn. pay: of the region over the nation at the start; price: over the start.
inline double prospects(const LabourMarket& talent, double pay, double price)
{
    const double work = std::max(0.5, 1 - std::max(0.0, talent.unemployment()));
    return std::log(work * pay * talent.wage_index / price);
}

// Persons a year from a to b, before what those without work allow. friction: |gap| of the start.
inline double movers(double gap, double friction, double ease, double force, const TalentRules& rules)
{
    return rules.moves * std::max(0.0, gap - (1 - ease) * friction) * force;
}

} // namespace rongtong
