// Linear regression of the outcome on the factors, from any design: by how much it moves with each, all others held.
// Least squares by Householder's transformations (Golub 1965, Numerische Mathematik 7, 206-216). standardised: in standard
// deviations of the outcome per standard deviation of the factor, whose square is the factor's part of the variance where the
// model is linear and factors vary apart (Saltelli and others 2008, Global Sensitivity Analysis, section 1.2.5).
// Test: tests/analysis/sensitivity.cpp.
#pragma once

#include <string>
#include <vector>

#include "analysis/sensitivity/outcomes.hpp"

namespace rongtong {

struct RegressionFactor {
    std::string factor;
    double coefficient = 0, se = 0, low = 0, high = 0, t = 0, p = 0, standardised = 0;
};

struct Regression {
    std::size_t n = 0;
    double intercept = 0, r_squared = 0, r_squared_adjusted = 0;
    std::vector<RegressionFactor> factors;
    std::vector<std::string> left_out; // factors that do not vary, or only together with others
};

// Of the means over replicates; points without a value are left out. OutputError for fewer points than coefficients and one.
Regression regression(const DesignTable& design, const Outcome& outcome, double level);

} // namespace rongtong
