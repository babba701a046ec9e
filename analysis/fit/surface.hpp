// A moment between the points that were run: a response surface (analysis/explore/emulator.hpp) and how far it may be wrong.
//
//     E(x) = f(x)' b,   V(x) = max(e^2 - r, 0) + e^2 h(x),   h(x) = f(x)' (F'F)^-1 f(x)
//
// f: the terms of the surface, F: those of the points, b: least squares. e^2: mean square of the errors at points that were left
// out, r: variance of a point's mean over its replicates, which is part of e^2 and is counted once. Test: tests/analysis/fit.cpp.
#pragma once

#include <vector>

#include "analysis/explore/emulator.hpp"

namespace rongtong {

struct Prediction {
    double mean = 0, variance = 0; // of the mean over all luck
};

class MomentSurface {
public:
    // x: points in the unit cube; y: a figure at each, NaN where there is none; noise: r.
    MomentSurface(const std::vector<std::vector<double>>& x, const std::vector<double>& y, double noise);

    // Too few points have the figure for a surface: then nothing can be said between them.
    bool exists() const { return !coefficients_.empty(); }
    Prediction at(const std::vector<double>& x) const; // exists() only
    double error() const { return error_; }            // e
    double noise() const { return noise_; }            // r
    std::size_t terms() const { return coefficients_.size(); }
    std::size_t points() const { return points_; }

private:
    double term(std::size_t t, const std::vector<double>& x) const;

    std::vector<Emulator::Coded> coded_;
    std::vector<std::vector<std::size_t>> terms_;
    std::vector<double> coefficients_, spread_; // spread: (F'F)^-1, row by row
    double error_ = 0, noise_ = 0;
    std::size_t points_ = 0;
};

} // namespace rongtong
