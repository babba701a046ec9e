// Firms of the start where some are given (own_data.hpp): they keep their workers and sales, the others make what is left of their
// sector's output. Equations: given_firms.cpp.
#pragma once

#include "models/own_data.hpp"
#include "models/start/firm_sketch.hpp"

#include <cstdint>
#include <vector>

namespace rongtong {

// How many firms are drawn beside those that are given, by sector and region. Throws ScenarioError (pointer /firms) where the run has
// too few firms for them and for fewest_firms_of_sector of each sector.
std::vector<std::uint64_t> firms_beside(const Setup& setup, const TechnologyTable& technology);

class GivenFirms {
public:
    explicit GivenFirms(Economy& economy); // counts the firms of each sector; nothing where no firm is given

    // Firms of a sector by region, in each those that are given first, in the order of their list. The pool of the sector takes up
    // what neither they nor the others can.
    std::vector<FirmSketch> sketch(Economy& economy, std::size_t sector, const Draws& draws) const;

private:
    std::vector<FirmSketch> draw(const Economy& economy, std::size_t sector, const Draws& draws,
                                 std::size_t& known) const;
    std::vector<FirmSketch> by_region(const Economy& economy, std::size_t sector, const Draws& draws) const;
    std::vector<std::vector<std::uint32_t>> of_cell_; // places in the list
    std::vector<std::uint64_t> beside_;               // by cell
};

// The rows of the given firms at the start, in the order of their list.
std::vector<std::uint32_t> rows_of_given(const Economy& economy);

// Who makes a sector's output at the start, yuan a month; factor: by what given sales are multiplied.
struct SalesSplit {
    double given = 0, others = 0, pool = 0, factor = 1;
};

// given: sales as they are given; hours: workers of firms without given sales, less what they do not need.
SalesSplit split_sales_of(const Sector& sector, double given, double hours);

// Output with what inventories take, known beforehand: sales that are given are not scaled (inventories.cpp). Before make_firms.
void foresee_output(Economy& economy, const Draws& draws);

} // namespace rongtong
