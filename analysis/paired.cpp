#include "analysis/paired.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include <boost/math/distributions/students_t.hpp>
#include <fmt/format.h>

namespace rongtong {

namespace {

struct Pairs {
    std::vector<double> base, other, difference;
};

Pairs finite_pairs(const PairedSample& sample)
{
    Pairs pairs;
    for (std::size_t i = 0; i < std::min(sample.base.size(), sample.other.size()); ++i) {
        if (!std::isfinite(sample.base[i]) || !std::isfinite(sample.other[i])) continue;
        pairs.base.push_back(sample.base[i]);
        pairs.other.push_back(sample.other[i]);
        pairs.difference.push_back(sample.other[i] - sample.base[i]);
    }
    return pairs;
}

double mean(const std::vector<double>& values)
{
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

// Differences that vary by no more than the rounding of the values that they come from are one constant.
bool constant(const Pairs& pairs)
{
    const auto [low, high] = std::minmax_element(pairs.difference.begin(), pairs.difference.end());
    double largest = 0;
    for (std::size_t i = 0; i < pairs.base.size(); ++i)
        largest = std::max({largest, std::fabs(pairs.base[i]), std::fabs(pairs.other[i])});
    return *high - *low <= 4 * std::numeric_limits<double>::epsilon() * largest;
}

void set_interval(PairedEffect& effect, double sd, double level)
{
    const boost::math::students_t distribution(static_cast<double>(effect.n - 1));
    effect.sd_difference = sd;
    effect.se = sd / std::sqrt(static_cast<double>(effect.n));
    effect.t_quantile = boost::math::quantile(distribution, 0.5 + level / 2);
    effect.low = *effect.mean_difference - *effect.t_quantile * *effect.se;
    effect.high = *effect.mean_difference + *effect.t_quantile * *effect.se;
}

void set_test(PairedEffect& effect)
{
    const boost::math::students_t distribution(static_cast<double>(effect.n - 1));
    effect.t = *effect.mean_difference / *effect.se;
    effect.p = 2 * boost::math::cdf(boost::math::complement(distribution, std::fabs(*effect.t)));
}

double standard_deviation(const std::vector<double>& values, double around)
{
    double squares = 0;
    for (const double value : values) squares += (value - around) * (value - around);
    return std::sqrt(squares / static_cast<double>(values.size() - 1));
}

void set_spread(PairedEffect& effect, const Pairs& pairs, double level)
{
    if (effect.n == 1) {
        effect.note = single_pair;
        return;
    }
    const bool zero = std::all_of(pairs.difference.begin(), pairs.difference.end(), [](double d) { return d == 0; });
    if (!zero && !constant(pairs)) {
        set_interval(effect, standard_deviation(pairs.difference, *effect.mean_difference), level);
        set_test(effect);
        return;
    }
    set_interval(effect, 0, level);
    effect.note = zero ? "no difference in any pair" : "no variation: the same difference in every pair, so no test";
    if (zero) {
        effect.t = 0;
        effect.p = 1;
    }
}

PairedEffect effect_of(const PairedSample& sample, double level)
{
    const Pairs pairs = finite_pairs(sample);
    PairedEffect effect;
    effect.indicator = sample.indicator;
    effect.unit = sample.unit;
    effect.long_name = sample.long_name;
    effect.n = pairs.base.size();
    effect.months = sample.months;
    effect.left_out = std::max(sample.base.size(), sample.other.size()) - effect.n;
    if (effect.n == 0) {
        effect.note = "no pair with a value on both sides";
        return effect;
    }
    effect.mean_base = mean(pairs.base);
    effect.mean_other = mean(pairs.other);
    effect.mean_difference = mean(pairs.difference);
    if (*effect.mean_base != 0) effect.relative_percent = 100 * *effect.mean_difference / std::fabs(*effect.mean_base);
    set_spread(effect, pairs, level);
    if (effect.left_out > 0)
        effect.note += fmt::format("{}{} without a value left out", effect.note.empty() ? "" : "; ", effect.left_out);
    return effect;
}

void adjust_by_holm(std::vector<PairedEffect>& effects)
{
    std::vector<PairedEffect*> tested;
    for (auto& effect : effects)
        if (effect.p) tested.push_back(&effect);
    std::stable_sort(tested.begin(), tested.end(), [](const auto* a, const auto* b) { return *a->p < *b->p; });
    double running = 0;
    for (std::size_t i = 0; i < tested.size(); ++i) {
        running = std::max(running, std::min(1.0, *tested[i]->p * static_cast<double>(tested.size() - i)));
        tested[i]->p_holm = running;
    }
}

} // namespace

std::vector<PairedEffect> paired_effects(const std::vector<PairedSample>& samples, double level)
{
    std::vector<PairedEffect> effects;
    for (const auto& sample : samples) effects.push_back(effect_of(sample, level));
    adjust_by_holm(effects);
    return effects;
}

} // namespace rongtong
