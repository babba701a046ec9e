// Lever common_standards (共性标准): the standards of the chain leaders of the target's sectors are made common ones.
//
//   cover of a sector's standard = 1 - (1 - cover by other laws) * (1 - cover * intensity): how far it counts as the national one
// Two firms with different standards that are both common lose less of their joint work. A supplier of a leader whose standard is common loses nothing on
// others when it takes that: leaders' standards spread, and with them dependence on who made them. Equations: digital/standards.hpp. Test:
// tests/models/policies/levers/common_standards.cpp.
#include "models/policies/lever.hpp"
#include "models/policies/watched.hpp"

namespace rongtong {

namespace {

void act(const LeverContext& c, Conditions& conditions)
{
    auto& cover = conditions.standard_cover;
    for (std::size_t s = 0; s < cover.size(); ++s)
        if (c.target.sectors[s]) cover[s] = 1 - (1 - cover[s]) * (1 - c.parameters[0] * c.intensity);
}

} // namespace

extern const Lever lever_common_standards{
    .name = "common_standards",
    .title_en = "common standards of interfaces and data",
    .title_zh = "共性标准",
    .channel = "how well firms of different chains and platforms fit together",
    .moves = "coordination takes less of joint work, and more firms work together on R&D",
    .harm = "the standards of the leaders that are named spread: more firms depend on who made theirs",
    .source = "standards and lock-in: Farrell & Saloner 1985, doi 10.2307/2555589 (form, recalled); size assumed",
    .parameters = {{"cover", "1", 0, 1, 1, "how far the standards that are named count as the national one",
                    "assumed"}},
    .yearly_cost_per_firm = 10,
    .needs = "technology/switch",
    .needs_least = 2,
    .needs_also = {"digital/switch", "research/chain", "joint/switch", "luck/switch"},
    .target = {.regions = false, .size = false, .ownership = false, .tiers = false},
    .act = act,
};

extern const LeverAims aims_common_standards{
    "common_standards",
    {{"joint_coordination", Watched::Goes::falls}, {"joint_begun", Watched::Goes::rises}},
    {{"chain_standards", Watched::Goes::rises}, {"fiscal_cost", Watched::Goes::rises}},
};

} // namespace rongtong
