// What a unit of a goal costs the budget: cost over the window, over the effect in the direction of the goal. Both are means of
// the same pairs, so their ratio has Fieller's interval, and the bootstrap's. Where the gain is discounted, so is the cost.
#include <cmath>

#include "analysis/compare/ratio.hpp"
#include "analysis/statistics/moments.hpp"

namespace rongtong {

namespace {

struct CostAndGain {
    std::vector<double> cost, gain; // by pair
};

CostAndGain both_of(const PairedSample& cost, double sign, const PairedSample& goal, int goes)
{
    CostAndGain both;
    for (std::size_t i = 0; i < cost.base.size(); ++i) {
        const double c = sign * (cost.other[i] - cost.base[i]), g = goes * (goal.other[i] - goal.base[i]);
        if (!std::isfinite(c) || !std::isfinite(g)) continue;
        both.cost.push_back(c);
        both.gain.push_back(g);
    }
    return both;
}

double mean(const std::vector<double>& values) { return moments_of(values).mean; }

double ratio_over(const CostAndGain& both, const std::vector<std::uint32_t>& rows)
{
    double cost = 0, gain = 0;
    for (const auto row : rows) cost += both.cost[row], gain += both.gain[row];
    return cost / gain;
}

CostEffectiveness one(const CostAndGain& both, double level)
{
    CostEffectiveness result;
    result.total_cost = mean(both.cost);
    result.gain = mean(both.gain);
    if (result.gain <= 0) {
        result.note = "nothing is gained: the effect does not go the way of the goal";
        return result;
    }
    result.ratio = fieller(both.cost, both.gain, level);
    if (!result.ratio) result.note = single_pair;
    else if (result.ratio->shape != Ratio::Shape::bounded)
        result.note = "the gain can't be told from nothing, so that the cost of a unit has no bounds";
    result.bootstrap = bootstrap(both.cost.size(), [&](const auto& rows) { return ratio_over(both, rows); }, level).bca;
    return result;
}

} // namespace

std::optional<CostEffectiveness> cost_of_unit(const PairedSample& cost, double sign, const PairedSample& goal, int goes,
                                              double level)
{
    const auto both = both_of(cost, sign, goal, goes);
    if (both.cost.empty() || mean(both.cost) == 0) return std::nullopt;
    return one(both, level);
}

std::vector<CostEffectiveness> cost_effectiveness(const std::vector<RunPair>& pairs,
                                                  const std::vector<HeadlineRow>& headline, const Window& window,
                                                  const MonthRule& rule, double level)
{
    std::vector<CostEffectiveness> list;
    const MonthRule over_months = rule.statistic == MonthStatistic::discounted ? rule
                                                                               : MonthRule{MonthStatistic::sum, 0};
    // Administrative cost, and by how much the whole budget is worse off.
    for (const auto& [name, sign] : {std::pair{"fiscal_cost", 1.0}, std::pair{"budget_balance", -1.0}}) {
        if (!pairs.front().base->find(name)) continue;
        const auto cost = sample_of(pairs, {name}, window, over_months);
        for (const auto& row : headline) {
            if (row.watch.role != Role::goal) continue;
            const SeriesPlace place{row.watch.indicator, row.watch.axis, row.watch.group};
            auto result = cost_of_unit(cost, sign, sample_of(pairs, place, window, rule), row.watch.goes, level);
            if (!result) continue;
            result->goal = place;
            result->unit = row.effect.unit;
            result->cost = name;
            list.push_back(std::move(*result));
        }
    }
    return list;
}

} // namespace rongtong
