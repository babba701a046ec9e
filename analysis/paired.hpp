// Paired comparison of two scenarios whose runs share their luck: the effect is the mean of the differences between
// runs of one replicate. Student's t interval; BCa bootstrap interval (statistics/bootstrap.hpp); Holm's adjustment for many
// indicators: Holm (1979), "A simple sequentially rejective multiple test procedure", Scandinavian Journal of Statistics 6,
// 65-70; the smallest effect that so many pairs find, and the pairs that an interval of a wanted width takes
// (statistics/inference.hpp).
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace rongtong {

// One indicator, one value per pair on both sides, in its unit.
struct PairedSample {
    std::string indicator, unit, long_name;
    std::vector<double> base, other;   // equally long; a pair with a value that is not finite is left out
    std::vector<std::size_t> months{}; // of each pair: how many its values are made of; empty: not made of months
    std::size_t months_wanted = 0;     // of the window
    std::string formula{}, axis{}, group{};
};

// A wanted width of the interval: in the indicator's unit, or in percent of the base's mean (of a rate: in points).
struct WantedWidth {
    double value = 0;
    bool percent = false;
};

inline constexpr const char* single_pair = "a single pair: no interval, since nothing tells how much runs vary";

// What does not exist (an interval of one pair) is empty, and `note` says why.
struct PairedEffect {
    std::string indicator, unit, long_name;
    std::size_t n = 0;                                            // pairs used
    std::size_t left_out = 0;                                     // pairs without a finite value on both sides
    std::optional<double> mean_base, mean_other, mean_difference; // unit of the indicator
    std::optional<double> relative_percent;                       // of the base's mean; empty where that is 0
    std::optional<double> sd_difference, se;                      // n - 1 degrees of freedom
    std::optional<double> t_quantile, low, high;
    std::optional<double> t, p, p_holm; // two-sided
    std::string note;
    std::string formula{}, axis{}, group{};
    bool rate = false;                                   // differences are told in points, not in percent of a percent
    std::optional<double> difference_points;             // of a rate: 100 times the difference of shares
    std::optional<double> bootstrap_low, bootstrap_high; // BCa
    std::optional<double> percentile_low, percentile_high; // of the same resamples
    std::optional<double> detectable;                      // true effect that so many pairs find with 80 % power
    std::optional<std::size_t> pairs_wanted;               // for the wanted width; empty also beyond a million
    std::size_t months = 0, months_wanted = 0;             // fewest that a pair's values are made of; of the window
};

// Whether figures with this name and unit are shares or rates, whose differences are told in points.
bool is_rate(const std::string& indicator, const std::string& unit);

// One effect, without Holm's adjustment.
PairedEffect paired_effect(const PairedSample& sample, double level = 0.95, std::optional<WantedWidth> width = {});

// Means, t interval and test alone, for many months.
PairedEffect paired_difference(const PairedSample& sample, double level = 0.95);

// Holm's adjustment over all effects of the lists that have a p and that differ in some pair: what can't differ is no test.
void adjust_by_holm(const std::vector<PairedEffect*>& effects);

// Effects in the order of the samples, adjusted together. 0 < level < 1.
std::vector<PairedEffect> paired_effects(const std::vector<PairedSample>& samples, double level = 0.95,
                                         std::optional<WantedWidth> width = {});

} // namespace rongtong
