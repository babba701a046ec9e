// What a policy does over all the points that a calibration left: in what share of them it raises an indicator, in what share it
// lowers it, and how far the points lie apart. A share of points is no probability: it speaks of the parameters that are still
// possible, not of luck.
#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

#include "analysis/compare.hpp"

namespace rongtong {

namespace {

using Key = std::tuple<std::string, std::string, std::string, std::string>; // scenario, indicator, axis, group

struct Gathered {
    std::vector<Key> order;
    std::map<Key, std::vector<const PairedEffect*>> effects;

    void add(const std::string& scenario, const PairedEffect& effect)
    {
        const Key key{scenario, effect.indicator, effect.axis, effect.group};
        if (!effect.mean_difference || !std::isfinite(*effect.mean_difference)) return;
        if (!effects.contains(key)) order.push_back(key);
        effects[key].push_back(&effect);
    }
};

OverPoints summary_of(const Key& key, const std::vector<const PairedEffect*>& effects)
{
    OverPoints row;
    row.scenario = std::get<0>(key);
    row.place = {std::get<1>(key), std::get<2>(key), std::get<3>(key)};
    row.points = effects.size();
    std::vector<double> values;
    const double each = 1 / static_cast<double>(effects.size());
    for (const auto* effect : effects) {
        const double value = *effect->mean_difference;
        values.push_back(value);
        (value > 0 ? row.positive : value < 0 ? row.negative : row.zero) += each;
        if (effect->low && *effect->low > 0) row.clearly_positive += each;
        if (effect->high && *effect->high < 0) row.clearly_negative += each;
    }
    std::sort(values.begin(), values.end());
    row.least = values.front();
    row.median = quantile_of_sorted(values, 0.5);
    row.most = values.back();
    return row;
}

} // namespace

std::vector<OverPoints> over_points(const std::vector<ScenarioEffects>& entries)
{
    Gathered gathered;
    for (const auto& entry : entries) {
        for (const auto& row : entry.headline) gathered.add(entry.scenario, row.effect);
        if (!entry.headline.empty()) continue;
        for (const auto& effect : entry.effects) gathered.add(entry.scenario, effect);
        for (const auto& effect : entry.groups) gathered.add(entry.scenario, effect);
    }
    std::vector<OverPoints> rows;
    for (const auto& key : gathered.order) rows.push_back(summary_of(key, gathered.effects.at(key)));
    return rows;
}

} // namespace rongtong
