#include "analysis/explore/between.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include <fmt/format.h>

#include "analysis/statistics/csv_table.hpp"
#include "sim/error.hpp"

namespace rongtong {

namespace {

using Column = std::vector<double>;

double coded_value(const Emulator::Coded& coded, const std::vector<double>& x)
{
    if (coded.level >= 0) return x[coded.factor] == coded.level ? 1 : 0;
    return (x[coded.factor] - coded.middle) / coded.half;
}

double term_value(const Emulator& surface, std::size_t term, const std::vector<double>& x)
{
    double value = 1;
    for (const auto c : surface.terms[term]) value *= coded_value(surface.coded[c], x);
    return value;
}

bool is_text(const DesignTable& design, std::size_t factor)
{
    return factor < design.levels.size() && !design.levels[factor].empty();
}

bool is_within(const DesignTable& design, const std::vector<double>& x)
{
    for (std::size_t f = 0; f < x.size(); ++f) {
        Column values;
        for (const auto& point : design.x) values.push_back(point[f]);
        const auto [low, high] = std::minmax_element(values.begin(), values.end());
        if (!(x[f] >= *low && x[f] <= *high)) return false;
        if (is_text(design, f) && std::find(values.begin(), values.end(), x[f]) == values.end()) return false;
    }
    return true;
}

// The corners of the cell of the grid in which x lies, with the part of each; multilinear.
struct Corner {
    std::vector<std::size_t> place;
    double part = 1;
};

std::vector<Corner> corners_at(const Emulator& grid, const std::vector<double>& x)
{
    std::vector<Corner> corners(1);
    for (std::size_t f = 0; f < x.size(); ++f) {
        const auto& values = grid.values[f];
        const auto at = std::lower_bound(values.begin(), values.end(), x[f]);
        const auto above = static_cast<std::size_t>(at - values.begin());
        const double part = *at == x[f] ? 1 : (x[f] - values[above - 1]) / (values[above] - values[above - 1]);
        std::vector<Corner> next;
        for (const auto& corner : corners)
            for (const bool upper : {false, true}) {
                if (!upper && part == 1) continue;
                next.push_back(corner);
                next.back().place.push_back(upper ? above : above - 1);
                next.back().part *= upper ? part : 1 - part;
            }
        corners = std::move(next);
    }
    return corners;
}

double blend(const Column& weights, const Column& y)
{
    double sum = 0;
    for (std::size_t p = 0; p < y.size(); ++p)
        if (weights[p] != 0) sum += weights[p] * y[p]; // a weight of nothing asks for no value
    return sum;
}

std::vector<Column> read_places(const std::filesystem::path& csv, const DesignTable& design)
{
    const CsvTable table(csv);
    table.require(design.factors);
    std::vector<Column> places(table.rows());
    for (std::size_t f = 0; f < design.factors.size(); ++f) {
        if (!is_text(design, f)) {
            const auto values = table.numbers(design.factors[f]);
            for (std::size_t row = 0; row < values.size(); ++row) places[row].push_back(values[row]);
            continue;
        }
        const auto& levels = design.levels[f];
        for (std::size_t row = 0; row < places.size(); ++row) {
            const auto& text = table.texts(design.factors[f])[row];
            const auto found = std::find(levels.begin(), levels.end(), text);
            if (found == levels.end())
                throw OutputError(fmt::format("{}: line {}: {} is '{}'; the design has '{}'", csv.string(),
                                              table.line_of(row), design.factors[f], text, fmt::join(levels, "', '")));
            places[row].push_back(static_cast<double>(found - levels.begin()));
        }
    }
    return places;
}

EmulatedOutcome outcome_of(const Outcome& outcome, const Emulated& all)
{
    const auto y = outcome.means();
    EmulatedOutcome result{outcome.name, outcome.month, {}, left_out_errors(all.emulator, all.design, y), 0, {}};
    for (const auto& w : all.emulator.weights)
        result.coefficients.push_back(std::inner_product(w.begin(), w.end(), y.begin(), 0.0));
    result.error = root_mean_square(result.errors);
    for (const auto& x : all.places) {
        const auto weights = weights_at(all.emulator, all.design, x);
        const double value = weights ? blend(*weights, y) : std::numeric_limits<double>::quiet_NaN();
        result.at.push_back(std::isfinite(value) ? std::optional(value) : std::nullopt);
    }
    return result;
}

} // namespace

std::optional<std::vector<double>> weights_at(const Emulator& emulator, const DesignTable& design,
                                              const std::vector<double>& x)
{
    if (emulator.kind == Emulator::Kind::none || !is_within(design, x)) return std::nullopt;
    Column weights(design.points(), 0);
    if (emulator.kind == Emulator::Kind::grid)
        for (const auto& corner : corners_at(emulator, x)) weights[emulator.points.at(corner.place)] = corner.part;
    else
        for (std::size_t t = 0; t < emulator.terms.size(); ++t)
            for (std::size_t p = 0; p < weights.size(); ++p)
                weights[p] += term_value(emulator, t, x) * emulator.weights[t][p];
    return weights;
}

Emulated emulate(const Study& study, const std::filesystem::path& places)
{
    Emulated all;
    all.design = study.design;
    all.notes = study.notes;
    std::vector<Column> outcomes;
    for (const auto& outcome : study.outcomes) outcomes.push_back(outcome.means());
    all.emulator = make_emulator(study.design, outcomes);
    if (!places.empty()) all.places = read_places(places, study.design);
    for (const auto& outcome : study.outcomes) all.outcomes.push_back(outcome_of(outcome, all));
    return all;
}

} // namespace rongtong
