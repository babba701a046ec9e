// Paired comparison of two scenarios whose runs share their luck: the effect is the mean of the differences between
// runs of one replicate. Student's t interval; Holm's adjustment for many indicators: Holm (1979), "A simple
// sequentially rejective multiple test procedure", Scandinavian Journal of Statistics 6, 65-70.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace rongtong {

// Months of a run that have a value: the fewest and the most of all runs on both sides.
struct MonthCount {
    std::size_t fewest = 0, most = 0;
};

// One indicator, one value per pair on both sides, in its unit.
struct PairedSample {
    std::string indicator, unit, long_name;
    std::vector<double> base, other; // equally long; a pair with a value that is not finite is left out
    MonthCount months{};             // that the values go over
};

inline constexpr const char* single_pair = "a single pair: no interval, since nothing tells how much runs vary";

// What does not exist (an interval of one pair) is empty, and `note` says why.
struct PairedEffect {
    std::string indicator, unit, long_name;
    std::size_t n = 0;                                            // pairs used
    std::size_t left_out = 0;                                     // pairs without a finite value on both sides
    MonthCount months;                                            // of the pairs used
    std::optional<double> mean_base, mean_other, mean_difference; // unit of the indicator
    std::optional<double> relative_percent;                       // of the base's mean; empty where that is 0
    std::optional<double> sd_difference, se;                      // n - 1 degrees of freedom
    std::optional<double> t_quantile, low, high;
    std::optional<double> t, p, p_holm; // two-sided
    std::string note;
};

// Effects in the order of the samples. 0 < level < 1. Holm's adjustment runs over all effects that have a p.
std::vector<PairedEffect> paired_effects(const std::vector<PairedSample>& samples, double level = 0.95);

} // namespace rongtong
