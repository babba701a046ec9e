// Cells in the sectors and regions of a target.
#pragma once

#include "models/policies/lever.hpp"

namespace rongtong {

template <class F>
void for_each_cell(const LeverContext& c, const F& f)
{
    for (std::size_t s = 0; s < c.groups.sectors(); ++s)
        for (std::size_t r = 0; r < c.groups.regions(); ++r)
            if (c.target.sectors[s] && c.target.regions[r]) f(s * c.groups.regions() + r);
}

} // namespace rongtong
