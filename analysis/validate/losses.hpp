// Cost by size or duration of a loss. losses.cpp has the definitions.
#pragma once

#include <map>

namespace rongtong::validation {

double least_slope_ratio(const std::map<double, double>& costs);
double least_growth_ratio(const std::map<double, double>& costs);

} // namespace rongtong::validation
