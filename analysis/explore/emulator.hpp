// Outcomes between the points of a design that were run, as sums of the outcomes at these points with weights that depend on
// the place alone, so that one set of weights serves every indicator and month. On a full grid: multilinear interpolation. Else a
// polynomial response surface by least squares (Box and Wilson 1951, JRSS B 13, 1-45): straight, with squares, with products
// of two, or with both, whichever predicts points that were left out best. Whoever shows figures between points has
// to say how far they err: left_out_errors, by leave-one-out (for least squares Allen's PRESS, 1974, Technometrics 16, 125-127).
// Test: tests/analysis/emulator.cpp.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "analysis/sensitivity/outcomes.hpp"

namespace rongtong {

struct Emulator {
    enum class Kind { none, grid, surface }; // none: nothing can be said between the points

    // A factor made into numbers around 0: (x - middle) / half, or, of a factor that is a text, 1 at a level and 0 elsewhere.
    struct Coded {
        std::size_t factor = 0;
        int level = -1; // -1: a number
        double middle = 0, half = 1;
    };

    Kind kind = Kind::none;
    std::vector<std::vector<double>> values;                // grid: those of each factor that were run, ascending
    std::map<std::vector<std::size_t>, std::size_t> points; // grid: by the number of each factor's value
    std::vector<Coded> coded;                               // surface
    std::vector<std::vector<std::size_t>> terms;            // surface: products of coded factors; {}: 1
    std::vector<std::vector<double>> weights; // surface: by term and point; its coefficient is the sum over points
    std::vector<double> leverage;             // surface: by point
    std::vector<std::string> unchecked;       // grid: factors with two values, between which nothing was left out
};

// outcomes: some, by point, on which response surfaces are tried.
Emulator make_emulator(const DesignTable& design, const std::vector<std::vector<double>>& outcomes);
// A response surface whatever the points, which must be some.
Emulator make_surface(const DesignTable& design, const std::vector<std::vector<double>>& outcomes);

// y by point. On a grid each inner value of a factor is predicted from those beside it; in a response surface each point
// from all others. Errors that can't be had (a missing outcome) are left out; empty where nothing can be checked.
std::vector<double> left_out_errors(const Emulator& emulator, const DesignTable& design, const std::vector<double>& y);

// Root of their mean square; NaN of none.
double root_mean_square(const std::vector<double>& errors);

} // namespace rongtong
