// Lever capability_map (供需能力地图): a public map of what firms offer.
//
//   part of the target's firms on the map: coverage * intensity; each is looked at every `interval` months
//   buyers that look around read six entries of their product beside the suppliers whom they know to ask
// An old entry misleads: who is full by now refuses, and the search is lost. Equations: network/capability_map.hpp, review.hpp. Test:
// tests/models/policies/levers/capability_map.cpp.
#include "models/policies/lever.hpp"
#include "models/policies/watched.hpp"

#include <algorithm>

namespace rongtong {

namespace {

void act(const LeverContext& c, Conditions& conditions)
{
    const double coverage = std::min(1.0, c.parameters[0] * c.intensity);
    for (std::size_t g = 0; g < c.groups.size(); ++g)
        if (c.target.reaches(c.groups[g])) conditions.groups[g].on_map = coverage;
    conditions.map = {c.parameters[1], c.parameters[2]};
}

} // namespace

extern const Lever lever_capability_map{
    .name = "capability_map",
    .title_en = "map of what firms can supply",
    .title_zh = "供需能力地图",
    .channel = "suppliers that buyers hear of when they look around",
    .moves = "more suppliers are tried, and more links change to a better one",
    .harm = "entries age: firms that have no room any more are asked, and the search is lost",
    .source = "no measured effect of such maps is known; form and sizes assumed",
    .parameters = {{"coverage", "1", 0, 1, 0.5, "part of the target's firms that the map covers", "assumed"},
                   {"interval", "month", 1, 120, 12, "months between two looks at a firm", "assumed", true},
                   {"error", "1", 0, 5, 0.1, "standard deviation of what it says of an offer, log weight", "assumed"}},
    .yearly_cost_per_firm = 20,
    .needs = "review/switch",
    .needs_also = {"luck/switch"},
    .act = act,
};

extern const LeverAims aims_capability_map{
    "capability_map",
    {{"trials_begun", Watched::Goes::rises}, {"suppliers_left", Watched::Goes::rises}},
    {{"trials_refused", Watched::Goes::rises}, {"fiscal_cost", Watched::Goes::rises}},
};

} // namespace rongtong
