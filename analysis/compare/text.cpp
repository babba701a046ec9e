// A comparison as tables for people.
#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "analysis/compare.hpp"
#include "analysis/statistics/figures.hpp"
#include "sim/calendar.hpp"

namespace rongtong {

namespace {

using Rows = std::vector<std::vector<std::string>>;

FigureStyle style_of(const PairedEffect& e)
{
    return figure_style({e.mean_base.value_or(0), e.mean_other.value_or(0), e.mean_difference.value_or(0),
                         e.low.value_or(0), e.high.value_or(0)},
                        e.mean_difference.value_or(0));
}

// A share moves by points, everything else by percent of its base.
std::string change_of(const PairedEffect& e)
{
    if (e.difference_points) return fmt::format("{:+.2f} points", *e.difference_points);
    return e.relative_percent ? fmt::format("{:+.2f} %", *e.relative_percent) : "-";
}

std::string interval_of(const PairedEffect& e, FigureStyle style)
{
    return e.low ? fmt::format("{} to {}", figure(e.low, style), figure(e.high, style)) : "-";
}

std::string level_text(double level) { return fmt::format("{:g} % interval", 100 * level); }

// What a row says beside what is said once of all rows.
std::string note_beside_pairs(const std::string& note)
{
    const std::string said = single_pair;
    if (!note.starts_with(said)) return note;
    return note.size() > said.size() + 2 ? note.substr(said.size() + 2) : ""; // behind "; "
}

// One pair has no interval and no test: three columns less, and what would be said in each row is said once above.
bool is_single(const ScenarioEffects& scenario) { return scenario.pairs.size() == 1; }

std::vector<std::string> head_of(const ScenarioEffects& scenario, double level)
{
    if (is_single(scenario)) return {"indicator", "unit", "base", "other", "difference", "relative", "", ""};
    return {"indicator", "unit", "base", "other", "difference", level_text(level), "relative", "p", "p (Holm)", "", ""};
}

std::vector<std::string> row_of(const PairedEffect& e, bool single)
{
    const auto style = style_of(e);
    std::vector<std::string> row{e.indicator, e.unit, figure(e.mean_base, style), figure(e.mean_other, style),
                                 figure(e.mean_difference, style)};
    if (single) {
        row.insert(row.end(), {change_of(e), "", note_beside_pairs(e.note)});
        return row;
    }
    row.insert(row.end(),
               {interval_of(e, style), change_of(e), probability(e.p), probability(e.p_holm), stars(e.p_holm), e.note});
    return row;
}

std::string all_table(const ScenarioEffects& scenario, double level)
{
    Rows rows{head_of(scenario, level)};
    for (const auto& effect : scenario.effects) rows.push_back(row_of(effect, is_single(scenario)));
    const std::size_t width = rows.front().size();
    return aligned_table(rows, {0, 1, width - 2, width - 1});
}

std::vector<std::string> block_row(std::vector<std::string> words, const PairedEffect& e, bool single)
{
    const auto style = style_of(e);
    words.insert(words.end(),
                 {e.unit, figure(e.mean_base, style), figure(e.mean_other, style), figure(e.mean_difference, style)});
    if (!single) words.push_back(interval_of(e, style));
    words.push_back(change_of(e));
    if (!single) words.insert(words.end(), {probability(e.p_holm), stars(e.p_holm)});
    return words;
}

std::vector<std::string> block_head(std::vector<std::string> words, bool single, double level)
{
    words.insert(words.end(), {"unit", "base", "other", "difference"});
    if (!single) words.push_back(level_text(level));
    words.emplace_back("change");
    if (!single) words.insert(words.end(), {"p (Holm)", ""});
    return words;
}

std::string headline_table(const ScenarioEffects& scenario, double level)
{
    const bool single = is_single(scenario);
    Rows rows{block_head({"", "indicator", "group"}, single, level)};
    rows.front().emplace_back("verdict");
    for (const auto& row : scenario.headline) {
        const char* wanted = row.watch.goes == 0 || row.watch.role == Role::cost ? ""
                             : row.watch.goes > 0                                ? ", if it rises"
                                                                                 : ", if it falls";
        rows.push_back(block_row({name_of(row.watch.role) + std::string(wanted), row.watch.indicator, row.watch.group},
                                 row.effect, single));
        rows.back().push_back(row.verdict);
    }
    return "\nHeadline\n" + aligned_table(rows, {0, 1, 2, 3, rows.front().size() - 2, rows.front().size() - 1});
}

std::string groups_table(const ScenarioEffects& scenario, const std::string& axis, double level)
{
    const bool single = is_single(scenario);
    Rows rows{block_head({"indicator", axis}, single, level)};
    for (const auto& effect : scenario.groups)
        if (effect.axis == axis) rows.push_back(block_row({effect.indicator, effect.group}, effect, single));
    if (rows.size() == 1) return "";
    return fmt::format("\nBy {}\n", axis) + aligned_table(rows, {0, 1, 2});
}

std::string place_text(const SeriesPlace& place)
{
    return place.group.empty() ? place.indicator : fmt::format("{} of {}", place.indicator, place.group);
}

std::string ratio_text(const std::optional<Ratio>& ratio)
{
    if (!ratio) return "-";
    const std::string value = figure(ratio->value);
    switch (ratio->shape) {
    case Ratio::Shape::bounded: return fmt::format("{} ({} to {})", value, figure(ratio->low), figure(ratio->high));
    case Ratio::Shape::outside:
        return fmt::format("{} (below {} or above {})", value, figure(ratio->low), figure(ratio->high));
    case Ratio::Shape::everything: return value + " (no bounds)";
    }
    return "";
}

std::string cost_name(const std::string& indicator)
{
    if (indicator == "fiscal_cost") return "administrative";
    return indicator == "budget_balance" ? "whole budget" : indicator;
}

std::string cost_table(const ScenarioEffects& scenario)
{
    if (scenario.cost_effectiveness.empty()) return "";
    Rows rows{{"cost", "goal", "total, yuan", "gained", "unit", "yuan per unit gained", ""}};
    for (const auto& c : scenario.cost_effectiveness)
        rows.push_back({cost_name(c.cost), place_text(c.goal), figure(c.total_cost), figure(c.gain), c.unit,
                        ratio_text(c.ratio), c.note == single_pair ? "" : c.note});
    return "\nWhat it costs the budget over these months (Fieller's interval)\n" + aligned_table(rows, {0, 1, 4, 6});
}

std::string persistence_table(const ScenarioEffects& scenario)
{
    if (scenario.persistence.empty()) return "";
    const auto& first = scenario.persistence.front();
    Rows rows{{"indicator", "with policy", "after", "share left"}};
    for (const auto& p : scenario.persistence)
        rows.push_back({place_text(p.place), figure(p.during), figure(p.after), ratio_text(p.share)});
    return fmt::format("\nWhat is left after the end in month {}: effect of months {} to {}, and of {} to {}\n",
                       first.end, first.during_first, first.during_last, first.after_first, first.after_last) +
           aligned_table(rows, {0});
}

std::string winners_table(const ScenarioEffects& scenario, double level)
{
    if (!scenario.winners) return "";
    const auto& w = *scenario.winners;
    Rows rows{{"tenth", "firms", "base", "other", "difference", level_text(level), "better off", "worse off",
               "gone, base", "gone, other"}};
    for (const auto& d : w.deciles) {
        const auto style = style_of(d.effect);
        rows.push_back({fmt::to_string(d.decile), fmt::format("{:.0f}", d.firms), figure(d.effect.mean_base, style),
                        figure(d.effect.mean_other, style), figure(d.effect.mean_difference, style),
                        interval_of(d.effect, style), fmt::format("{:.0f} %", 100 * d.better),
                        fmt::format("{:.0f} %", 100 * d.worse), fmt::format("{:.1f}", d.gone_in_base),
                        fmt::format("{:.1f}", d.gone_in_other)});
    }
    const auto when = [](int month, const char* otherwise) {
        return month > 0 ? fmt::format("in month {}", month) : otherwise;
    };
    return fmt::format("\nWho gains and who pays: {} per firm {}, by tenths of firms by {} {}\n", w.variable,
                       when(w.after, "at the end"), w.variable, when(w.before, "before")) +
           aligned_table(rows, {});
}

std::string mark_text(const PolicyMark& m)
{
    std::string text = fmt::format("{}{} {} ({}) {} month {}", m.of_base ? "the base alone has " : "",
                                   m.shock ? "shock" : "policy", m.label, m.lever, m.shock ? "in" : "from", m.start);
    if (m.ramp > 0) text += fmt::format(", full strength after {} months", m.ramp);
    if (m.end > 0) text += fmt::format(", ends in month {}", m.end);
    return text + '\n';
}

std::string dates_text(const ScenarioEffects& s)
{
    if (!s.calendar_start) return "";
    const auto date = [&](int month) { return calendar_text(*s.calendar_start + month - 1); };
    if (s.first_month == s.last_month) return fmt::format(" ({})", date(s.first_month));
    return fmt::format(" ({} to {})", date(s.first_month), date(s.last_month));
}

std::string scenario_head(const Comparison& comparison, const ScenarioEffects& scenario)
{
    std::string text = fmt::format("{} against {}: ", scenario.scenario, comparison.base);
    if (scenario.last_month > 0 && scenario.first_month == scenario.last_month)
        text += fmt::format("month {}{}, ", scenario.last_month, dates_text(scenario));
    else if (scenario.last_month > 0)
        text += fmt::format("{} of months {} to {}{}, ", name_of(comparison.statistic), scenario.first_month,
                            scenario.last_month, dates_text(scenario));
    text += fmt::format("{} {}\n", scenario.pairs.size(), scenario.pairs.size() == 1 ? "pair" : "pairs");
    if (scenario.point) text += fmt::format("point {} of the design\n", *scenario.point);
    for (const auto& mark : scenario.marks) text += mark_text(mark);
    for (const auto& sentence : scenario.left_out) text += "left out: " + sentence + '\n';
    if (!scenario.differs) text += "no indicator differs in any month\n";
    for (const auto& note : scenario.notes) text += "note: " + note + '\n';
    if (is_single(scenario)) text += std::string(single_pair) + '\n';
    return text;
}

std::vector<std::string> axes_shown(const Comparison& comparison, const ScenarioEffects& scenario)
{
    std::vector<std::string> axes;
    for (const auto& effect : scenario.groups)
        if (std::find(axes.begin(), axes.end(), effect.axis) == axes.end()) axes.push_back(effect.axis);
    // Without being asked: size alone; the JSON has the others.
    if (!comparison.asked_for && axes.size() > 1 && axes.front() == "size") return {"size"};
    return axes;
}

std::string planning_text(const ScenarioEffects& scenario)
{
    Rows rows{{"indicator", "group", "replicates for an interval of the wanted width"}};
    const auto add = [&](const PairedEffect& e) {
        if (e.pairs_wanted) rows.push_back({e.indicator, e.group, fmt::to_string(*e.pairs_wanted)});
    };
    for (const auto& row : scenario.headline) add(row.effect);
    if (scenario.headline.empty()) {
        for (const auto& effect : scenario.effects) add(effect);
        for (const auto& effect : scenario.groups) add(effect);
    }
    return rows.size() == 1 ? "" : "\n" + aligned_table(rows, {0, 1});
}

std::string scenario_text(const Comparison& comparison, const ScenarioEffects& scenario, const TableOptions& options)
{
    std::string text = scenario_head(comparison, scenario);
    if (!scenario.headline.empty()) text += headline_table(scenario, comparison.level);
    for (const auto& axis : axes_shown(comparison, scenario)) text += groups_table(scenario, axis, comparison.level);
    text += winners_table(scenario, comparison.level) + cost_table(scenario) + persistence_table(scenario) +
            planning_text(scenario);
    if (!scenario.effects.empty() && (options.all || comparison.asked_for))
        text += (scenario.headline.empty() && scenario.groups.empty() ? "" : "\nAll indicators\n") +
                all_table(scenario, comparison.level);
    return text + '\n';
}

std::string ranking_table(const Ranking& ranking)
{
    Rows rows{{"better is", "indicator"}};
    rows.front().insert(rows.front().end(), ranking.scenarios.begin(), ranking.scenarios.end());
    for (const auto& o : ranking.objectives) {
        rows.push_back({o.better > 0 ? "more" : "less", place_text(o.place)});
        for (std::size_t s = 0; s < ranking.scenarios.size(); ++s)
            rows.back().push_back(
                o.effects[s] ? fmt::format("{}. {} ({:.0f} %)", o.ranks[s], figure(*o.effects[s]), 100 * o.first[s])
                             : "-");
    }
    std::string text = "Ranking: place, effect, and in what share of resamples it is first\n" +
                       aligned_table(rows, {0, 1});
    for (std::size_t s = 0; s < ranking.scenarios.size(); ++s)
        if (!ranking.dominated_by[s].empty())
            text += fmt::format("{} is dominated by {} (by some other in {:.0f} % of resamples)\n",
                                ranking.scenarios[s], fmt::join(ranking.dominated_by[s], ", "),
                                100 * ranking.dominated[s]);
    return text + '\n';
}

std::string points_table(const std::vector<OverPoints>& list)
{
    Rows rows{{"scenario", "indicator", "points", "rises", "clearly", "falls", "clearly", "least", "median", "most"}};
    const auto share = [](double s) { return fmt::format("{:.0f} %", 100 * s); };
    for (const auto& o : list)
        rows.push_back({o.scenario, place_text(o.place), fmt::to_string(o.points), share(o.positive),
                        share(o.clearly_positive), share(o.negative), share(o.clearly_negative), figure(o.least),
                        figure(o.median), figure(o.most)});
    return "Share of points with each sign (clearly: the interval leaves 0 out), and how far effects lie apart\n" +
           aligned_table(rows, {0, 1}) + '\n';
}

} // namespace

std::string comparison_table(const Comparison& comparison, const TableOptions& options)
{
    if (!comparison.over_points.empty()) return points_table(comparison.over_points);
    std::string text;
    for (const auto& scenario : comparison.scenarios) text += scenario_text(comparison, scenario, options);
    if (comparison.ranking) text += ranking_table(*comparison.ranking);
    return text +
           "difference = other - base, paired by seed and replicate; interval: Student's t; rates differ by points.\n"
           "Holm: adjusted for the rows of each block. * p < 0.05, ** p < 0.01, *** p < 0.001 (Holm).\n";
}

} // namespace rongtong
