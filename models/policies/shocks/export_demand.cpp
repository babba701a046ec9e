// Shock export_demand: the rest of the world orders more or less of the products of the sectors hit.
//
//   multiplier on orders from abroad = 1 + size * max(0, 1 - months since / duration_months), or 1 + size for the duration
// where fade is 0, or 1 + size * level where the scenario gives a level by month: with size 1, an observed series of
// relative deviations. Prices act on top (export_elasticity). Source of the channel: the collapse of trade in 2008-09, Bems,
// Johnson & Yi 2013, doi 10.1146/annurev-economics-082912-110201. Test: tests/models/trade_shocks.cpp.
#include "models/policies/lever.hpp"

#include <algorithm>

namespace rongtong {

namespace {

void act(const ShockContext& c, Conditions& conditions)
{
    const double size = c.parameters[0], duration = c.parameters[1];
    if (!c.level && c.months_since >= duration) return;
    const double strength = c.level.value_or(c.parameters[2] > 0 ? 1 - c.months_since / duration : 1);
    for (std::size_t s = 0; s < c.groups.sectors(); ++s)
        if (c.target.sectors[s]) conditions.export_demand[s] *= std::max(0.0, 1 + size * strength);
}

} // namespace

extern const Shock shock_export_demand{
    .name = "export_demand",
    .title_en = "change of demand from abroad",
    .title_zh = "出口需求变动",
    .channel = "orders of the rest of the world, by product",
    .source = "Bems, Johnson & Yi 2013, doi 10.1146/annurev-economics-082912-110201 (the form); size assumed",
    .parameters = {{"size", "1", -1, 2, -0.2, "relative change of orders from abroad in the first month", "assumed"},
                   {"duration_months", "month", 1, 240, 12, "how long it lasts", "assumed", true},
                   {"fade", "1", 0, 1, 1, "1: fades in a straight line; 0: stays at full size for its duration",
                    "assumed", true}},
    .target = {.regions = false, .size = false, .ownership = false, .tiers = false},
    .act = act,
};

} // namespace rongtong
