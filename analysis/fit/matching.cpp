#include "analysis/fit/matching.hpp"

#include "analysis/statistics/no_figure.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace rongtong {

namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();

double distance_to(const MomentTarget& target, double figure)
{
    if (target.value) return std::abs(figure - *target.value);
    if (target.low && figure < *target.low) return *target.low - figure;
    if (target.high && figure > *target.high) return figure - *target.high;
    return 0;
}

// Pooled over the points: that of single points, of a few replicates each, is poorly known. Otherwise what was known before.
double pooled_noise(const std::vector<const TriedPoint*>& points, std::size_t moment, double before)
{
    double sum = 0;
    std::size_t counted = 0;
    for (const auto* p : points)
        if (std::isfinite(p->variances[moment])) sum += p->variances[moment], ++counted;
    return counted ? sum / static_cast<double>(counted) : before;
}

} // namespace

double implausibility(const MomentTarget& target, double figure, double variance)
{
    const double distance = distance_to(target, figure), tolerance = target.sd.value_or(0);
    const double sd = std::sqrt(variance + tolerance * tolerance);
    if (!std::isfinite(figure)) return no_figure;
    if (distance == 0) return 0;
    return sd > 0 ? distance / sd : infinite;
}

HistoryMatch::HistoryMatch(std::vector<MomentTarget> targets, MatchOptions options)
    : targets_(std::move(targets)), options_(options), noise_(targets_.size(), 0)
{}

void HistoryMatch::add_wave(std::vector<TriedPoint> points)
{
    points_.insert(points_.end(), points.begin(), points.end());
    std::vector<std::vector<double>> x;
    std::vector<const TriedPoint*> fitted;
    for (const auto& p : points_)
        if (possible(p.x)) {
            x.push_back(p.x);
            fitted.push_back(&p);
        }
    std::vector<MomentSurface> wave;
    for (std::size_t m = 0; m < targets_.size(); ++m) {
        std::vector<double> y;
        for (const auto* p : fitted) y.push_back(p->figures[m]);
        noise_[m] = pooled_noise(fitted, m, noise_[m]);
        wave.emplace_back(x, y, noise_[m]);
    }
    waves_.push_back(std::move(wave));
}

double HistoryMatch::ruling(const std::vector<double>& by_moment) const
{
    std::vector<double> used;
    for (std::size_t m = 0; m < targets_.size(); ++m)
        if (targets_[m].used && !std::isnan(by_moment[m])) used.push_back(by_moment[m]);
    if (used.empty()) return 0;
    std::sort(used.begin(), used.end(), std::greater<>());
    return used[std::min(options_.largest, used.size()) - 1];
}

std::vector<double> HistoryMatch::in_wave(const std::vector<MomentSurface>& wave, const std::vector<double>& x,
                                          bool used_only) const
{
    std::vector<double> result(targets_.size(), no_figure);
    for (std::size_t m = 0; m < targets_.size(); ++m) {
        if (!wave[m].exists() || (used_only && !targets_[m].used)) continue;
        const auto predicted = wave[m].at(x);
        result[m] = implausibility(targets_[m], predicted.mean, predicted.variance + wave[m].noise());
    }
    return result;
}

double HistoryMatch::implausibility_at(const std::vector<double>& x) const
{
    double most = 0;
    for (const auto& wave : waves_) most = std::max(most, ruling(in_wave(wave, x, true)));
    return most;
}

std::vector<double> HistoryMatch::by_moment(const std::vector<double>& x) const
{
    std::vector<double> most(targets_.size(), no_figure);
    for (const auto& wave : waves_) {
        const auto here = in_wave(wave, x, false);
        for (std::size_t m = 0; m < most.size(); ++m)
            if (std::isnan(most[m]) || here[m] > most[m]) most[m] = here[m];
    }
    return most;
}

std::vector<double> HistoryMatch::own_implausibilities(const TriedPoint& point) const
{
    std::vector<double> result;
    for (std::size_t m = 0; m < targets_.size(); ++m)
        result.push_back(implausibility(targets_[m], point.figures[m], noise_[m]));
    return result;
}

bool HistoryMatch::is_left(const TriedPoint& point) const
{
    return std::isfinite(distance(point)) && ruling(own_implausibilities(point)) <= options_.cutoff &&
           possible(point.x);
}

double HistoryMatch::distance(const TriedPoint& point) const
{
    const auto own = own_implausibilities(point);
    double sum = 0, weights = 0;
    for (std::size_t m = 0; m < targets_.size(); ++m) {
        if (!targets_[m].used) continue;
        if (std::isnan(own[m])) return infinite;
        sum += targets_[m].weight * own[m] * own[m];
        weights += targets_[m].weight;
    }
    return weights > 0 ? std::sqrt(sum / weights) : infinite;
}

} // namespace rongtong
