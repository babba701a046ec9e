// Lever gradient_cultivation (专精特新梯度培育): benefits by tier, and a bar that moves.
//
//   grant of a tier * intensity   public yuan for each yuan of usual R&D of its firms (research_support.grant, research/user_cost.hpp)
//   information * intensity       of a bank's error about specialised firms and those above them goes (noise_left, capital/scoring.hpp)
//   bar_change * intensity        moves the R&D over sales that specialised firms and those above them must show (tiers/tiers.hpp)
// Firms count on the grant above a bar when they decide whether to aim at it. A target by tier names the tiers that firms have now.
// Test: tests/models/policies/levers/gradient_cultivation.cpp.
#include "models/indicators/firm_sums.hpp"
#include "models/policies/lever.hpp"
#include "models/policies/watched.hpp"

namespace rongtong {

namespace {

double grant_of(const LeverContext& c, Tier tier)
{
    return tier == Tier::none ? 0 : c.intensity * c.parameters[static_cast<std::size_t>(tier) - 1];
}

void act(const LeverContext& c, Conditions& conditions)
{
    const double innovative = grant_of(c, Tier::innovative), specialised = grant_of(c, Tier::specialised);
    for (std::size_t g = 0; g < c.groups.size(); ++g) {
        const Group& group = c.groups[g];
        if (!c.target.reaches(group)) continue;
        GroupConditions& now = conditions.groups[g];
        now.research_support.grant += grant_of(c, group.tier);
        if (group.tier >= Tier::specialised) now.noise_left *= 1 - c.parameters[4] * c.intensity;
        now.tiers.high += c.parameters[5] * c.intensity;
        now.tiers.low_gain += innovative, now.tiers.high_gain += specialised - innovative;
    }
}

double pays(const LeverContext& c, const FirmSums& s, double)
{
    return grant_of(c, c.group->tier) * static_cast<double>(s.research_usual) / 100;
}

} // namespace

extern const Lever lever_gradient_cultivation{
    .name = "gradient_cultivation",
    .title_en = "gradient cultivation of specialised firms",
    .title_zh = "专精特新梯度培育",
    .channel = "grants for R&D by tier, what banks see of specialised firms, and the R&D that their tier asks for",
    .moves = "firms that have a tier do more R&D, and some below a bar do more to reach it",
    .harm = "firms bunch just above a bar, part of the R&D that they show is none, and public money pays for R&D that "
            "would have been done",
    .source =
        "tiers: Interim Measures for the gradient cultivation of high-quality SMEs, 2022 (recalled); sizes assumed",
    .parameters = {{"grant_innovative", "1", 0, 1, 0.05, "public yuan for each yuan of usual R&D of innovative firms",
                    "assumed"},
                   {"grant_specialised", "1", 0, 1, 0.2, "the same of specialised firms", "assumed"},
                   {"grant_little_giant", "1", 0, 1, 0.3, "the same of little giants", "assumed"},
                   {"grant_champion", "1", 0, 1, 0.3, "the same of single champions", "assumed"},
                   {"information", "1", 0, 1, 0.3,
                    "part of a bank's error about specialised firms and those above that goes", "assumed"},
                   {"bar_change", "1", -0.5, 0.5, 0,
                    "R&D over sales by which the bar of specialised firms and those above moves (tiers/bar_high)",
                    "assumed"}},
    .yearly_cost_per_firm = 2,
    .needs = "technology/switch",
    .needs_least = 2,
    .needs_also = {"tiers/switch", "luck/switch"},
    .act = act,
    .pays = pays,
};

extern const LeverAims aims_gradient_cultivation{
    "gradient_cultivation",
    {{"tier_research", Watched::Goes::rises}, {"research", Watched::Goes::rises}},
    {{"tier_bunching", Watched::Goes::rises}, {"subsidies", Watched::Goes::rises}},
};

} // namespace rongtong
