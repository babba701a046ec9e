// Economies with tiers of specialised firms: more performers of R&D and more places than in the calibration, so that a small one has some
// of each.
#pragma once

#include "models/tiers/criteria.hpp"
#include "tests/models/research/researching.hpp"

namespace rongtong {

inline Setup tiered(std::uint64_t firms)
{
    Setup setup = researching(firms);
    setup.parameters.research.performer_size = 60;
    TierRules& tiers = setup.parameters.tiers;
    tiers.tier_switch = 1, tiers.growth = -0.05, tiers.quality_rank = 0.5;
    tiers.innovative = 0.03, tiers.specialised = 0.015, tiers.little_giants = 0.002, tiers.champions = 0.0006;
    return setup;
}

inline std::array<double, tier_names.size()> firms_by_tier(const Economy& e)
{
    std::array<double, tier_names.size()> firms{};
    for (std::size_t row = 0; row < e.firms.rows(); ++row)
        if (e.firms.state[row] == FirmState::active) firms[place_of_tier(e.groups[e.firms.group[row]].tier)] += 1;
    return firms;
}

inline Tier tier_at(const Economy& e, std::size_t row) { return e.groups[e.firms.group[row]].tier; }

// The first firm of a tier.
inline std::size_t one_of(const Economy& e, Tier tier)
{
    std::size_t row = 0;
    while (row < e.firms.rows() && tier_at(e, row) != tier) ++row;
    REQUIRE(row < e.firms.rows());
    return row;
}

inline Draws draws_of(const Economy& e) { return {e.setup.seed, e.setup.replicate}; }

} // namespace rongtong
