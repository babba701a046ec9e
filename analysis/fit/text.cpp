// A calibration as tables.
#include <algorithm>
#include <cmath>
#include <limits>

#include <fmt/format.h>

#include "analysis/fit/report.hpp"
#include "analysis/statistics/figures.hpp"

namespace rongtong {

namespace {

using Rows = std::vector<std::vector<std::string>>;

std::string shown(double value) { return std::isfinite(value) ? fmt::format("{:.4g}", value) : "-"; }

std::string counted(std::size_t n, const char* what) { return fmt::format("{} {}{}", n, what, n == 1 ? "" : "s"); }

std::string share_text(double share)
{
    if (share == 0) return "nothing was found";
    return share < 1e-4 ? fmt::format("{:.1e}", share) : fmt::format("{:.3g} %", 100 * share);
}

// "0.045 to 0.058" of what the points have; "-" of none.
template <class Value>
std::string range_text(const std::vector<std::size_t>& points, const Value& value)
{
    double low = std::numeric_limits<double>::infinity(), high = -low;
    for (const auto p : points) low = std::min(low, value(p)), high = std::max(high, value(p));
    return low <= high ? fmt::format("{} to {}", shown(low), shown(high)) : "-";
}

template <class Value>
std::string at(const std::optional<std::size_t>& point, const Value& value)
{
    return point ? shown(value(*point)) : "-";
}

std::string parameters_text(const FitReport& report, const HistoryMatch& match)
{
    Rows rows{{"parameter", "from", "to", "before", "best", "left"}};
    const auto& space = report.waves.back().left;
    for (std::size_t i = 0; i < report.parameters.size(); ++i) {
        const auto& p = report.parameters[i];
        const auto value = [&](std::size_t point) { return report.values[point][i]; };
        const auto left = space.empty() ? "-" : fmt::format("{} to {}", shown(space[i].first), shown(space[i].second));
        rows.push_back(
            {p.name, shown(p.low), shown(p.high), at(report.usual, value), at(best_point(match), value), left});
    }
    return aligned_table(rows, {0});
}

std::string moments_text(const FitReport& report, const HistoryMatch& match, const std::vector<std::size_t>& left,
                         bool used)
{
    Rows rows{
        {used ? "moment, used" : "moment, only reported", "target", "before", "I", "best", "I", "points left", "of"}};
    for (std::size_t m = 0; m < match.targets().size(); ++m) {
        if (match.targets()[m].used != used) continue;
        const auto figure = [&](std::size_t p) { return match.points()[p].figures[m]; };
        const auto own = [&](std::size_t p) { return match.own_implausibilities(match.points()[p])[m]; };
        const auto best = best_point(match);
        rows.push_back({match.targets()[m].name, target_text(match.targets()[m]), at(report.usual, figure),
                        at(report.usual, own), at(best, figure), at(best, own), range_text(left, figure),
                        report.words[m].of});
    }
    return rows.size() > 1 ? "\n" + aligned_table(rows, {0, 7}) : "";
}

std::string asked_text(const FitReport& report, const HistoryMatch& match)
{
    std::string text;
    for (const auto& asked : report.asked) {
        std::string place;
        for (std::size_t i = 0; i < asked.values.size(); ++i)
            place += fmt::format("{}{} {}", i ? ", " : "", report.parameters[i].name, shown(asked.values[i]));
        const double i = match.implausibility_at(asked.x);
        text += fmt::format("{}: {} (I {})\n", place, match.possible(asked.x) ? "not ruled out" : "ruled out",
                            shown(i));
    }
    return text.empty() ? "" : "\nPoints that were asked for\n" + text;
}

// Whether what was not used has come nearer as well.
std::string halves_text(const FitReport& report, const HistoryMatch& match)
{
    std::string text;
    for (const bool used : {true, false})
        if (const auto of = before_and_best(report, match, used))
            text += fmt::format("{} moments, root mean square of I: {:.3g} before, {:.3g} at the best point{}\n",
                                used ? "Used" : "Reported", of->before, of->best,
                                used                     ? ""
                                : of->best < of->before  ? ": nearer as well"
                                : of->best == of->before ? ": no nearer"
                                                         : ": farther");
    return text.empty() ? "" : "\n" + text;
}

// Which moments rule a point out by themselves, where nothing is left.
std::string conflict_text(const HistoryMatch& match)
{
    std::string text = "No point is left: the targets can't be reached together between these bounds. Of the tried "
                       "points are ruled out by their own runs:\n";
    for (std::size_t m = 0; m < match.targets().size(); ++m) {
        if (!match.targets()[m].used) continue;
        std::size_t out = 0;
        for (const auto& p : match.points()) out += match.own_implausibilities(p)[m] > match.options().cutoff;
        text += fmt::format("  by {}: {} of {}\n", match.targets()[m].name, out, match.points().size());
    }
    return text;
}

} // namespace

std::string target_text(const MomentTarget& target)
{
    if (target.value) return fmt::format("{} ± {}", shown(*target.value), shown(target.sd.value_or(0)));
    if (target.low && target.high) return fmt::format("{} to {}", shown(*target.low), shown(*target.high));
    return target.low ? "≥ " + shown(*target.low) : target.high ? "≤ " + shown(*target.high) : "-";
}

std::string wave_text(const FitReport& report, std::size_t wave)
{
    const auto& w = report.waves[wave];
    return fmt::format("wave {} of {}: {}, {}{}; left of the space: {}", wave + 1, report.waves_wanted,
                       counted(w.points, "point"), counted(w.runs, "run"),
                       w.failed ? fmt::format(", {} failed", w.failed) : "", share_text(w.share_left));
}

std::string fit_table(const FitReport& report, const HistoryMatch& match)
{
    const auto left = points_left(match);
    std::string text;
    for (std::size_t w = 0; w < report.waves.size(); ++w) text += wave_text(report, w) + '\n';
    text += fmt::format("{} of {} tried points are left.\n\n", left.size(), match.points().size());
    text += parameters_text(report, match) + moments_text(report, match, left, true) +
            moments_text(report, match, left, false) + halves_text(report, match) + asked_text(report, match);
    if (left.empty()) text += "\n" + conflict_text(match);
    return text +
           fmt::format("\nI: implausibility, distance from the target in standard deviations of all that is unsure; "
                       "above {:g} a point is ruled out.\n",
                       match.options().cutoff);
}

} // namespace rongtong
