// Economies in which firms adopt digital tools.
#pragma once

#include "models/digital/partners.hpp"
#include "tests/models/policies.hpp"
#include "tests/models/research/researching.hpp"

namespace rongtong {

inline Setup with_tools(Setup setup)
{
    setup.parameters.technology.progress_switch = 2;
    setup.parameters.digital.digital_switch = 1;
    return setup;
}

template <class Which>
double mean_level(const Economy& e, const Which& which)
{
    double levels = 0, firms = 0;
    for (std::size_t row = 0; row < e.firms.rows(); ++row) {
        if (e.firms.state[row] != FirmState::active || !which(row)) continue;
        firms += 1, levels += level_of(e.firms.digital[row]);
    }
    return levels / firms;
}

inline double mean_level_of(const Economy& e, bool large)
{
    return mean_level(e, [&](auto row) { return (e.groups[e.firms.group[row]].size == Size::large) == large; });
}

} // namespace rongtong
