#include "analysis/statistics/moments.hpp"

#include <cmath>

#include <boost/accumulators/accumulators.hpp>
#include <boost/accumulators/statistics/mean.hpp>
#include <boost/accumulators/statistics/stats.hpp>
#include <boost/accumulators/statistics/variance.hpp>

namespace rongtong {

namespace acc = boost::accumulators;

double Moments::deviation() const { return std::sqrt(variance); }

// tag::variance goes step by step with the mean, so that values which lie close together far from zero lose no digits; it is over n.
Moments moments_of(const std::vector<double>& values)
{
    acc::accumulator_set<double, acc::stats<acc::tag::mean, acc::tag::variance>> sample;
    for (const double value : values) sample(value);
    const auto n = static_cast<double>(values.size());
    return {acc::mean(sample), values.size() > 1 ? acc::variance(sample) * n / (n - 1) : 0};
}

} // namespace rongtong
