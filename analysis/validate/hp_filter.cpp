#include "analysis/validate/hp_filter.hpp"

#include <array>
#include <cstddef>

namespace rongtong::validation {

namespace {

// Diagonal, first and second off-diagonal of I + lambda K'K, K the second differences.
struct Bands {
    std::vector<double> diagonal, first, second;
};

Bands bands(std::size_t n, double lambda)
{
    Bands b{std::vector<double>(n, 1), std::vector<double>(n), std::vector<double>(n)};
    for (std::size_t t = 0; t + 2 < n; ++t) { // row (1, -2, 1) of K from t on
        constexpr std::array<double, 3> k{1, -2, 1};
        for (std::size_t i = 0; i < 3; ++i) b.diagonal[t + i] += lambda * k[i] * k[i];
        for (std::size_t i = 0; i < 2; ++i) b.first[t + i] += lambda * k[i] * k[i + 1];
        b.second[t] += lambda * k[0] * k[2];
    }
    return b;
}

} // namespace

// L D L' of the banded matrix, then forward and back.
std::vector<double> hp_trend(const std::vector<double>& values, double lambda)
{
    const std::size_t n = values.size();
    auto [d, one, two] = bands(n, lambda);
    std::vector<double> trend = values;
    for (std::size_t i = 0; i < n; ++i) {
        if (i + 1 < n) {
            const double l1 = one[i] / d[i], l2 = i + 2 < n ? two[i] / d[i] : 0;
            d[i + 1] -= l1 * one[i];
            trend[i + 1] -= l1 * trend[i];
            if (i + 2 < n) {
                one[i + 1] -= l1 * two[i];
                d[i + 2] -= l2 * two[i];
                trend[i + 2] -= l2 * trend[i];
            }
        }
    }
    for (std::size_t i = n; i-- > 0;) {
        if (i + 1 < n) trend[i] -= one[i] * trend[i + 1];
        if (i + 2 < n) trend[i] -= two[i] * trend[i + 2];
        trend[i] /= d[i];
    }
    return trend;
}

std::vector<double> hp_cycle(const std::vector<double>& values, double lambda)
{
    auto cycle = hp_trend(values, lambda);
    for (std::size_t t = 0; t < values.size(); ++t) cycle[t] = values[t] - cycle[t];
    return cycle;
}

} // namespace rongtong::validation
