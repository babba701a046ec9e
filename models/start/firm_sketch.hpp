// A firm of the start before it has a row, and what sets it apart from the others of its cell (selection/cost_edge.hpp).
#pragma once

#include "models/economy.hpp"

#include <cstdint>
#include <span>

namespace rongtong {

struct FirmSketch {
    std::uint32_t order; // random
    std::int32_t workers;
    double productivity; // of a worker; sectors scale it
    double grade, technology;
    std::uint8_t region;
    bool performs = false; // R&D
    double idle = 0;       // part of its last person that it does not need
    double labour_cost = 1, capital_need = 1, worth = 1;
    bool sales_given = false; // its productivity, which follows from them, stays
};

// Labour costs, prices and capital needs of a cell's firms; productivity becomes that at their own prices.
void set_cost_edges(Economy& economy, std::size_t sector, std::size_t cell, std::span<FirmSketch> firms);

} // namespace rongtong
