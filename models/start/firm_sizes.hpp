// Sizes of a sector's firms at the start: Pareto type II (Lomax), at most largest_workers, in sum what the census counts.
//
//   size = scale * (larger ^ (-1 / shape) - 1) + 1/2,  larger: share of firms that are larger
// The cap and the finite sample move the mean: what lies above one worker is stretched until the total is met. Source: Axtell 2001,
// doi 10.1126/science.1062081 (tails of firm sizes). Test: tests/models/start.cpp, tests/models/estimate.cpp.
#pragma once

#include "models/agents/technology_table.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace rongtong {

inline double drawn_size(const Sector& s, double shape, double larger)
{
    return std::min(s.largest_workers, 0.5 + s.size_scale * (std::pow(larger, -1 / shape) - 1));
}

inline void stretch_to(std::vector<double>& sizes, double largest, double total)
{
    const auto stretched = [&](double x, double k) { return std::min(largest, 1 + (x - 0.5) * k); };
    double low = 0, high = 64;
    for (int step = 0; step < 40; ++step) {
        const double middle = (low + high) / 2;
        double sum = 0;
        for (double x : sizes) sum += stretched(x, middle);
        (sum < total ? low : high) = middle;
    }
    for (auto& x : sizes) x = stretched(x, high);
}

} // namespace rongtong
