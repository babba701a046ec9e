// Economies whose growth comes from firms' research.
#pragma once

#include "tests/models/fixture.hpp"

namespace rongtong {

inline Setup researching(std::uint64_t firms, double growth = 0.03)
{
    Setup setup = small_setup(firms);
    setup.parameters.technology.progress_switch = 2;
    setup.parameters.technology.progress = growth;
    return setup;
}

// Without luck, and with all performers of a sector alike, research makes exactly what it is expected to.
inline Setup resting_research(std::uint64_t firms, double growth = 0.03)
{
    Setup setup = researching(firms, growth);
    setup.parameters.luck.luck_switch = 0;
    setup.parameters.research.performer_spread = setup.parameters.research.others_spread = 0;
    return setup;
}

} // namespace rongtong
