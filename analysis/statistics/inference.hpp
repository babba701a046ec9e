// Tests, ratios and planning of paired comparisons.
//
// Holm (1979), Scandinavian Journal of Statistics 6, 65-70. Fieller (1954), Journal of the Royal Statistical Society B 16,
// 175-185, doi 10.1111/j.2517-6161.1954.tb00159.x. Power of the t test by the noncentral t distribution (Boost.Math).
// Test: tests/analysis/statistics.cpp.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

namespace rongtong {

// Adjusted p-values in the order given; what was not tested stays empty and does not count.
std::vector<std::optional<double>> holm(const std::vector<std::optional<double>>& p);

// Smallest number of pairs (up to a million) whose t interval is expected to be no wider than `width`, where differences vary
// by `sd`; empty beyond.
std::optional<std::size_t> pairs_for_width(double sd, double width, double level);

// Probability that the two-sided t test at 1 - level finds a true effect of this size.
double power_of_pairs(std::size_t n, double effect, double sd, double level);

// Smallest true effect that is found with this power.
double detectable_effect(std::size_t n, double sd, double level, double power = 0.8);

// The interval of mean(above) / mean(below), rows paired.
struct Ratio {
    double value = 0;
    enum class Shape { bounded, outside, everything } shape = Shape::bounded;
    double low = 0, high = 0; // bounded: between them; outside: below low or above high; everything: no meaning
};
// Empty for fewer than two rows, or where mean(below) is 0.
std::optional<Ratio> fieller(const std::vector<double>& above, const std::vector<double>& below, double level);

} // namespace rongtong
