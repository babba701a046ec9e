#include "analysis/compare/series.hpp"

#include "analysis/statistics/no_figure.hpp"

#include <algorithm>
#include <cmath>

namespace rongtong {

namespace {

// Value of a month; NaN where the run has none.
double value_at(const Run& run, const IndicatorSeries& series, int month)
{
    const auto at = std::lower_bound(run.months.begin(), run.months.end(), month);
    if (at == run.months.end() || *at != month) return no_figure;
    const auto i = static_cast<std::size_t>(at - run.months.begin());
    return i < series.values.size() ? series.values[i] : no_figure;
}

struct Sums {
    double base = 0, other = 0, weight = 0;
    std::size_t months = 0;
};

Sums add_up(const RunPair& pair, const IndicatorSeries& base, const IndicatorSeries& other, const Window& window,
            const MonthRule& rule)
{
    Sums sums;
    for (int month = window.first; month <= window.last; ++month) {
        const double a = value_at(*pair.base, base, month), b = value_at(*pair.other, other, month);
        if (!std::isfinite(a) || !std::isfinite(b)) continue;
        const double weight = rule.statistic == MonthStatistic::discounted
                                  ? std::pow(1 + rule.yearly_discount, -(month - window.first) / 12.0)
                                  : 1;
        sums.base += weight * a;
        sums.other += weight * b;
        ++sums.months;
    }
    return sums;
}

void add_pair(PairedSample& sample, const RunPair& pair, const SeriesPlace& place, const Window& window,
              const MonthRule& rule)
{
    const auto* base = pair.base->find(place.indicator, place.axis, place.group);
    const auto* other = pair.other->find(place.indicator, place.axis, place.group);
    Sums sums;
    Window used = window;
    if (rule.statistic == MonthStatistic::last) used.first = used.last;
    if (base && other) sums = add_up(pair, *base, *other, used, rule);
    const double over = rule.statistic == MonthStatistic::mean ? static_cast<double>(sums.months) : 1;
    sample.base.push_back(sums.months ? sums.base / over : no_figure);
    sample.other.push_back(sums.months ? sums.other / over : no_figure);
    sample.months.push_back(sums.months);
}

const IndicatorSeries* first_found(const std::vector<RunPair>& pairs, const SeriesPlace& place)
{
    for (const auto& pair : pairs)
        for (const auto* run : {pair.base, pair.other})
            if (const auto* series = run->find(place.indicator, place.axis, place.group)) return series;
    return nullptr;
}

} // namespace

PairedSample sample_of(const std::vector<RunPair>& pairs, const SeriesPlace& place, const Window& window,
                       const MonthRule& rule)
{
    PairedSample sample;
    sample.indicator = place.indicator;
    sample.axis = place.axis;
    sample.group = place.group;
    if (const auto* series = first_found(pairs, place)) {
        sample.unit = series->unit;
        sample.long_name = series->long_name;
        sample.formula = series->formula;
    }
    sample.months_wanted = rule.statistic == MonthStatistic::last
                               ? 1
                               : static_cast<std::size_t>(window.last - window.first + 1);
    for (const auto& pair : pairs) add_pair(sample, pair, place, window, rule);
    return sample;
}

void add_shares(Run& run)
{
    std::vector<IndicatorSeries> shares;
    for (const auto& series : run.by_group) {
        if (series.name != "revenue" && series.name != "employment" && series.name != "firms") continue;
        std::vector<double> whole(series.values.size());
        for (const auto& part : run.by_group)
            if (part.name == series.name && part.axis == series.axis)
                for (std::size_t m = 0; m < whole.size(); ++m)
                    if (std::isfinite(part.values[m])) whole[m] += part.values[m];
        IndicatorSeries share{series.name + "_share",
                              "1",
                              "the group's share of " + series.name,
                              {},
                              series.name + " / sum over groups",
                              series.axis,
                              series.group};
        for (std::size_t m = 0; m < whole.size(); ++m)
            share.values.push_back(whole[m] > 0 ? series.values[m] / whole[m] : no_figure);
        shares.push_back(std::move(share));
    }
    for (auto& share : shares) run.by_group.push_back(std::move(share));
}

} // namespace rongtong
