// Economies whose network lives (scenarios/living-network.json).
#pragma once

#include "tests/models/policies.hpp"

namespace rongtong {

inline Setup living(Setup setup)
{
    auto& p = setup.parameters;
    p.review.review_switch = 1;
    auto& n = p.network;
    n.links_base = 2.2, n.links_slope = 0.95, n.links_exponent = 0.85, n.links_most = 2000, n.link_share = 0.84;
    n.size_fall = 0.35, n.volume_by_size = 1;
    p.turnover.entry_base = 1.14;
    return setup;
}

} // namespace rongtong
