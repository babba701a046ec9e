// An effect month by month, with bands.
#include <algorithm>
#include <cmath>

#include "analysis/compare/answers.hpp"

#include "analysis/statistics/no_figure.hpp"

namespace rongtong {

namespace {

// Lower and upper quartile of what exists.
Interval quartiles(std::vector<double> values)
{
    std::erase_if(values, [](double v) { return !std::isfinite(v); });
    if (values.empty()) return {no_figure, no_figure};
    std::sort(values.begin(), values.end());
    return {quantile_of_sorted(values, 0.25), quantile_of_sorted(values, 0.75)};
}

} // namespace

EffectPath path_of(const std::vector<RunPair>& pairs, const SeriesPlace& place, const std::string& unit, int first,
                   int last, double level)
{
    EffectPath path;
    path.place = place;
    path.unit = unit;
    for (int month = first; month <= last; ++month) {
        const auto sample = sample_of(pairs, place, {month, month}, {});
        const auto effect = paired_difference(sample, level);
        const auto base = quartiles(sample.base), other = quartiles(sample.other);
        path.months.push_back(month);
        path.base.push_back(effect.mean_base.value_or(no_figure));
        path.other.push_back(effect.mean_other.value_or(no_figure));
        path.difference.push_back(effect.mean_difference.value_or(no_figure));
        path.low.push_back(effect.low.value_or(no_figure));
        path.high.push_back(effect.high.value_or(no_figure));
        path.base_low.push_back(base.low);
        path.base_high.push_back(base.high);
        path.other_low.push_back(other.low);
        path.other_high.push_back(other.high);
    }
    return path;
}

} // namespace rongtong
