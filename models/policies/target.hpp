// Whom a lever or a shock reaches.
#pragma once

#include "models/policies/named_firms.hpp"

#include <bitset>

namespace rongtong {

// Which parts of a target a lever or a shock looks at. What it would pass over is refused in a scenario file.
struct TargetParts {
    bool regions = true, sectors = true, size = true, ownership = true, tiers = true;
    bool firms() const { return size; } // firms by name: whatever acts by group of firms
};

struct Target {
    std::bitset<64> sectors = std::bitset<64>().set(); // by sector number
    std::bitset<8> regions = std::bitset<8>().set();   // by region number
    std::bitset<4> sizes = std::bitset<4>().set();     // by Size
    std::bitset<2> owners = std::bitset<2>().set();    // by Owner
    std::bitset<5> tiers = std::bitset<5>().set();     // by Tier
    NamedFirms firms{};                                // of these, the ones that it names; none: all of them
    std::uint8_t mark = 0;                             // bit that they carry in their group (mark_targets); 0: all

    bool reaches(const Group& g) const
    {
        return sectors[g.sector] && regions[g.region] && sizes[static_cast<std::size_t>(g.size)] &&
               owners[static_cast<std::size_t>(g.owner)] && tiers[static_cast<std::size_t>(g.tier)] &&
               (g.named & mark) == mark;
    }
};

} // namespace rongtong
