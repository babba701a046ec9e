// The summary of a run for people and for programs.
#include "cli/console.hpp"
#include "cli/marks.hpp"
#include "cli/summary.hpp"

#include <fmt/format.h>

#include <cmath>

namespace rongtong::cli {

namespace {

using nlohmann::ordered_json;

std::string value_text(const IndicatorChange& indicator, double value)
{
    if (indicator.unit == "1" && std::fabs(value) < 10) return fmt::format("{:.4f}", value);
    return short_number(value);
}

std::string indicator_table(const Summary& s)
{
    const std::string last = fmt::format("month {}", s.months);
    std::vector<std::vector<std::string>> rows{{"indicator", "unit", "month 1", last, "change"}};
    for (const auto& i : s.indicators)
        rows.push_back({i.long_name, i.unit == "1" ? "" : i.unit, value_text(i, i.first), value_text(i, i.last),
                        std::isfinite(i.change()) ? percent(i.change()) : "-"});
    return table(rows, 2);
}

// First and last month say little of what swings between.
std::string swing_text(const Summary& s)
{
    for (const auto& i : s.indicators)
        if (i.name == "unemployment_rate" && std::isfinite(i.lowest) && std::isfinite(i.highest))
            return fmt::format("Unemployment rate over the run: lowest {} in month {}, highest {} in month {}.\n",
                               value_text(i, i.lowest), i.lowest_month, value_text(i, i.highest), i.highest_month);
    return "";
}

std::string drift_text(const Summary& s)
{
    std::string text;
    for (const auto& d : s.drift) text += fmt::format("{}{} {}", text.empty() ? "" : ", ", d.name, percent(d.share));
    return text.empty() ? "" : fmt::format("Drift without policy, last year's mean against the first's: {}.\n", text);
}

std::string lever_table(const Summary& s)
{
    if (s.levers.empty()) return "";
    std::vector<std::vector<std::string>> rows{
        {"policy", "lever", "cost, yuan", "months", "firms in the target (mean)"}};
    for (const auto& l : s.levers)
        rows.push_back(
            {l.label, l.lever, short_number(l.cost), fmt::to_string(l.months), grouped(std::llround(l.mean_firms))});
    return table(rows, 2).insert(0, 1, '\n');
}

// JSON knows no infinity and no NaN.
ordered_json number(double value) { return std::isfinite(value) ? ordered_json(value) : ordered_json(nullptr); }

ordered_json lever_json(const LeverCost& l)
{
    return {{"policy", l.label},
            {"lever", l.lever},
            {"cost_yuan", number(l.cost)},
            {"months", l.months},
            {"firms_reached_mean", l.mean_firms},
            {"firms_reached_last_month", l.last_month_firms}};
}

} // namespace

std::string summary_text(const Summary& s)
{
    const std::string part = s.first_month > 0 ? fmt::format(", going on after month {}", s.first_month) : "";
    std::string text = fmt::format("{}{}: {} months, {} firms at the start, {} at the end (seed {}, replicate {}).\n",
                                   s.scenario, s.title.empty() ? "" : fmt::format(" ({})", s.title), s.months,
                                   grouped(static_cast<std::int64_t>(s.firms_at_start)), grouped(s.firms_at_end),
                                   s.seed, s.replicate);
    text += fmt::format("{} on {} {}, {} firm-months/s{}.\n\n", duration(s.seconds), s.threads,
                        s.threads == 1 ? "thread" : "threads", short_number(s.firm_months / s.seconds), part);
    if (!s.indicators.empty()) text += indicator_table(s);
    text += lever_table(s) + "\n" + swing_text(s) + drift_text(s);
    for (const auto& note : s.notes) text += fmt::format("Note: {}.\n", note);
    return text + "Results: " + s.output + "\n";
}

ordered_json summary_json(const Summary& s)
{
    ordered_json json{{"scenario", s.scenario},
                      {"title", s.title},
                      {"output", s.output},
                      {"seed", s.seed},
                      {"replicate", s.replicate},
                      {"months", s.months},
                      {"resumed_after_month", s.first_month > 0 ? ordered_json(s.first_month) : ordered_json(nullptr)},
                      {"threads", s.threads},
                      {"firms_at_start", s.firms_at_start},
                      {"firms_at_end", s.firms_at_end},
                      {"large_firms_at_end", s.large_firms},
                      {"wall_seconds", s.seconds},
                      {"firm_months", s.firm_months},
                      {"firm_months_per_second", number(s.firm_months / s.seconds)},
                      {"indicators", ordered_json::array()},
                      {"drift", ordered_json::object()},
                      {"levers", ordered_json::array()},
                      {"notes", s.notes},
                      {"asked_in_vain", s.asked_in_vain},
                      {"plausibility", marks_json(s.marks)}};
    for (const auto& i : s.indicators)
        json["indicators"].push_back({{"name", i.name},
                                      {"unit", i.unit},
                                      {"long_name", i.long_name},
                                      {"month_1", number(i.first)},
                                      {"last_month", number(i.last)},
                                      {"lowest", number(i.lowest)},
                                      {"lowest_month", i.lowest_month},
                                      {"highest", number(i.highest)},
                                      {"highest_month", i.highest_month},
                                      {"relative_change", number(i.change())}});
    for (const auto& d : s.drift) json["drift"][d.name] = number(d.share);
    for (const auto& l : s.levers) json["levers"].push_back(lever_json(l));
    return json;
}

} // namespace rongtong::cli
