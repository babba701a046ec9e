#include "analysis/sensitivity/morris.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

#include <fmt/format.h>

#include "sim/error.hpp"

namespace rongtong {

namespace {

using Effects = std::vector<double>; // of one step, by replicate; one more: of their mean

std::size_t changed_factor(const DesignTable& d, std::size_t a, std::size_t b)
{
    std::vector<std::size_t> changed;
    for (std::size_t i = 0; i < d.factors.size(); ++i)
        if (d.x[a][i] != d.x[b][i]) changed.push_back(i);
    if (changed.size() != 1)
        throw OutputError(fmt::format("trajectory {}: the step to point {} changes {} factors, expected one",
                                      d.trajectory[b], d.step[b], changed.size()));
    return changed.front();
}

// By factor: the effects of all trajectories.
std::vector<std::vector<Effects>> all_effects(const DesignTable& d, const Outcome& outcome)
{
    std::map<std::int64_t, std::map<std::int64_t, std::size_t>> points; // trajectory, step
    for (std::size_t p = 0; p < d.points(); ++p) points[d.trajectory[p]][d.step[p]] = p;
    const auto means = outcome.means();
    std::vector<std::vector<Effects>> effects(d.factors.size());
    for (const auto& [trajectory, steps] : points)
        for (auto next = std::next(steps.begin()); next != steps.end(); ++next) {
            const std::size_t a = std::prev(next)->second, b = next->second, i = changed_factor(d, a, b);
            const double change = d.x[b][i] - d.x[a][i];
            Effects step;
            for (const auto& y : outcome.y) step.push_back((y[b] - y[a]) / change);
            step.push_back((means[b] - means[a]) / change);
            if (std::isfinite(step.back())) effects[i].push_back(std::move(step));
        }
    return effects;
}

double standard_deviation(const std::vector<Effects>& effects, double mean)
{
    double squares = 0;
    for (const auto& step : effects) squares += (step.back() - mean) * (step.back() - mean);
    return std::sqrt(squares / static_cast<double>(effects.size() - 1));
}

// Covariance, over trajectories, of effects in different replicates: the variance that is not noise.
double clean_deviation(const std::vector<Effects>& effects, double otherwise)
{
    const std::size_t replicates = effects.front().size() - 1;
    if (replicates < 2) return otherwise;
    std::vector<double> mean(replicates);
    for (const auto& step : effects)
        for (std::size_t r = 0; r < replicates; ++r) mean[r] += step[r] / static_cast<double>(effects.size());
    double sum = 0;
    for (const auto& step : effects) {
        double all = 0, same = 0;
        for (std::size_t r = 0; r < replicates; ++r)
            all += step[r] - mean[r], same += (step[r] - mean[r]) * (step[r] - mean[r]);
        sum += (all * all - same) / static_cast<double>(replicates * (replicates - 1));
    }
    return std::isfinite(sum) ? std::sqrt(std::max(0.0, sum / static_cast<double>(effects.size() - 1))) : otherwise;
}

double range_of(const DesignTable& d, std::size_t i)
{
    double low = d.x.front()[i], high = low;
    for (const auto& point : d.x) low = std::min(low, point[i]), high = std::max(high, point[i]);
    return high - low;
}

MorrisFactor factor_of(const std::vector<Effects>& effects, double level, std::size_t resamples)
{
    constexpr double none = std::numeric_limits<double>::quiet_NaN();
    MorrisFactor f;
    f.n = effects.size();
    for (const auto& step : effects) f.mu += step.back(), f.mu_star += std::fabs(step.back());
    f.mu /= static_cast<double>(f.n);
    f.mu_star /= static_cast<double>(f.n);
    f.sigma = f.n > 1 ? standard_deviation(effects, f.mu) : none;
    f.sigma_clean = f.n > 1 ? clean_deviation(effects, f.sigma) : none;
    if (resamples > 0 && f.n > 2)
        f.mu_star_interval = bootstrap(
                                 f.n,
                                 [&](const auto& rows) {
                                     double sum = 0;
                                     for (const auto row : rows) sum += std::fabs(effects[row].back());
                                     return sum / static_cast<double>(rows.size());
                                 },
                                 level, resamples)
                                 .percentile;
    return f;
}

} // namespace

std::vector<MorrisFactor> morris_effects(const DesignTable& design, const Outcome& outcome, double level,
                                         std::size_t resamples)
{
    const auto effects = all_effects(design, outcome);
    std::vector<MorrisFactor> factors;
    for (std::size_t i = 0; i < design.factors.size(); ++i) {
        auto f = factor_of(effects[i], level, resamples);
        f.factor = design.factors[i];
        f.mu_star_scaled = f.mu_star * range_of(design, i);
        factors.push_back(std::move(f));
    }
    return factors;
}

} // namespace rongtong
