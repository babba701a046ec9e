// What final users buy: composites of products, by use, from the table.
#pragma once

#include "models/agents/technology_table.hpp"
#include "models/setup.hpp"

#include <vector>

namespace rongtong {

// figures: of each sector's product, million yuan a year; m: imported shares. total: of all.
Composite composite(const std::vector<double>& figures, const std::vector<double>& m, double& total);
std::vector<double> column_of(const Calibration& calibration, double SectorFigures::* figure);

// Million yuan a year: all fixed capital of the table, and the R&D of firms.
struct FixedCapital {
    double all = 0, research = 0;
};

// Fields of technology, numbered in the order of their sectors.
void set_fields(const Calibration& calibration, TechnologyTable& technology);

// Composites of capital goods and, where research is modelled, of R&D: what the table has of it in fixed capital. Who spends it:
// research_weight of the sectors.
FixedCapital set_capital_goods(const Setup& setup, const std::vector<double>& m, TechnologyTable& technology);

} // namespace rongtong
