// What levers on friction between regions share.
#pragma once

#include "models/policies/lever.hpp"

namespace rongtong {

// Calls f(from, to) for each two different regions of the target.
template <class F>
void for_each_border(const LeverContext& c, const F& f)
{
    for (std::size_t from = 0; from < c.groups.regions(); ++from)
        for (std::size_t to = 0; to < c.groups.regions(); ++to)
            if (from != to && c.target.regions[from] && c.target.regions[to]) f(from, to);
}

// cut: of what keeps researchers from moving, at full intensity; each law takes its share off what the others leave.
inline void ease_talent(const LeverContext& c, double cut, Conditions& conditions)
{
    for_each_border(c, [&](std::size_t from, std::size_t to) {
        double& ease = conditions.talent_ease[from][to];
        ease = 1 - (1 - ease) * (1 - cut * c.intensity);
    });
}

} // namespace rongtong
