// With which odds firms are named for a tier, so that as many can be expected in it as are to be there (tiers.hpp). Numbers alone.
#pragma once

#include "models/agents/groups.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace rongtong {

using PerTier = std::array<double, tier_names.size()>;

// Firms that may be named, by what they may become; for specialised: from which tier they come, and whether they may be innovative
// instead.
struct Candidates {
    double champions = 0, giants = 0;
    double specialised_from_innovative = 0, specialised_only = 0, specialised_or_innovative = 0;
    double innovative = 0;
};

// Part of `candidates` that fills what is missing.
inline double odds_of(double missing, double candidates)
{
    return candidates > 0 ? std::clamp(missing / candidates, 0.0, 1.0) : 0;
}

// places: firms that each tier is to have; now: those that it has after the review.
inline PerTier odds_of_naming(const PerTier& places, const PerTier& now, const Candidates& c)
{
    PerTier odds{};
    odds[4] = odds_of(places[4] - now[4], c.champions);
    odds[3] = odds_of(places[3] - now[3] + odds[4] * c.champions, c.giants);
    const double to_specialised = c.specialised_from_innovative + c.specialised_only + c.specialised_or_innovative;
    odds[2] = odds_of(places[2] - now[2] + odds[3] * c.giants, to_specialised);
    const double left = c.innovative + (1 - odds[2]) * c.specialised_or_innovative;
    odds[1] = odds_of(places[1] - now[1] + odds[2] * c.specialised_from_innovative, left);
    return odds;
}

} // namespace rongtong
