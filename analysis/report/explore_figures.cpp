#include <algorithm>
#include <bit>
#include <cmath>

#include <fmt/format.h>

#include "analysis/compare/answers.hpp"
#include "analysis/report/explore_parts.hpp"
#include "sim/error.hpp"

#include "analysis/statistics/no_figure.hpp"

namespace rongtong {

using nlohmann::ordered_json;

namespace {

constexpr std::size_t series_per_path = 6;
constexpr const char* series_names[series_per_path] = {"base",       "other",      "other_low",
                                                       "other_high", "difference", "half"};

ordered_json or_null(std::optional<double> value)
{
    return value && std::isfinite(*value) ? ordered_json(*value) : ordered_json(nullptr);
}

// [n, base, other, difference, low, high], as compare has them.
ordered_json figure_json(const PairedEffect& e)
{
    return {
        e.n, or_null(e.mean_base), or_null(e.mean_other), or_null(e.mean_difference), or_null(e.low), or_null(e.high)};
}

ordered_json error_json(const Emulator& emulator, const DesignTable& design, const std::vector<double>& y)
{
    return or_null(root_mean_square(left_out_errors(emulator, design, y)));
}

// The outcomes of one scenario: y[2 * place]: differences by point, y[2 * place + 1]: levels.
using Outcomes = std::vector<std::vector<double>>;

struct Figures {
    std::vector<Outcomes> outcomes; // by scenario
    ordered_json json = ordered_json::array();
};

Figures figures_of(const Explored& sweep, const ExploreQuestion& q)
{
    Figures all;
    for (const auto& of_scenario : sweep.pairs) {
        Outcomes outcomes(2 * q.places.size());
        auto rows = ordered_json::array();
        for (const auto& pairs : of_scenario) {
            auto row = ordered_json::array();
            for (std::size_t i = 0; i < q.places.size(); ++i) {
                const auto effect = paired_difference(sample_of(pairs, q.places[i], q.window, q.rule), q.level);
                outcomes[2 * i].push_back(effect.mean_difference.value_or(no_figure));
                outcomes[2 * i + 1].push_back(effect.mean_other.value_or(no_figure));
                row.push_back(figure_json(effect));
            }
            rows.push_back(std::move(row));
        }
        all.outcomes.push_back(std::move(outcomes));
        all.json.push_back(std::move(rows));
    }
    return all;
}

// Of every scenario and place: [of the difference, of the level].
ordered_json errors_of(const Emulator& emulator, const DesignTable& design, const std::vector<Outcomes>& outcomes)
{
    auto all = ordered_json::array();
    for (const auto& of_scenario : outcomes) {
        auto rows = ordered_json::array();
        for (std::size_t i = 0; i + 1 < of_scenario.size(); i += 2)
            rows.push_back(
                {error_json(emulator, design, of_scenario[i]), error_json(emulator, design, of_scenario[i + 1])});
        all.push_back(std::move(rows));
    }
    return all;
}

ordered_json emulator_json(const Emulator& emulator)
{
    if (emulator.kind == Emulator::Kind::none) return {{"kind", "none"}};
    if (emulator.kind == Emulator::Kind::grid)
        return {{"kind", "grid"}, {"values", emulator.values}, {"unchecked", emulator.unchecked}};
    auto coded = ordered_json::array();
    for (const auto& c : emulator.coded)
        coded.push_back({{"factor", c.factor}, {"level", c.level}, {"middle", c.middle}, {"half", c.half}});
    std::vector<float> weights;
    for (const auto& row : emulator.weights)
        for (const double w : row) weights.push_back(static_cast<float>(w));
    return {{"kind", "surface"}, {"coded", coded}, {"terms", emulator.terms}, {"weights", packed(weights)}};
}

// Months that are kept: all, or every second, third, sixth or so of them, the last one among them.
std::vector<int> months_that_fit(int first, int last, std::size_t numbers_per_month, std::size_t bytes)
{
    constexpr double bytes_per_number = 16.0 / 3;
    const double most = static_cast<double>(bytes) / bytes_per_number / static_cast<double>(numbers_per_month);
    for (const int step : {1, 2, 3, 4, 6, 12, 24}) {
        std::vector<int> months;
        for (int month = last; month >= first; month -= step) months.push_back(month);
        std::reverse(months.begin(), months.end());
        if (static_cast<double>(months.size()) <= most) return months;
    }
    return {};
}

// By series and month.
std::vector<double> path_numbers(const std::vector<RunPair>& pairs, const SeriesPlace& place,
                                 const std::vector<int>& months, double level)
{
    std::vector<double> numbers(series_per_path * months.size());
    for (std::size_t m = 0; m < months.size(); ++m) {
        const auto path = path_of(pairs, place, "", months[m], months[m], level);
        const double values[series_per_path] = {path.base[0],       path.other[0],
                                                path.other_low[0],  path.other_high[0],
                                                path.difference[0], path.high[0] - path.difference[0]};
        for (std::size_t s = 0; s < series_per_path; ++s) numbers[s * months.size() + m] = values[s];
    }
    return numbers;
}

// How far the emulator errs in a path, month by month: first in the difference, then in the level.
void add_path_errors(const Emulator& emulator, const DesignTable& design, const std::vector<std::vector<double>>& paths,
                     std::size_t months, std::vector<float>& errors)
{
    constexpr std::size_t difference = 4, other = 1;
    for (const std::size_t series : {difference, other})
        for (std::size_t m = 0; m < months; ++m) {
            std::vector<double> y;
            for (const auto& path : paths) y.push_back(path[series * months + m]);
            errors.push_back(static_cast<float>(root_mean_square(left_out_errors(emulator, design, y))));
        }
}

ordered_json paths_json(const Explored& sweep, const ExploreQuestion& q, const Emulator& emulator,
                        const std::vector<int>& months)
{
    std::vector<float> numbers, errors;
    for (const auto& of_scenario : sweep.pairs)
        for (const auto& place : q.places) {
            std::vector<std::vector<double>> paths;
            for (const auto& pairs : of_scenario) {
                paths.push_back(path_numbers(pairs, place, months, q.level));
                for (const double number : paths.back()) numbers.push_back(static_cast<float>(number));
            }
            add_path_errors(emulator, sweep.design, paths, months.size(), errors);
        }
    return {{"months", months},
            {"order", "scenario, indicator, point, series, month; base64 of little-endian float32"},
            {"series", series_names},
            {"data", packed(numbers)},
            {"errors", packed(errors)}};
}

} // namespace

std::string packed(const std::vector<float>& numbers)
{
    constexpr char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string bytes;
    for (const float number : numbers)
        for (const auto bits = std::bit_cast<std::uint32_t>(number); const int shift : {0, 8, 16, 24})
            bytes += static_cast<char>(bits >> shift & 0xff);
    std::string text;
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        const auto byte = [&](std::size_t at) {
            return at < bytes.size() ? static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[at])) : 0U;
        };
        const std::uint32_t three = byte(i) << 16 | byte(i + 1) << 8 | byte(i + 2);
        const std::size_t left = bytes.size() - i;
        text += digits[three >> 18];
        text += digits[three >> 12 & 63];
        text += left > 1 ? digits[three >> 6 & 63] : '=';
        text += left > 2 ? digits[three & 63] : '=';
    }
    return text;
}

ordered_json explore_figures(const Explored& sweep, const ExploreQuestion& q, std::size_t bytes_for_paths)
{
    const auto figures = figures_of(sweep, q);
    Outcomes tried; // differences: what the page is asked for
    for (const auto& of_scenario : figures.outcomes)
        for (std::size_t i = 0; i < of_scenario.size(); i += 2) tried.push_back(of_scenario[i]);
    const auto emulator = make_emulator(sweep.design, tried);
    ordered_json json{{"figures", figures.json},
                      {"emulator", emulator_json(emulator)},
                      {"errors", errors_of(emulator, sweep.design, figures.outcomes)}};
    const std::size_t taken = json.dump(-1, ' ', false, ordered_json::error_handler_t::replace).size();
    const std::size_t numbers = series_per_path * sweep.scenarios.size() * sweep.points.size() * q.places.size();
    const int first = sweep.pairs.front().front().front().base->months.front();
    const auto months = months_that_fit(first, q.window.last, numbers,
                                        bytes_for_paths > taken ? bytes_for_paths - taken : 0);
    if (months.empty())
        throw OutputError(
            fmt::format("{} points of {} scenarios with {} indicators are too much for a page of 5 MB: name "
                        "fewer with --indicators, or see rongtong report, which sums over points",
                        sweep.points.size(), sweep.scenarios.size(), q.places.size()));
    json["paths"] = paths_json(sweep, q, emulator, months);
    return json;
}

} // namespace rongtong
