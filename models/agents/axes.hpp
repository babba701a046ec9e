// The axes of tables of the market.
#pragma once

#include "sim/grid.hpp"

namespace rongtong {

using Product = Place<struct ProductAxis>;           // what a sector sells
using BuyingSector = Place<struct BuyingSectorAxis>; // a sector as a buyer
using UseRegion = Place<struct UseRegionAxis>;       // where goods are used
using OriginRegion = Place<struct OriginRegionAxis>; // where goods come from
using Cell =
    Place<struct CellAxis>; // sector * regions + region of firms and pools: they sell from there, and use goods there

} // namespace rongtong
