// Shock demand: final buyers of the regions hit buy more or less of the sectors hit.
//
//   multiplier on real demand of a purchaser = 1 + its part * size * max(0, 1 - months since / duration_months), or
//   1 + its part * size for the duration where fade is 0, or 1 + its part * size * level where the scenario gives a level by month
// Purchasers: households (consumption), government (its demand), investors (housing and public investment), firms (what producers
// invest: of that the product can't be chosen, so that sectors count by their part in capital goods). A duration of 0 has no end, and
// nothing fades. Firms' size and ownership can't be a target: demand is of products. Test: tests/models/shocks.cpp.
#include "models/policies/lever.hpp"

#include <algorithm>

namespace rongtong {

namespace {

constexpr std::size_t first_part = 3; // of the purchasers, in their order

double strength_of(const ShockContext& c)
{
    const double duration = c.parameters[1];
    const bool endless = duration == 0, fades = c.parameters[2] > 0 && !endless;
    if (c.level) return *c.level;
    if (!endless && c.months_since >= duration) return 0;
    return fades ? 1 - c.months_since / duration : 1;
}

void act(const ShockContext& c, Conditions& conditions)
{
    const double strength = c.parameters[0] * strength_of(c);
    for (std::size_t p = 0; p < purchaser_names.size(); ++p) {
        const double times = std::max(0.0, 1 + c.parameters[first_part + p] * strength);
        for (std::size_t s = 0; s < c.groups.sectors(); ++s)
            for (std::size_t r = 0; r < c.groups.regions(); ++r)
                if (c.target.sectors[s] && c.target.regions[r])
                    conditions.final_demand[p][s * c.groups.regions() + r] *= times;
    }
}

ParameterInfo part_of(std::string_view purchaser, double initial, std::string_view meaning)
{
    return {purchaser, "1", 0, 1, initial, meaning, "part of the size; assumed"};
}

} // namespace

extern const Shock shock_demand{
    .name = "demand",
    .title_en = "change of final demand",
    .title_zh = "最终需求变动",
    .channel = "real final demand by purchaser, product and region of use",
    .source = "assumed",
    .parameters = {{"size", "1", -1, 2, -0.1, "relative change of final demand in the first month", "assumed"},
                   {"duration_months", "month", 0, 1200, 12, "how long it lasts; 0: for ever", "assumed", true},
                   {"fade", "1", 0, 1, 1, "1: fades in a straight line; 0: stays at full size for its duration",
                    "assumed", true},
                   part_of("households", 1, "part of it that consumption of households takes"),
                   part_of("government", 1, "part of it that demand of government takes"),
                   part_of("investors", 1, "part of it that housing and public investment take"),
                   part_of("firms", 0, "part of it that investment of firms and pools takes")},
    .target = {.size = false, .ownership = false, .tiers = false},
    .act = act,
};

} // namespace rongtong
