// Size class by the official limits: a class is reached when both its measures are (MIIT 2011, No. 300; figures in the
// calibration). Workers in persons, revenue in yuan a year.
#pragma once

#include "models/agents/groups.hpp"
#include "models/agents/technology_table.hpp"

namespace rongtong {

inline bool reaches(const SizeBound& bound, double workers, double revenue)
{
    return workers >= bound.employees && revenue >= bound.revenue_million_yuan * 1e6;
}

inline Size size_class(const Sector& sector, double workers, double revenue)
{
    if (reaches(sector.large, workers, revenue)) return Size::large;
    if (reaches(sector.medium, workers, revenue)) return Size::medium;
    if (reaches(sector.small, workers, revenue)) return Size::small;
    return Size::micro;
}

} // namespace rongtong
