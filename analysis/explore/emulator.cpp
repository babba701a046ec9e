#include "analysis/explore/emulator.hpp"

#include "analysis/statistics/no_figure.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

namespace rongtong {

namespace {

using Column = std::vector<double>;

bool is_number(const DesignTable& design, std::size_t factor)
{
    return factor >= design.levels.size() || design.levels[factor].empty();
}

std::vector<Column> values_of(const DesignTable& design)
{
    std::vector<Column> values;
    for (std::size_t f = 0; f < design.factors.size(); ++f) {
        std::set<double> found;
        for (const auto& x : design.x) found.insert(x[f]);
        values.emplace_back(found.begin(), found.end());
    }
    return values;
}

std::vector<std::size_t> place_of(const std::vector<Column>& values, const std::vector<double>& x)
{
    std::vector<std::size_t> place;
    for (std::size_t f = 0; f < x.size(); ++f)
        place.push_back(
            static_cast<std::size_t>(std::lower_bound(values[f].begin(), values[f].end(), x[f]) - values[f].begin()));
    return place;
}

// Every combination of the factors' values, each once, and a factor with values to stand between.
bool take_grid(const DesignTable& design, Emulator& emulator)
{
    emulator.values = values_of(design);
    double combinations = 1;
    bool between = false;
    for (std::size_t f = 0; f < design.factors.size(); ++f) {
        combinations *= static_cast<double>(emulator.values[f].size());
        between = between || (is_number(design, f) && emulator.values[f].size() > 1);
    }
    if (!between || combinations != static_cast<double>(design.points())) return false;
    for (std::size_t p = 0; p < design.points(); ++p)
        emulator.points.emplace(place_of(emulator.values, design.x[p]), p);
    if (emulator.points.size() != design.points()) return false;
    for (std::size_t f = 0; f < design.factors.size(); ++f)
        if (is_number(design, f) && emulator.values[f].size() == 2) emulator.unchecked.push_back(design.factors[f]);
    emulator.kind = Emulator::Kind::grid;
    return true;
}

std::vector<Emulator::Coded> coded_factors(const DesignTable& design)
{
    std::vector<Emulator::Coded> coded;
    const auto values = values_of(design);
    for (std::size_t f = 0; f < design.factors.size(); ++f) {
        const double low = values[f].front(), high = values[f].back();
        if (is_number(design, f)) {
            if (low < high) coded.push_back({f, -1, (low + high) / 2, (high - low) / 2});
            continue;
        }
        for (std::size_t i = 1; i < values[f].size(); ++i) coded.push_back({f, static_cast<int>(values[f][i]), 0, 1});
    }
    return coded;
}

double value_of(const Emulator::Coded& coded, const std::vector<double>& x)
{
    if (coded.level >= 0) return x[coded.factor] == coded.level ? 1 : 0;
    return (x[coded.factor] - coded.middle) / coded.half;
}

// Squares of levels of a text are these levels again; products of two of one text are nothing.
std::vector<std::vector<std::size_t>> terms_of(const std::vector<Emulator::Coded>& coded, bool squares, bool products)
{
    std::vector<std::vector<std::size_t>> terms{{}};
    for (std::size_t i = 0; i < coded.size(); ++i) terms.push_back({i});
    for (std::size_t i = 0; squares && i < coded.size(); ++i)
        if (coded[i].level < 0) terms.push_back({i, i});
    for (std::size_t i = 0; products && i < coded.size(); ++i)
        for (std::size_t j = i + 1; j < coded.size(); ++j)
            if (coded[i].factor != coded[j].factor) terms.push_back({i, j});
    return terms;
}

double dot(const Column& a, const Column& b) { return std::inner_product(a.begin(), a.end(), b.begin(), 0.0); }

// The columns of the terms as orthonormal columns Q times R, by the Gram-Schmidt process done twice (Giraud, Langou and
// Rozloznik 2005); a term that lies in the span of those before it is dropped.
struct Basis {
    std::vector<Column> q, r; // r by kept term: its parts along q
    std::vector<std::vector<std::size_t>> terms;

    void add(const std::vector<std::size_t>& term, Column column)
    {
        const double whole = std::sqrt(dot(column, column));
        Column parts(q.size(), 0);
        for (int pass = 0; pass < 2; ++pass)
            for (std::size_t k = 0; k < q.size(); ++k) {
                const double part = dot(q[k], column);
                parts[k] += part;
                for (std::size_t i = 0; i < column.size(); ++i) column[i] -= part * q[k][i];
            }
        const double length = std::sqrt(dot(column, column));
        if (!(length > 1e-9 * whole)) return;
        for (double& value : column) value /= length;
        parts.push_back(length);
        q.push_back(std::move(column));
        r.push_back(std::move(parts));
        terms.push_back(term);
    }

    // R^-1 Q': by term and point.
    std::vector<Column> weights() const
    {
        std::vector<Column> w = q;
        for (std::size_t k = q.size(); k-- > 0;)
            for (std::size_t p = 0; p < w[k].size(); ++p) {
                for (std::size_t later = k + 1; later < q.size(); ++later) w[k][p] -= r[later][k] * w[later][p];
                w[k][p] /= r[k][k];
            }
        return w;
    }
};

Emulator surface_of(const DesignTable& design, bool squares, bool products)
{
    Emulator surface;
    surface.coded = coded_factors(design);
    Basis basis;
    for (const auto& term : terms_of(surface.coded, squares, products)) {
        Column column(design.points(), 1);
        for (std::size_t p = 0; p < column.size(); ++p)
            for (const auto c : term) column[p] *= value_of(surface.coded[c], design.x[p]);
        basis.add(term, std::move(column));
    }
    surface.leverage.assign(design.points(), 0);
    for (const auto& column : basis.q)
        for (std::size_t p = 0; p < column.size(); ++p) surface.leverage[p] += column[p] * column[p];
    surface.terms = basis.terms;
    surface.weights = basis.weights();
    surface.kind = Emulator::Kind::surface;
    return surface;
}

// Enough points that each can be left out.
bool can_be_checked(const Emulator& surface)
{
    constexpr double most = 1 - 1e-6;
    return surface.terms.size() > 1 &&
           std::all_of(surface.leverage.begin(), surface.leverage.end(), [&](double h) { return h < most; });
}

// Mean over the outcomes of the part of the variance that is missed where points are left out.
double missed_share(const Emulator& surface, const DesignTable& design, const std::vector<Column>& outcomes)
{
    double sum = 0;
    std::size_t counted = 0;
    for (const auto& y : outcomes) {
        const double mean = std::accumulate(y.begin(), y.end(), 0.0) / static_cast<double>(y.size());
        double total = 0;
        for (const double value : y) total += (value - mean) * (value - mean);
        if (!std::isfinite(total) || !(total > 0)) continue;
        const auto errors = left_out_errors(surface, design, y);
        sum += dot(errors, errors) / total;
        ++counted;
    }
    return counted ? sum / static_cast<double>(counted) : 0;
}

std::vector<double> surface_errors(const Emulator& surface, const DesignTable& design, const Column& y)
{
    Column coefficients;
    for (const auto& w : surface.weights) coefficients.push_back(dot(w, y));
    std::vector<double> errors;
    for (std::size_t p = 0; p < y.size(); ++p) {
        double fitted = 0;
        for (std::size_t t = 0; t < surface.terms.size(); ++t) {
            double value = coefficients[t];
            for (const auto c : surface.terms[t]) value *= value_of(surface.coded[c], design.x[p]);
            fitted += value;
        }
        errors.push_back((y[p] - fitted) / (1 - surface.leverage[p]));
    }
    return errors;
}

std::vector<double> grid_errors(const Emulator& grid, const DesignTable& design, const Column& y)
{
    std::vector<double> errors;
    for (const auto& [place, point] : grid.points)
        for (std::size_t f = 0; f < place.size(); ++f) {
            if (!is_number(design, f) || place[f] == 0 || place[f] + 1 == grid.values[f].size()) continue;
            auto below = place, above = place;
            --below[f], ++above[f];
            const double low = grid.values[f][below[f]], high = grid.values[f][above[f]];
            const double part = (grid.values[f][place[f]] - low) / (high - low);
            errors.push_back(y[point] - (1 - part) * y[grid.points.at(below)] - part * y[grid.points.at(above)]);
        }
    return errors;
}

} // namespace

Emulator make_emulator(const DesignTable& design, const std::vector<std::vector<double>>& outcomes)
{
    Emulator grid;
    if (design.factors.empty() || design.points() < 2 || take_grid(design, grid)) return grid;
    return make_surface(design, outcomes);
}

Emulator make_surface(const DesignTable& design, const std::vector<std::vector<double>>& outcomes)
{
    Emulator best;
    double least = 0;
    for (const auto& [squares, products] : {std::pair{false, false}, {true, false}, {false, true}, {true, true}}) {
        auto surface = surface_of(design, squares, products);
        if (!can_be_checked(surface)) continue;
        const double missed = missed_share(surface, design, outcomes);
        if (best.kind != Emulator::Kind::none && !(missed < least)) continue;
        least = missed;
        best = std::move(surface);
    }
    return best;
}

std::vector<double> left_out_errors(const Emulator& emulator, const DesignTable& design, const std::vector<double>& y)
{
    std::vector<double> errors;
    if (emulator.kind == Emulator::Kind::grid) errors = grid_errors(emulator, design, y);
    if (emulator.kind == Emulator::Kind::surface) errors = surface_errors(emulator, design, y);
    std::erase_if(errors, [](double e) { return !std::isfinite(e); });
    return errors;
}

double root_mean_square(const std::vector<double>& errors)
{
    return errors.empty() ? no_figure : std::sqrt(dot(errors, errors) / static_cast<double>(errors.size()));
}

} // namespace rongtong
