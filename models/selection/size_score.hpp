// Where a firm stands by size among those of its sector: the normal score of its place in the distribution of sizes at the start.
#pragma once

#include "models/agents/technology_table.hpp"

#include <boost/math/special_functions/erf.hpp>

#include <algorithm>
#include <cmath>

namespace rongtong {

// Of the distribution of start/firm_sizes.hpp, before it is stretched to the census.
inline double size_score(const Sector& s, double shape, double workers)
{
    const double larger = std::pow(1 + (workers - 0.5) / s.size_scale, -shape);
    const double place = std::clamp(1 - larger, 1e-9, 1 - 1e-9);
    return std::sqrt(2.0) * boost::math::erf_inv(2 * place - 1);
}

} // namespace rongtong
