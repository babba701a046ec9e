// Local density (N1): entrants open where the firms of their sector are.
//
//   LQ of a cell = (firms of the sector in the region / firms of the sector) / (firms of the region / all firms)      location quotient
//   entrants of the cell * (LQ / LQ of the start) ^ density, and all cells of a sector scaled so that the nation's expected number stays
// So nothing changes in the first month, and clusters grow or fade by themselves. Source: firms are born near others of their industry,
// Rosenthal & Strange 2003, doi 10.1162/003465303765299882 (recalled); form and value assumed. Parameter: density (turnover_rules.hpp),
// 0: off. Test: tests/models/density.cpp.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace rongtong {

// Counts by cell (sector * regions + region), and what they add up to.
struct FirmsByPlace {
    std::span<const double> cells;
    std::size_t regions;

    double of_sector(std::size_t sector) const;
    double of_region(std::size_t region) const;
    double all() const;
    double quotient(std::size_t cell) const; // 1 where a sum is nothing
};

// Factors on the entrants of each cell. expected: entrants without them. A sector that is empty in a region keeps its factor of 1.
void set_density(const FirmsByPlace& now, const FirmsByPlace& start, std::span<const double> expected, double density,
                 std::vector<double>& factors);

// How far firms of a sector lie together beyond all firms, mean over firms: sum over regions of (share of the sector - share of all) ^ 2,
// over 1 - sum of squared shares of all (raw concentration of Ellison & Glaeser 1997, doi 10.1086/262098).
double co_location(const FirmsByPlace& firms);

} // namespace rongtong
