#include "analysis/paired.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include <boost/math/distributions/students_t.hpp>
#include <fmt/format.h>

#include "analysis/statistics/bootstrap.hpp"
#include "analysis/statistics/inference.hpp"
#include "analysis/statistics/moments.hpp"

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

void set_spread(PairedEffect& effect, const Pairs& pairs, double level)
{
    if (effect.n == 1) {
        effect.note = single_pair;
        return;
    }
    const bool zero = std::all_of(pairs.difference.begin(), pairs.difference.end(), [](double d) { return d == 0; });
    if (!zero && !constant(pairs)) {
        set_interval(effect, moments_of(pairs.difference).deviation(), level);
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

// Fewer pairs say too little of how they are spread.
constexpr std::size_t fewest_for_bootstrap = 3;

void set_bootstrap(PairedEffect& effect, const Pairs& pairs, double level)
{
    if (effect.n < fewest_for_bootstrap || *effect.sd_difference == 0) return;
    const auto mean_of = [&](const std::vector<std::uint32_t>& rows) {
        double sum = 0;
        for (const auto row : rows) sum += pairs.difference[row];
        return sum / static_cast<double>(rows.size());
    };
    const auto intervals = bootstrap(effect.n, mean_of, level);
    if (intervals.percentile) {
        effect.percentile_low = intervals.percentile->low;
        effect.percentile_high = intervals.percentile->high;
    }
    if (intervals.bca) {
        effect.bootstrap_low = intervals.bca->low;
        effect.bootstrap_high = intervals.bca->high;
    }
}

void set_plan(PairedEffect& effect, double level, const std::optional<WantedWidth>& width)
{
    if (!effect.sd_difference || *effect.sd_difference == 0) return;
    effect.detectable = detectable_effect(effect.n, *effect.sd_difference, level);
    if (!width) return;
    const double one_percent = effect.rate ? 0.01 : 0.01 * std::fabs(*effect.mean_base);
    effect.pairs_wanted = pairs_for_width(*effect.sd_difference, width->value * (width->percent ? one_percent : 1),
                                          level);
}

// How many months the values are made of, and what to say of months that are missing.
void set_months(PairedEffect& effect, const PairedSample& sample)
{
    if (sample.months.empty()) return;
    effect.months_wanted = sample.months_wanted;
    effect.months = sample.months_wanted;
    std::size_t with_gaps = 0;
    for (std::size_t i = 0; i < sample.months.size(); ++i) {
        if (!std::isfinite(sample.base[i]) || !std::isfinite(sample.other[i])) continue;
        effect.months = std::min(effect.months, sample.months[i]);
        if (sample.months[i] < sample.months_wanted) ++with_gaps;
    }
    if (with_gaps > 0)
        effect.note += fmt::format(
            "{}months without a value on both sides left out in {} of {} pairs: {} of {} months at least",
            effect.note.empty() ? "" : "; ", with_gaps, effect.n, effect.months, effect.months_wanted);
}

void describe(PairedEffect& effect, const PairedSample& sample)
{
    effect.indicator = sample.indicator;
    effect.unit = sample.unit;
    effect.long_name = sample.long_name;
    effect.formula = sample.formula;
    effect.axis = sample.axis;
    effect.group = sample.group;
    effect.rate = is_rate(sample.indicator, sample.unit);
}

void set_means(PairedEffect& effect, const Pairs& pairs)
{
    effect.mean_base = moments_of(pairs.base).mean;
    effect.mean_other = moments_of(pairs.other).mean;
    effect.mean_difference = moments_of(pairs.difference).mean;
    if (effect.rate) effect.difference_points = (effect.unit == "%" ? 1 : 100) * *effect.mean_difference;
    else if (*effect.mean_base != 0)
        effect.relative_percent = 100 * *effect.mean_difference / std::fabs(*effect.mean_base);
}

PairedEffect difference_of(const Pairs& pairs, const PairedSample& sample, double level)
{
    PairedEffect effect;
    describe(effect, sample);
    effect.n = pairs.base.size();
    effect.left_out = std::max(sample.base.size(), sample.other.size()) - effect.n;
    if (effect.n == 0) {
        effect.note = "no pair with a value on both sides";
        return effect;
    }
    set_means(effect, pairs);
    set_spread(effect, pairs, level);
    return effect;
}

bool can_differ(const PairedEffect& effect) { return effect.p && !(effect.sd_difference == 0.0); }

} // namespace

bool is_rate(const std::string& indicator, const std::string& unit)
{
    if (unit == "%" || unit == "1/year" || unit == "1/month") return true;
    if (unit != "1") return false;
    // Others without a unit are counts and indices.
    for (const char* word : {"share", "rate", "ratio", "margin", "use", "unemployment"}) {
        const std::string wanted = word;
        for (auto at = indicator.find(wanted); at != indicator.npos; at = indicator.find(wanted, at + 1)) {
            const std::size_t after = at + wanted.size();
            if ((at == 0 || indicator[at - 1] == '_') && (after == indicator.size() || indicator[after] == '_'))
                return true;
        }
    }
    for (const char* name : {"loss_given_default", "weakest_bank", "debt_to_capital", "trade_across_regions"})
        if (indicator == name) return true;
    return false;
}

PairedEffect paired_difference(const PairedSample& sample, double level)
{
    return difference_of(finite_pairs(sample), sample, level);
}

PairedEffect paired_effect(const PairedSample& sample, double level, std::optional<WantedWidth> width)
{
    const Pairs pairs = finite_pairs(sample);
    PairedEffect effect = difference_of(pairs, sample, level);
    if (effect.n == 0) return effect;
    if (effect.n > 1) {
        set_bootstrap(effect, pairs, level);
        set_plan(effect, level, width);
    }
    if (effect.left_out > 0)
        effect.note += fmt::format("{}{} without a value left out", effect.note.empty() ? "" : "; ", effect.left_out);
    set_months(effect, sample);
    return effect;
}

void adjust_by_holm(const std::vector<PairedEffect*>& effects)
{
    std::vector<std::optional<double>> tested;
    for (const auto* effect : effects) tested.push_back(can_differ(*effect) ? effect->p : std::nullopt);
    const auto adjusted = holm(tested);
    for (std::size_t i = 0; i < effects.size(); ++i)
        effects[i]->p_holm = adjusted[i] ? adjusted[i] : effects[i]->p; // without a difference: 1, and no test
}

std::vector<PairedEffect> paired_effects(const std::vector<PairedSample>& samples, double level,
                                         std::optional<WantedWidth> width)
{
    std::vector<PairedEffect> effects;
    for (const auto& sample : samples) effects.push_back(paired_effect(sample, level, width));
    std::vector<PairedEffect*> family;
    for (auto& effect : effects) family.push_back(&effect);
    adjust_by_holm(family);
    return effects;
}

} // namespace rongtong
