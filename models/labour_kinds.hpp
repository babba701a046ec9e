// Which labour market a sector's people belong to.
#pragma once

#include "models/economy.hpp"

#include <algorithm>

namespace rongtong {

inline Labour labour_of(const Sector& sector) { return sector.talent ? Labour::talent : Labour::workers; }

inline Labour labour_of(const Economy& e, std::size_t sector) { return labour_of(e.technology.sectors[sector]); }

// Of the firms of a sector and region, or of their pool.
inline LabourMarket& market_of(Economy& e, std::size_t sector, std::size_t region)
{
    return e.labour(labour_of(e, sector), region);
}
inline const LabourMarket& market_of(const Economy& e, std::size_t sector, std::size_t region)
{
    return e.labour(labour_of(e, sector), region);
}

// Researchers have a market of their own.
inline bool has_talent(const Economy& e)
{
    return std::ranges::any_of(e.technology.sectors, [](const Sector& s) { return s.talent; });
}

} // namespace rongtong
