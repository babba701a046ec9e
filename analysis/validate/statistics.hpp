// Means and spreads over runs. Values that are not finite are left out.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

namespace rongtong::validation {

struct Moments {
    std::size_t n = 0;
    double mean = 0;
    std::optional<double> sd{}, se{}, low{}, high{}; // of two values and more; low to high: Student's t, 95 %
};

Moments moments(const std::vector<double>& values);
double mean(const std::vector<double>& values);     // NaN of nothing
double variance(const std::vector<double>& values); // over n - 1; NaN below two
double correlation(const std::vector<double>& x, const std::vector<double>& y);
double slope(const std::vector<double>& x, const std::vector<double>& y); // least squares of y on x
// q from 0 to 1, between order statistics in a straight line (Hyndman & Fan 1996, type 7).
double quantile(std::vector<double> values, double q);

// Exact interval of a share, of `hits` out of n (Clopper & Pearson 1934), 95 %.
struct ShareInterval {
    double low, high;
};
ShareInterval share_interval(std::size_t hits, std::size_t n);

} // namespace rongtong::validation
