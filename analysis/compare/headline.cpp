// The dozen figures that a comparison begins with, and groups of firms.
#include <algorithm>
#include <set>

#include "analysis/compare/answers.hpp"

namespace rongtong {

namespace {

std::string verdict_of(const Watch& watch, const PairedEffect& effect, double level)
{
    if (!effect.p || !effect.mean_difference) return "";
    const double p = effect.p_holm.value_or(*effect.p);
    if (p >= 1 - level) return "unsure";
    const bool rises = *effect.mean_difference > 0;
    if (watch.role == Role::context || watch.role == Role::cost) return rises ? "rises" : "falls";
    const bool as_declared = rises == (watch.goes > 0);
    if (watch.role == Role::goal) return as_declared ? "reached" : "missed";
    return as_declared ? "shown" : "opposite";
}

// Labels of an axis in the order of the file.
std::vector<std::string> groups_of(const Run& run, const std::string& axis, const std::string& indicator)
{
    std::vector<std::string> labels;
    for (const auto& series : run.by_group)
        if (series.axis == axis && series.name == indicator) labels.push_back(series.group);
    return labels;
}

} // namespace

std::vector<HeadlineRow> headline_rows(const std::vector<RunPair>& pairs, const std::vector<Watch>& watches,
                                       const Window& window, const MonthRule& rule, double level,
                                       std::optional<WantedWidth> width)
{
    std::vector<HeadlineRow> rows;
    for (const auto& watch : watches) {
        if (!pairs.front().base->find(watch.indicator, watch.axis, watch.group)) continue;
        const auto sample = sample_of(pairs, {watch.indicator, watch.axis, watch.group}, window, rule);
        rows.push_back({watch, paired_effect(sample, level, width), ""});
    }
    std::vector<PairedEffect*> family;
    for (auto& row : rows) family.push_back(&row.effect);
    adjust_by_holm(family);
    for (auto& row : rows) row.verdict = verdict_of(row.watch, row.effect, level);
    return rows;
}

std::vector<PairedEffect> group_effects(const std::vector<RunPair>& pairs, const std::vector<std::string>& indicators,
                                        const std::vector<std::string>& axes, const Window& window,
                                        const MonthRule& rule, double level, std::optional<WantedWidth> width)
{
    std::vector<PairedEffect> effects;
    for (const auto& axis : axes)
        for (const auto& indicator : indicators)
            for (const auto& group : groups_of(*pairs.front().base, axis, indicator))
                effects.push_back(
                    paired_effect(sample_of(pairs, {indicator, axis, group}, window, rule), level, width));
    std::vector<PairedEffect*> family;
    for (auto& effect : effects) family.push_back(&effect);
    adjust_by_holm(family);
    return effects;
}

} // namespace rongtong
