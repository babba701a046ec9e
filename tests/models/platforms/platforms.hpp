// Economies with trade platforms.
#pragma once

#include "models/platforms/meet.hpp"
#include "tests/models/network/living.hpp"

namespace rongtong {

inline Setup with_platforms(Setup setup, double worth = 1)
{
    setup = living(std::move(setup));
    setup.parameters.platforms.platform_switch = 1;
    setup.parameters.platforms.worth = worth;
    return setup;
}

inline double member_share(const Economy& e, Side side)
{
    double members = 0, firms = 0;
    for (std::size_t row = 0; row < e.firms.rows(); ++row) {
        if (e.firms.state[row] != FirmState::active || side_of(e.groups[e.firms.group[row]].size) != side) continue;
        firms += 1, members += e.firms.platform[row] != 0;
    }
    return members / firms;
}

} // namespace rongtong
