// Shock demand: households, government and investors of the regions hit buy more or less of the sectors hit.
//
//   multiplier on real final demand = 1 + size * max(0, 1 - months since / duration_months), or 1 + size for the duration
// where fade is 0, or 1 + size * level where the scenario gives a level by month. Firms' size and ownership can't be a target: demand is of products. Test: tests/models/shocks.cpp.
#include "models/policies/lever.hpp"

#include <algorithm>

namespace rongtong {

namespace {

void act(const ShockContext& c, Conditions& conditions)
{
    const double size = c.parameters[0], duration = c.parameters[1];
    const bool fades = c.parameters[2] > 0;
    if (!c.level && c.months_since >= duration) return;
    const double strength = c.level.value_or(fades ? 1 - c.months_since / duration : 1);
    for (std::size_t s = 0; s < c.groups.sectors(); ++s)
        for (std::size_t r = 0; r < c.groups.regions(); ++r)
            if (c.target.sectors[s] && c.target.regions[r])
                conditions.final_demand[s * c.groups.regions() + r] *= std::max(0.0, 1 + size * strength);
}

} // namespace

extern const Shock shock_demand{
    .name = "demand",
    .title_en = "change of final demand",
    .title_zh = "最终需求变动",
    .channel = "real final demand by product and region of use",
    .source = "assumed",
    .parameters = {{"size", "1", -1, 2, -0.1, "relative change of final demand in the first month", "assumed"},
                   {"duration_months", "month", 1, 240, 12, "how long it lasts", "assumed", true},
                   {"fade", "1", 0, 1, 1, "1: fades in a straight line; 0: stays at full size for its duration",
                    "assumed", true}},
    .target = {.size = false, .ownership = false},
    .act = act,
};

} // namespace rongtong
