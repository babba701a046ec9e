#include "analysis/statistics/inference.hpp"

#include <algorithm>
#include <cmath>

#include <boost/math/distributions/non_central_t.hpp>
#include <boost/math/distributions/students_t.hpp>

#include "analysis/statistics/moments.hpp"

namespace rongtong {

namespace {

double t_quantile(std::size_t n, double level)
{
    return boost::math::quantile(boost::math::students_t(static_cast<double>(n - 1)), 0.5 + level / 2);
}

double width_of(std::size_t n, double sd, double level)
{
    return 2 * t_quantile(n, level) * sd / std::sqrt(static_cast<double>(n));
}

double mean(const std::vector<double>& values) { return moments_of(values).mean; }

// Covariance of the two means.
double covariance_of_means(const std::vector<double>& a, const std::vector<double>& b)
{
    const double mean_a = mean(a), mean_b = mean(b);
    double sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i) sum += (a[i] - mean_a) * (b[i] - mean_b);
    const auto n = static_cast<double>(a.size());
    return sum / (n - 1) / n;
}

} // namespace

std::vector<std::optional<double>> holm(const std::vector<std::optional<double>>& p)
{
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < p.size(); ++i)
        if (p[i]) order.push_back(i);
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return *p[a] < *p[b]; });
    std::vector<std::optional<double>> adjusted(p.size());
    double running = 0;
    for (std::size_t i = 0; i < order.size(); ++i) {
        running = std::max(running, std::min(1.0, *p[order[i]] * static_cast<double>(order.size() - i)));
        adjusted[order[i]] = running;
    }
    return adjusted;
}

std::optional<std::size_t> pairs_for_width(double sd, double width, double level)
{
    constexpr std::size_t most = 1'000'000;
    if (!(width > 0) || width_of(most, sd, level) > width) return std::nullopt;
    std::size_t low = 1, high = most; // too few, enough
    while (high - low > 1) {
        const std::size_t middle = (low + high) / 2;
        (width_of(middle, sd, level) <= width ? high : low) = middle;
    }
    return high;
}

double power_of_pairs(std::size_t n, double effect, double sd, double level)
{
    const double bound = t_quantile(n, level), shift = effect / sd * std::sqrt(static_cast<double>(n));
    if (std::isnan(shift)) return shift; // effect and spread are both beyond all figures
    if (std::fabs(shift) > 37) return 1; // beyond what the distribution is computed for
    const boost::math::non_central_t distribution(static_cast<double>(n - 1), shift);
    return boost::math::cdf(distribution, -bound) + boost::math::cdf(boost::math::complement(distribution, bound));
}

double detectable_effect(std::size_t n, double sd, double level, double power)
{
    double low = 0, high = sd;
    while (power_of_pairs(n, high, sd, level) < power) high *= 2;
    for (int step = 0; step < 60; ++step) {
        const double middle = (low + high) / 2;
        (power_of_pairs(n, middle, sd, level) < power ? low : high) = middle;
    }
    return high;
}

// The values r for which mean(above) - r mean(below) does not differ from 0: a quadratic inequality in r.
std::optional<Ratio> fieller(const std::vector<double>& above, const std::vector<double>& below, double level)
{
    const std::size_t n = above.size();
    if (n < 2 || below.size() != n || mean(below) == 0) return std::nullopt;
    const double t = t_quantile(n, level), y = mean(above), x = mean(below);
    const double a = x * x - t * t * covariance_of_means(below, below);
    const double b = x * y - t * t * covariance_of_means(above, below);
    const double c = y * y - t * t * covariance_of_means(above, above);
    const double under_root = b * b - a * c;
    Ratio ratio{y / x, Ratio::Shape::everything, 0, 0};
    if (under_root < 0 || a == 0) return ratio;
    const double one = (b - std::sqrt(under_root)) / a, other = (b + std::sqrt(under_root)) / a;
    ratio.shape = a > 0 ? Ratio::Shape::bounded : Ratio::Shape::outside;
    ratio.low = std::min(one, other);
    ratio.high = std::max(one, other);
    return ratio;
}

} // namespace rongtong
