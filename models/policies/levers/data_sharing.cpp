// Lever data_sharing (数据共享): buyers in the target pass on to their suppliers what they expect to need.
//
//   share * intensity of their links carries it, by a fixed place of each, where both sides are at digital level 1 or beyond
//   margin_loss       fall of a supplier's markup, relative, per part of its orders that comes over such links: buyers that exchange data know its room
// Equations: digital/forecasts.hpp. Test: tests/models/digital/forecasts.cpp.
#include "models/policies/lever.hpp"
#include "models/policies/watched.hpp"

#include <algorithm>

namespace rongtong {

namespace {

void act(const LeverContext& c, Conditions& conditions)
{
    for (std::size_t g = 0; g < c.groups.size(); ++g)
        if (c.target.reaches(c.groups[g]))
            conditions.groups[g].forecasts = {std::min(1.0, c.parameters[0] * c.intensity), c.parameters[1]};
}

} // namespace

extern const Lever lever_data_sharing{
    .name = "data_sharing",
    .title_en = "data that buyers share with suppliers",
    .title_zh = "数据共享",
    .channel = "what a supplier learns its demand from: what its customers expect to need, in place of their orders",
    .moves = "orders differ less from what suppliers expected",
    .harm = "who exchanges data shows its room, and customers press its price",
    .source = "the bullwhip: Lee, Padmanabhan & Whang 1997, doi 10.1287/mnsc.43.4.546 (sign); sizes assumed",
    .parameters = {{"share", "1", 0, 1, 0.5, "part of links over which buyers pass on what they expect", "assumed"},
                   {"margin_loss", "1", 0, 0.5, 0.1,
                    "fall of a supplier's markup, relative, where all its orders come over such links", "assumed"}},
    .yearly_cost_per_firm = 20,
    .needs = "technology/switch",
    .needs_least = 2,
    .needs_also = {"digital/switch", "luck/switch"},
    .act = act,
};

extern const LeverAims aims_data_sharing{
    "data_sharing",
    {{"order_surprise", Watched::Goes::falls}, {"orders_foretold", Watched::Goes::rises}},
    {{"fiscal_cost", Watched::Goes::rises}},
};

} // namespace rongtong
