// Growth rates of firms. Estimators on plain data; sizes.cpp says whose they are.
#pragma once

#include <vector>

#include "analysis/validate/records.hpp"

namespace rongtong::validation {

struct Grown {
    double size = 0, rate = 0; // size before; log growth
};

// Firms that are there both times with a value above 0.
std::vector<Grown> growth_of(const Firms& before, const Firms& after, const std::string& variable);
double laplace_over_normal(const std::vector<Grown>& grown); // mean log-likelihood of one less that of the other
// x: mean size, y: sd of rates, by twentieth of size; parts of fewer than ten firms are left out.
Curve spread_by_size(std::vector<Grown> grown);
double log_slope(const Curve& curve); // least squares of ln y on ln x; NaN below three points
double gini(std::vector<double> values);

} // namespace rongtong::validation
