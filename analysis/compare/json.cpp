// A comparison as JSON: everything that a report page needs, with null for what does not exist.
#include <cmath>

#include "analysis/compare.hpp"
#include "sim/calendar.hpp"

namespace rongtong {

namespace {

using nlohmann::ordered_json;

ordered_json or_null(const std::optional<double>& value)
{
    return value && std::isfinite(*value) ? ordered_json(*value) : ordered_json(nullptr);
}

ordered_json series(const std::vector<double>& values)
{
    auto list = ordered_json::array();
    for (const double value : values) list.push_back(or_null(value));
    return list;
}

ordered_json effect_json(const PairedEffect& effect)
{
    ordered_json json{
        {"indicator", effect.indicator},
        {"unit", effect.unit},
        {"long_name", effect.long_name},
        {"n", effect.n},
        {"left_out", effect.left_out},
        {"mean_base", or_null(effect.mean_base)},
        {"mean_other", or_null(effect.mean_other)},
        {"mean_difference", or_null(effect.mean_difference)},
        {"relative_percent", or_null(effect.relative_percent)},
        {"sd_difference", or_null(effect.sd_difference)},
        {"se", or_null(effect.se)},
        {"t_quantile", or_null(effect.t_quantile)},
        {"low", or_null(effect.low)},
        {"high", or_null(effect.high)},
        {"t", or_null(effect.t)},
        {"p", or_null(effect.p)},
        {"p_holm", or_null(effect.p_holm)},
        {"note", effect.note},
        {"rate", effect.rate},
        {"difference_points", or_null(effect.difference_points)},
        {"bootstrap_low", or_null(effect.bootstrap_low)},
        {"bootstrap_high", or_null(effect.bootstrap_high)},
        {"percentile_low", or_null(effect.percentile_low)},
        {"percentile_high", or_null(effect.percentile_high)},
        {"detectable_effect", or_null(effect.detectable)},
        {"pairs_wanted", effect.pairs_wanted ? ordered_json(*effect.pairs_wanted) : ordered_json(nullptr)},
        {"months", effect.months},
        {"months_wanted", effect.months_wanted},
        {"formula", effect.formula}};
    if (!effect.axis.empty()) {
        json["by"] = effect.axis;
        json["group"] = effect.group;
    }
    return json;
}

ordered_json place_json(const SeriesPlace& place)
{
    ordered_json json{{"indicator", place.indicator}};
    if (!place.axis.empty()) {
        json["by"] = place.axis;
        json["group"] = place.group;
    }
    return json;
}

ordered_json headline_json(const std::vector<HeadlineRow>& rows)
{
    auto list = ordered_json::array();
    for (const auto& row : rows) {
        auto json = effect_json(row.effect);
        json["role"] = name_of(row.watch.role);
        json["expected"] = row.watch.goes > 0   ? ordered_json("rises")
                           : row.watch.goes < 0 ? ordered_json("falls")
                                                : ordered_json(nullptr);
        json["lever"] = row.watch.lever;
        json["verdict"] = row.verdict;
        list.push_back(std::move(json));
    }
    return list;
}

ordered_json path_json(const EffectPath& path)
{
    auto json = place_json(path.place);
    json["unit"] = path.unit;
    json["month"] = path.months;
    json["base"] = series(path.base);
    json["other"] = series(path.other);
    json["difference"] = series(path.difference);
    json["low"] = series(path.low);
    json["high"] = series(path.high);
    json["base_quartiles"] = {series(path.base_low), series(path.base_high)};
    json["other_quartiles"] = {series(path.other_low), series(path.other_high)};
    return json;
}

ordered_json ratio_json(const std::optional<Ratio>& ratio)
{
    if (!ratio) return nullptr;
    const bool bounds = ratio->shape != Ratio::Shape::everything;
    const char* shape = ratio->shape == Ratio::Shape::bounded   ? "between"
                        : ratio->shape == Ratio::Shape::outside ? "outside"
                                                                : "everything";
    return {{"value", or_null(ratio->value)},
            {"low", bounds ? or_null(ratio->low) : ordered_json(nullptr)},
            {"high", bounds ? or_null(ratio->high) : ordered_json(nullptr)},
            {"shape", shape}};
}

ordered_json interval_json(const std::optional<Interval>& interval)
{
    if (!interval) return nullptr;
    return {{"low", or_null(interval->low)}, {"high", or_null(interval->high)}};
}

ordered_json persistence_json(const std::vector<Persistence>& list)
{
    auto all = ordered_json::array();
    for (const auto& p : list) {
        auto json = place_json(p.place);
        json["end_month"] = p.end;
        json["during"] = {
            {"first_month", p.during_first}, {"last_month", p.during_last}, {"mean_difference", p.during}};
        json["after"] = {{"first_month", p.after_first}, {"last_month", p.after_last}, {"mean_difference", p.after}};
        json["share_left"] = ratio_json(p.share);
        json["share_left_bootstrap"] = interval_json(p.share_bootstrap);
        all.push_back(std::move(json));
    }
    return all;
}

ordered_json cost_json(const std::vector<CostEffectiveness>& list)
{
    auto all = ordered_json::array();
    for (const auto& c : list) {
        auto json = place_json(c.goal);
        json["unit"] = "yuan per " + c.unit;
        json["cost"] = c.cost;
        json["total_cost"] = or_null(c.total_cost);
        json["gain"] = or_null(c.gain);
        json["cost_per_unit"] = ratio_json(c.ratio);
        json["cost_per_unit_bootstrap"] = interval_json(c.bootstrap);
        json["note"] = c.note;
        all.push_back(std::move(json));
    }
    return all;
}

ordered_json winners_json(const std::optional<Winners>& winners)
{
    if (!winners) return nullptr;
    ordered_json json{{"variable", winners->variable},
                      {"before_month", winners->before},
                      {"after_month", winners->after},
                      {"deciles", ordered_json::array()}};
    for (const auto& d : winners->deciles)
        json["deciles"].push_back({{"decile", d.decile},
                                   {"firms", d.firms},
                                   {"better", d.better},
                                   {"worse", d.worse},
                                   {"gone_in_base", d.gone_in_base},
                                   {"gone_in_other", d.gone_in_other},
                                   {"effect", effect_json(d.effect)}});
    return json;
}

ordered_json ranking_json(const Ranking& ranking)
{
    ordered_json json{{"scenarios", ranking.scenarios}, {"objectives", ordered_json::array()}};
    for (const auto& o : ranking.objectives) {
        auto entry = place_json(o.place);
        entry["better"] = o.better > 0 ? "more" : "less";
        entry["effects"] = ordered_json::array();
        for (const auto& effect : o.effects) entry["effects"].push_back(or_null(effect));
        entry["ranks"] = o.ranks;
        entry["share_first"] = series(o.first);
        json["objectives"].push_back(std::move(entry));
    }
    json["dominated_by"] = ranking.dominated_by;
    json["share_dominated"] = series(ranking.dominated);
    return json;
}

ordered_json scenario_json(const ScenarioEffects& scenario)
{
    ordered_json entry{{"scenario", scenario.scenario},     {"first_month", scenario.first_month},
                       {"last_month", scenario.last_month}, {"differs", scenario.differs},
                       {"pairs", ordered_json::array()},    {"left_out", scenario.left_out},
                       {"notes", scenario.notes},           {"effects", ordered_json::array()}};
    if (scenario.point) entry["point"] = *scenario.point;
    if (scenario.calendar_start) entry["calendar_start"] = calendar_text(*scenario.calendar_start);
    for (const auto& [point, seed, replicate] : scenario.pairs) {
        ordered_json pair = {{"seed", seed}, {"replicate", replicate}};
        if (point >= 0) pair["point"] = point;
        entry["pairs"].push_back(std::move(pair));
    }
    for (const auto& effect : scenario.effects) entry["effects"].push_back(effect_json(effect));
    entry["headline"] = headline_json(scenario.headline);
    entry["groups"] = ordered_json::array();
    for (const auto& effect : scenario.groups) entry["groups"].push_back(effect_json(effect));
    entry["policies"] = ordered_json::array();
    for (const auto& m : scenario.marks)
        entry["policies"].push_back({{"label", m.label},
                                     {m.shock ? "shock" : "lever", m.lever},
                                     {"of", m.of_base ? "base" : "other"},
                                     {"start_month", m.start},
                                     {"ramp_months", m.ramp},
                                     {"end_month", m.end ? ordered_json(m.end) : ordered_json(nullptr)}});
    entry["differences"] = ordered_json::array();
    for (const auto& d : scenario.differences)
        entry["differences"].push_back({{"pointer", d.pointer}, {"base", d.base}, {"other", d.other}});
    entry["paths"] = ordered_json::array();
    for (const auto& path : scenario.paths) entry["paths"].push_back(path_json(path));
    entry["persistence"] = persistence_json(scenario.persistence);
    entry["cost_effectiveness"] = cost_json(scenario.cost_effectiveness);
    entry["winners"] = winners_json(scenario.winners);
    return entry;
}

} // namespace

ordered_json comparison_json(const Comparison& comparison)
{
    ordered_json json{{"format", "rongtong comparison"}, {"format_version", 1},
                      {"base", comparison.base},         {"statistic", name_of(comparison.statistic)},
                      {"level", comparison.level},       {"scenarios", ordered_json::array()}};
    for (const auto& scenario : comparison.scenarios) json["scenarios"].push_back(scenario_json(scenario));
    json["ranking"] = comparison.ranking ? ranking_json(*comparison.ranking) : ordered_json(nullptr);
    json["over_points"] = ordered_json::array();
    for (const auto& o : comparison.over_points) {
        auto entry = place_json(o.place);
        entry["scenario"] = o.scenario;
        entry["points"] = o.points;
        entry["positive"] = o.positive;
        entry["negative"] = o.negative;
        entry["zero"] = o.zero;
        entry["clearly_positive"] = o.clearly_positive;
        entry["clearly_negative"] = o.clearly_negative;
        entry["least"] = o.least;
        entry["median"] = o.median;
        entry["most"] = o.most;
        json["over_points"].push_back(std::move(entry));
    }
    json["methods"] = {{"interval", "Student's t, paired"},
                       {"bootstrap", "BCa and percentile, 2000 resamples of pairs, fixed key"},
                       {"p_holm", "Holm 1979 over each block: headline, groups, effects; over all together where "
                                  "indicators or months were named; never over what differs in no pair"},
                       {"detectable_effect", "true effect found with 80 % power by a two-sided t test"},
                       {"ratios", "Fieller 1954"}};
    return json;
}

} // namespace rongtong
