#include "analysis/statistics/bootstrap.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include <Random123/philox.h>
#include <boost/math/distributions/normal.hpp>

#include "sim/parallel.hpp"

namespace rongtong {

namespace {

constexpr std::uint32_t domain = 0x626f6f74; // "boot": never the key of a run's luck

const boost::math::normal_distribution<> standard_normal;

void keep_existing(std::vector<double>& values)
{
    std::erase_if(values, [](double v) { return !std::isfinite(v); });
    std::sort(values.begin(), values.end());
}

// Efron's acceleration: skewness of the statistic as rows are left out.
double acceleration(const std::vector<double>& jackknife)
{
    const double mean = std::accumulate(jackknife.begin(), jackknife.end(), 0.0) /
                        static_cast<double>(jackknife.size());
    double squares = 0, cubes = 0;
    for (const double value : jackknife) {
        squares += (mean - value) * (mean - value);
        cubes += (mean - value) * (mean - value) * (mean - value);
    }
    return squares > 0 ? cubes / (6 * std::pow(squares, 1.5)) : 0;
}

} // namespace

Resamples::Resamples(std::size_t n, std::size_t count, std::uint32_t key) : n_(n), count_(count), key_(key) {}

void Resamples::draw(std::size_t b, std::vector<std::uint32_t>& out) const
{
    out.resize(n_);
    const r123::Philox4x32::key_type key{{domain, key_}};
    for (std::size_t i = 0; i < n_; i += 4) {
        const r123::Philox4x32::ctr_type counter{
            {static_cast<std::uint32_t>(i / 4), static_cast<std::uint32_t>(b), 0, 0}};
        const auto words = r123::Philox4x32()(counter, key);
        for (std::size_t k = 0; k < 4 && i + k < n_; ++k)
            out[i + k] = static_cast<std::uint32_t>((std::uint64_t{words[k]} * n_) >> 32);
    }
}

std::vector<double> bootstrap_values(const Resamples& resamples, const Statistic& statistic)
{
    std::vector<double> values(resamples.count());
    for_blocks(
        resamples.count(),
        [&](std::size_t begin, std::size_t end, std::size_t) {
            std::vector<std::uint32_t> rows;
            for (std::size_t b = begin; b < end; ++b) {
                resamples.draw(b, rows);
                values[b] = statistic(rows);
            }
        },
        64);
    return values;
}

double quantile_of_sorted(const std::vector<double>& sorted, double share)
{
    const double place = std::clamp(share, 0.0, 1.0) * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(place);
    if (below + 1 >= sorted.size()) return sorted.back();
    const double rest = place - static_cast<double>(below);
    return sorted[below] + rest * (sorted[below + 1] - sorted[below]);
}

std::optional<Interval> percentile_interval(std::vector<double> values, double level)
{
    const std::size_t all = values.size();
    keep_existing(values);
    if (values.empty() || 2 * values.size() < all) return std::nullopt;
    return Interval{quantile_of_sorted(values, (1 - level) / 2), quantile_of_sorted(values, (1 + level) / 2)};
}

std::optional<Interval> bca_interval(std::vector<double> values, double whole, const std::vector<double>& jackknife,
                                     double level)
{
    const std::size_t all = values.size();
    keep_existing(values);
    const bool holes = std::any_of(jackknife.begin(), jackknife.end(), [](double v) { return !std::isfinite(v); });
    if (values.empty() || 2 * values.size() < all || holes || jackknife.empty()) return std::nullopt;
    const auto [first, last] = std::equal_range(values.begin(), values.end(), whole);
    const auto below = static_cast<double>(first - values.begin()), equal = static_cast<double>(last - first);
    const double share = (below + equal / 2) / static_cast<double>(values.size());
    if (share <= 0 || share >= 1) return std::nullopt;
    const double z0 = boost::math::quantile(standard_normal, share), a = acceleration(jackknife);
    const auto place = [&](double wanted) {
        const double z = z0 + boost::math::quantile(standard_normal, wanted);
        return boost::math::cdf(standard_normal, z0 + z / (1 - a * z));
    };
    return Interval{quantile_of_sorted(values, place((1 - level) / 2)),
                    quantile_of_sorted(values, place((1 + level) / 2))};
}

BootstrapIntervals bootstrap(std::size_t n, const Statistic& statistic, double level, std::size_t resamples,
                             std::uint32_t key)
{
    if (n < 2) return {};
    const auto values = bootstrap_values(Resamples(n, resamples, key), statistic);
    std::vector<std::uint32_t> rows(n);
    std::iota(rows.begin(), rows.end(), 0u);
    const double whole = statistic(rows);
    std::vector<double> jackknife;
    rows.pop_back(); // rows of all but the last; then each row takes the place of the one after it
    for (std::size_t left = n; left-- > 0;) {
        jackknife.push_back(statistic(rows));
        if (left > 0) rows[left - 1] = static_cast<std::uint32_t>(left);
    }
    return {percentile_interval(values, level), bca_interval(values, whole, jackknife, level)};
}

} // namespace rongtong
