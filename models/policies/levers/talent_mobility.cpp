// Lever talent_mobility (人才流动): researchers move more easily between regions of the target.
//
//   friction = friction of the start * (1 - friction_cut * intensity)
// They go to where they can expect to earn more, so regions that pay less lose them. Secondment from large firms to small ones needs joint work, which
// the model does not have yet. Equations: labour/talent.hpp. Test: tests/models/policies/levers/talent_mobility.cpp.
#include "models/policies/borders.hpp"
#include "models/policies/watched.hpp"

namespace rongtong {

namespace {

void act(const LeverContext& c, Conditions& conditions) { ease_talent(c, c.parameters[0], conditions); }

} // namespace

extern const Lever lever_talent_mobility{
    .name = "talent_mobility",
    .title_en = "mobility of researchers",
    .title_zh = "人才跨区域流动",
    .channel = "what keeps researchers from moving between regions",
    .moves = "researchers move to where they earn more, and firms of the research sector find more of those whom they "
             "look for",
    .harm = "regions that pay less lose researchers, and R&D is dearer there",
    .source = "mobility of talent is a part of the unified national market, 2022; size assumed",
    .parameters = {{"friction_cut", "1", 0, 1, 0.5, "relative cut of what keeps researchers from moving", "assumed"}},
    .yearly_cost_per_firm = 20,
    .needs = "technology/switch",
    .needs_least = 2,
    .needs_also = {"talent/switch"},
    .target = {.sectors = false, .size = false, .ownership = false, .tiers = false},
    .act = act,
};

extern const LeverAims aims_talent_mobility{
    "talent_mobility",
    {{"talent_moves", Watched::Goes::rises}, {"talent_fill", Watched::Goes::rises}},
    {{"talent_spread", Watched::Goes::rises}, {"fiscal_cost", Watched::Goes::rises}},
};

} // namespace rongtong
