// Bootstrap intervals. Efron and Tibshirani (1993), An Introduction to the Bootstrap, chapters 13 (percentile) and 14 (BCa:
// bias-corrected and accelerated; Efron 1987, Journal of the American Statistical Association 82, 171-185, doi
// 10.1080/01621459.1987.10478410).
//
// The luck is fixed: resample b of n values takes value number index(b, i) in place i, a function of (key, n, b, i) alone
// (Philox 4x32-10). So all statistics of one sample are computed on the same resamples, and any number of threads gives the
// same interval.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace rongtong {

struct Interval {
    double low = 0, high = 0;
};

inline constexpr std::size_t usual_resamples = 2000;

class Resamples {
public:
    explicit Resamples(std::size_t n, std::size_t count = usual_resamples, std::uint32_t key = 0);

    std::size_t size() const { return n_; }
    std::size_t count() const { return count_; }
    // The n places of resample b, into `out`, which is made as long.
    void draw(std::size_t b, std::vector<std::uint32_t>& out) const;

private:
    std::size_t n_, count_;
    std::uint32_t key_;
};

// Of the rows with these numbers; some may be named several times. NaN where the statistic does not exist on them.
using Statistic = std::function<double(const std::vector<std::uint32_t>& rows)>;

// The statistic on every resample, in order.
std::vector<double> bootstrap_values(const Resamples& resamples, const Statistic& statistic);

// Quantile between order statistics (type 7 of Hyndman and Fan 1996). sorted: ascending, not empty.
double quantile_of_sorted(const std::vector<double>& sorted, double share);

// Empty where fewer than half of the values exist.
std::optional<Interval> percentile_interval(std::vector<double> values, double level);

// `whole`: the statistic of the sample itself; `jackknife`: with each row left out in turn. Empty where it can't be had
// (all resamples on one side, or all equal).
std::optional<Interval> bca_interval(std::vector<double> values, double whole, const std::vector<double>& jackknife,
                                     double level);

struct BootstrapIntervals {
    std::optional<Interval> percentile, bca;
};

// Both at once, of a sample of n rows.
BootstrapIntervals bootstrap(std::size_t n, const Statistic& statistic, double level,
                             std::size_t resamples = usual_resamples, std::uint32_t key = 0);

} // namespace rongtong
