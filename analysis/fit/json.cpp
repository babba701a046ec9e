// A calibration as JSON and CSV, and what is said of its points.
#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "analysis/fit/report.hpp"

namespace rongtong {

namespace {

using nlohmann::ordered_json;

ordered_json or_null(double value) { return std::isfinite(value) ? ordered_json(value) : ordered_json(nullptr); }
ordered_json or_null(const std::optional<double>& value) { return value ? or_null(*value) : ordered_json(nullptr); }

// An implausibility that is infinite is one all the same: no noise, and off the target.
ordered_json implausible(double value) { return std::isinf(value) ? ordered_json("infinite") : or_null(value); }

ordered_json parameters_json(const FitReport& report)
{
    ordered_json list = ordered_json::array();
    for (const auto& p : report.parameters)
        list.push_back({{"name", p.name},
                        {"pointer", p.pointer},
                        {"low", p.low},
                        {"high", p.high},
                        {"scale", p.logarithmic ? "logarithmic" : "linear"}});
    return list;
}

ordered_json moments_json(const FitReport& report, const HistoryMatch& match)
{
    ordered_json list = ordered_json::array();
    for (std::size_t m = 0; m < match.targets().size(); ++m) {
        const auto& t = match.targets()[m];
        list.push_back({{"name", t.name},
                        {"of", report.words[m].of},
                        {"used", t.used},
                        {"weight", t.weight},
                        {"target",
                         {{"value", or_null(t.value)},
                          {"sd", or_null(t.sd)},
                          {"low", or_null(t.low)},
                          {"high", or_null(t.high)},
                          {"source", report.words[m].source}}}});
    }
    return list;
}

ordered_json left_json(const FitReport& report, const FitWave& wave)
{
    ordered_json object = ordered_json::object();
    for (std::size_t i = 0; i < wave.left.size(); ++i)
        object[report.parameters[i].name] = {wave.left[i].first, wave.left[i].second};
    return object;
}

ordered_json waves_json(const FitReport& report, const HistoryMatch& match)
{
    ordered_json list = ordered_json::array();
    for (std::size_t w = 0; w < report.waves.size(); ++w) {
        const auto& wave = report.waves[w];
        ordered_json surfaces = ordered_json::array();
        for (std::size_t m = 0; m < match.targets().size(); ++m) {
            const auto& s = match.waves()[w][m];
            surfaces.push_back({{"moment", match.targets()[m].name},
                                {"points", s.points()},
                                {"terms", s.terms()},
                                {"left_out_error", s.exists() ? or_null(s.error()) : ordered_json(nullptr)},
                                {"replicate_sd", or_null(std::sqrt(s.noise()))}});
        }
        list.push_back({{"points", wave.points},
                        {"runs", wave.runs},
                        {"failed_runs", wave.failed},
                        {"share_left", wave.share_left},
                        {"left", left_json(report, wave)},
                        {"surfaces", std::move(surfaces)}});
    }
    return list;
}

ordered_json values_json(const FitReport& report, const std::vector<double>& values)
{
    ordered_json object = ordered_json::object();
    for (std::size_t i = 0; i < values.size(); ++i) object[report.parameters[i].name] = values[i];
    return object;
}

ordered_json by_moment_json(const HistoryMatch& match, const std::vector<double>& implausibilities)
{
    ordered_json object = ordered_json::object();
    for (std::size_t m = 0; m < implausibilities.size(); ++m)
        object[match.targets()[m].name] = implausible(implausibilities[m]);
    return object;
}

ordered_json point_json(const FitReport& report, const HistoryMatch& match, std::size_t p)
{
    const auto& point = match.points()[p];
    ordered_json figures = ordered_json::object(), errors = ordered_json::object();
    for (std::size_t m = 0; m < match.targets().size(); ++m) {
        figures[match.targets()[m].name] = or_null(point.figures[m]);
        errors[match.targets()[m].name] = or_null(std::sqrt(point.variances[m]));
    }
    return {{"point", p},
            {"wave", point.wave},
            {"values", values_json(report, report.values[p])},
            {"figures", std::move(figures)},
            {"standard_errors", std::move(errors)},
            {"implausibility_of_runs", by_moment_json(match, match.own_implausibilities(point))},
            {"implausibility_of_surfaces", by_moment_json(match, match.by_moment(point.x))},
            {"implausibility", implausible(match.implausibility_at(point.x))},
            {"distance", or_null(match.distance(point))},
            {"left", match.is_left(point)}};
}

ordered_json number_or_null(const std::optional<std::size_t>& number)
{
    return number ? ordered_json(*number) : ordered_json(nullptr);
}

ordered_json halves_json(const std::optional<BeforeAndBest>& of)
{
    if (!of) return nullptr;
    return {{"distance_before", implausible(of->before)}, {"distance_best", implausible(of->best)}};
}

std::string csv_number(double value) { return std::isnan(value) ? "" : fmt::format("{}", value); }

} // namespace

std::vector<std::size_t> points_left(const HistoryMatch& match)
{
    std::vector<std::pair<double, std::size_t>> left;
    for (std::size_t p = 0; p < match.points().size(); ++p)
        if (match.is_left(match.points()[p])) left.emplace_back(match.distance(match.points()[p]), p);
    std::sort(left.begin(), left.end());
    std::vector<std::size_t> numbers;
    for (const auto& [distance, p] : left) numbers.push_back(p);
    return numbers;
}

std::optional<std::size_t> best_point(const HistoryMatch& match)
{
    std::optional<std::size_t> best;
    for (std::size_t p = 0; p < match.points().size(); ++p) {
        const double distance = match.distance(match.points()[p]);
        if (std::isfinite(distance) && (!best || distance < match.distance(match.points()[*best]))) best = p;
    }
    return best;
}

std::optional<BeforeAndBest> before_and_best(const FitReport& report, const HistoryMatch& match, bool used)
{
    const auto best = best_point(match);
    if (!best || !report.usual) return std::nullopt;
    const auto before_own = match.own_implausibilities(match.points()[*report.usual]);
    const auto best_own = match.own_implausibilities(match.points()[*best]);
    BeforeAndBest sums;
    double weights = 0;
    for (std::size_t m = 0; m < match.targets().size(); ++m) {
        const auto& target = match.targets()[m];
        if (target.used != used || std::isnan(before_own[m]) || std::isnan(best_own[m])) continue;
        sums.before += target.weight * before_own[m] * before_own[m];
        sums.best += target.weight * best_own[m] * best_own[m];
        weights += target.weight;
    }
    if (weights == 0) return std::nullopt;
    return BeforeAndBest{std::sqrt(sums.before / weights), std::sqrt(sums.best / weights)};
}

ordered_json fit_json(const FitReport& report, const HistoryMatch& match)
{
    ordered_json json{{"format", "rongtong fit"},
                      {"format_version", 1},
                      {"name", report.name},
                      {"program", report.program},
                      {"seed", report.seed},
                      {"cutoff", match.options().cutoff},
                      {"ruled_out_by_largest", match.options().largest},
                      {"parameters", parameters_json(report)},
                      {"moments", moments_json(report, match)},
                      {"waves", waves_json(report, match)},
                      {"share_left", report.waves.back().share_left},
                      {"left", left_json(report, report.waves.back())},
                      {"usual_point", number_or_null(report.usual)},
                      {"best_point", number_or_null(best_point(match))},
                      {"points_left", points_left(match)},
                      {"used_moments", halves_json(before_and_best(report, match, true))},
                      {"reported_moments", halves_json(before_and_best(report, match, false))}};
    json["points"] = ordered_json::array();
    for (std::size_t p = 0; p < match.points().size(); ++p) json["points"].push_back(point_json(report, match, p));
    json["asked"] = ordered_json::array();
    for (const auto& asked : report.asked)
        json["asked"].push_back({{"values", values_json(report, asked.values)},
                                 {"implausibility_of_surfaces", by_moment_json(match, match.by_moment(asked.x))},
                                 {"implausibility", implausible(match.implausibility_at(asked.x))},
                                 {"left", match.possible(asked.x)}});
    return json;
}

std::string fit_csv(const FitReport& report, const HistoryMatch& match)
{
    std::string text = "point,wave,left,distance,implausibility";
    for (const auto& p : report.parameters) text += "," + p.name;
    for (const auto& t : match.targets())
        text += fmt::format(",{0},{0}_se,{0}_implausibility_of_runs,{0}_implausibility_of_surfaces", t.name);
    text += '\n';
    for (std::size_t p = 0; p < match.points().size(); ++p) {
        const auto& point = match.points()[p];
        const auto own = match.own_implausibilities(point), surfaces = match.by_moment(point.x);
        text += fmt::format("{},{},{},{},{}", p, point.wave, match.is_left(point) ? 1 : 0,
                            csv_number(match.distance(point)), csv_number(match.implausibility_at(point.x)));
        for (const double value : report.values[p]) text += "," + csv_number(value);
        for (std::size_t m = 0; m < match.targets().size(); ++m)
            text += fmt::format(",{},{},{},{}", csv_number(point.figures[m]), csv_number(std::sqrt(point.variances[m])),
                                csv_number(own[m]), csv_number(surfaces[m]));
        text += '\n';
    }
    return text;
}

} // namespace rongtong
