#include "analysis/fit/surface.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include <fmt/format.h>

namespace rongtong {

namespace {

double dot(const std::vector<double>& a, const std::vector<double>& b)
{
    return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
}

} // namespace

MomentSurface::MomentSurface(const std::vector<std::vector<double>>& x, const std::vector<double>& y, double noise)
    : noise_(std::isfinite(noise) ? noise : 0)
{
    DesignTable design;
    std::vector<double> figures;
    for (std::size_t p = 0; p < x.size(); ++p) {
        if (!std::isfinite(y[p])) continue;
        design.x.push_back(x[p]);
        figures.push_back(y[p]);
    }
    points_ = figures.size();
    if (points_ < 3) return;
    for (std::size_t f = 0; f < x.front().size(); ++f) design.factors.push_back(fmt::format("{}", f));
    const Emulator surface = make_surface(design, {figures});
    if (surface.kind != Emulator::Kind::surface) return;
    coded_ = surface.coded;
    terms_ = surface.terms;
    for (const auto& w : surface.weights) coefficients_.push_back(dot(w, figures));
    for (const auto& a : surface.weights)
        for (const auto& b : surface.weights) spread_.push_back(dot(a, b));
    error_ = root_mean_square(left_out_errors(surface, design, figures));
}

double MomentSurface::term(std::size_t t, const std::vector<double>& x) const
{
    double value = 1;
    for (const auto c : terms_[t]) value *= (x[coded_[c].factor] - coded_[c].middle) / coded_[c].half;
    return value;
}

Prediction MomentSurface::at(const std::vector<double>& x) const
{
    const std::size_t n = terms_.size();
    std::vector<double> f(n);
    for (std::size_t t = 0; t < n; ++t) f[t] = term(t, x);
    double leverage = 0;
    for (std::size_t a = 0; a < n; ++a) {
        double row = 0;
        for (std::size_t b = 0; b < n; ++b) row += spread_[a * n + b] * f[b];
        leverage += f[a] * row;
    }
    const double square = error_ * error_;
    return {dot(coefficients_, f), std::max(square - noise_, 0.0) + square * leverage};
}

} // namespace rongtong
