// Shock capacity_loss: part of the capital stock of the firms hit can't be used, and comes back in a straight line.
//
//   capacity = 1 - loss * (1 - months since the shock / recovery_months), until recovery is complete,
//   or 1 - loss * level where the scenario gives a level by month
// Source of the form: ARIO, Hallegatte 2014, doi 10.1111/risa.12090. Test: tests/models/shocks.cpp.
#include "models/policies/lever.hpp"

#include <algorithm>

namespace rongtong {

namespace {

void act(const ShockContext& c, Conditions& conditions)
{
    const double loss = c.parameters[0], recovery = c.parameters[1];
    const double healed = recovery > 0 ? std::min(1.0, c.months_since / recovery) : (c.months_since > 0 ? 1.0 : 0.0);
    const double left = 1 - loss * c.level.value_or(1 - healed);
    for (std::size_t g = 0; g < c.groups.size(); ++g)
        if (c.target.reaches(c.groups[g])) conditions.groups[g].capacity *= left;
    if (c.parameters[2] <= 0 || c.target.firms.given()) return; // pools are no firms that can be named
    for (std::size_t s = 0; s < c.groups.sectors(); ++s)
        for (std::size_t r = 0; r < c.groups.regions(); ++r)
            if (c.target.sectors[s] && c.target.regions[r])
                conditions.pool_capacity[s * c.groups.regions() + r] *= left;
}

} // namespace

extern const Shock shock_capacity_loss{
    .name = "capacity_loss",
    .title_en = "loss of production capacity",
    .title_zh = "产能损失",
    .channel = "share of the capital stock that can be used, and of what pools can make",
    .source = "Hallegatte 2014, doi 10.1111/risa.12090; Inoue & Todo 2019, doi 10.1038/s41893-019-0351-x",
    .parameters = {{"loss", "1", 0, 1, 0.5, "share of capacity lost in the month of the shock", "assumed"},
                   {"recovery_months", "month", 0, 120, 6, "months until capacity is whole again", "assumed", true},
                   {"pools", "1", 0, 1, 0,
                    "1: also the self-employed, farms and public units of the sectors and regions; 0: firms only",
                    "a switch", true}},
    .act = act,
};

} // namespace rongtong
