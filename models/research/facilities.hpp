// Where pilot lines and equipment stand, and how much of them is open this month.
#pragma once

#include "models/research/research.hpp"

namespace rongtong {

inline bool has_chain(const Economy& e) { return researches(e) && e.setup.parameters.research.chain > 0; }

inline std::size_t place_of(const Economy& e, std::size_t sector, std::size_t region)
{
    return e.technology.sectors[sector].field * e.groups.regions() + region;
}

// What is open this month.
void sum_facilities(const Economy& e, OpenFacilities& open);

} // namespace rongtong
