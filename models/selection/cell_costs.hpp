// What the firms of a cell (sector, region) share of the differences between them (cost_edge.hpp), by cell.
#pragma once

#include <cstddef>
#include <vector>

namespace rongtong {

struct CellCosts {
    std::vector<double> labour_scale;  // n: such that labour costs of the start's firms have the mean 1
    std::vector<double> capital_scale; // the same of capital needs
    std::vector<double> worth_scale;   // such that the price of the cell's market is 1 at the start
    std::vector<double> start, now; // mean unit cost of a comparable good, over market shares: of the start, last month

    void resize(std::size_t cells)
    {
        for (auto* v : {&labour_scale, &capital_scale, &worth_scale, &start, &now}) v->assign(cells, 1);
    }
};

} // namespace rongtong
