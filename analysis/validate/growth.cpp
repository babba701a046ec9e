#include "analysis/validate/growth.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace rongtong::validation {

std::vector<Grown> growth_of(const Firms& before, const Firms& after, const std::string& variable)
{
    std::vector<Grown> grown;
    const auto at = places(before.firms, after.firms);
    for (std::size_t i = 0; i < before.size(); ++i) {
        if (at[i] == after.size()) continue;
        const double was = before[variable][i], is = after[variable][at[i]];
        if (was > 0 && is > 0) grown.push_back({was, std::log(is / was)});
    }
    return grown;
}

// Both densities at their maximum: -ln(2 b) - 1 with b the mean distance to the median, and -ln(2 pi s^2)/2 - 1/2.
double laplace_over_normal(const std::vector<Grown>& grown)
{
    std::vector<double> rates;
    for (const auto& g : grown) rates.push_back(g.rate);
    const auto n = static_cast<double>(rates.size());
    const double middle = quantile(rates, 0.5), centre = mean(rates);
    double distance = 0, square = 0;
    for (const double g : rates) {
        distance += std::fabs(g - middle) / n;
        square += (g - centre) * (g - centre) / n;
    }
    return -std::log(2 * distance) - 1 + 0.5 * std::log(2 * std::numbers::pi * square) + 0.5;
}

Curve spread_by_size(std::vector<Grown> grown)
{
    constexpr std::size_t parts = 20, least = 10;
    std::ranges::sort(grown, {}, &Grown::size);
    Curve curve{.label = "twentieths of sales", .x = {}, .y = {}};
    for (std::size_t k = 0; k < parts; ++k) {
        std::vector<double> sizes, rates;
        for (std::size_t i = k * grown.size() / parts; i < (k + 1) * grown.size() / parts; ++i) {
            sizes.push_back(grown[i].size);
            rates.push_back(grown[i].rate);
        }
        if (rates.size() < least) continue;
        curve.x.push_back(mean(sizes));
        curve.y.push_back(std::sqrt(variance(rates)));
    }
    return curve;
}

double log_slope(const Curve& curve)
{
    if (curve.x.size() < 3) return std::numeric_limits<double>::quiet_NaN();
    std::vector<double> x, y;
    for (std::size_t i = 0; i < curve.x.size(); ++i) {
        x.push_back(std::log(curve.x[i]));
        y.push_back(std::log(curve.y[i]));
    }
    return slope(x, y);
}

double gini(std::vector<double> values)
{
    std::ranges::sort(values);
    double sum = 0, ranked = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        sum += values[i];
        ranked += (static_cast<double>(i) + 1) * values[i];
    }
    const auto n = static_cast<double>(values.size());
    return 2 * ranked / (n * sum) - (n + 1) / n;
}

} // namespace rongtong::validation
