#include "analysis/validate/statistics.hpp"

#include "analysis/statistics/no_figure.hpp"

#include <algorithm>
#include <cmath>

#include <boost/math/distributions/binomial.hpp>
#include <boost/math/distributions/students_t.hpp>

namespace rongtong::validation {

namespace {

std::vector<double> finite(std::vector<double> values)
{
    std::erase_if(values, [](double v) { return !std::isfinite(v); });
    return values;
}

double mean_of(const std::vector<double>& values)
{
    double sum = 0;
    for (const double v : values) sum += v;
    return values.empty() ? no_figure : sum / static_cast<double>(values.size());
}

double products(const std::vector<double>& x, const std::vector<double>& y)
{
    const double mx = mean_of(x), my = mean_of(y);
    double sum = 0;
    for (std::size_t i = 0; i < x.size(); ++i) sum += (x[i] - mx) * (y[i] - my);
    return sum;
}

} // namespace

double mean(const std::vector<double>& values) { return mean_of(finite(values)); }

double variance(const std::vector<double>& values)
{
    const auto v = finite(values);
    return v.size() < 2 ? no_figure : products(v, v) / static_cast<double>(v.size() - 1);
}

Moments moments(const std::vector<double>& values)
{
    const auto v = finite(values);
    Moments m{v.size(), mean_of(v)};
    if (v.size() < 2) return m;
    m.sd = std::sqrt(variance(v));
    m.se = *m.sd / std::sqrt(static_cast<double>(v.size()));
    const boost::math::students_t distribution(static_cast<double>(v.size() - 1));
    const double half = boost::math::quantile(distribution, 0.975) * *m.se;
    m.low = m.mean - half;
    m.high = m.mean + half;
    return m;
}

double correlation(const std::vector<double>& x, const std::vector<double>& y)
{
    return products(x, y) / std::sqrt(products(x, x) * products(y, y));
}

double slope(const std::vector<double>& x, const std::vector<double>& y) { return products(x, y) / products(x, x); }

double quantile(std::vector<double> values, double q)
{
    if (values.empty()) return no_figure;
    std::ranges::sort(values);
    const double at = q * static_cast<double>(values.size() - 1);
    const auto below = static_cast<std::size_t>(at);
    const auto above = std::min(below + 1, values.size() - 1);
    return values[below] + (at - static_cast<double>(below)) * (values[above] - values[below]);
}

ShareInterval share_interval(std::size_t hits, std::size_t n)
{
    using Binomial = boost::math::binomial_distribution<>;
    const auto k = static_cast<double>(hits), all = static_cast<double>(n);
    return {hits == 0 ? 0 : Binomial::find_lower_bound_on_p(all, k, 0.025),
            hits == n ? 1 : Binomial::find_upper_bound_on_p(all, k, 0.025)};
}

} // namespace rongtong::validation
