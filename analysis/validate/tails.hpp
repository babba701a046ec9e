// Power-law tails: P(X >= x) ~ x^-exponent above a cut-off that is found in the data.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "analysis/validate/regularity.hpp"

namespace rongtong::validation {

struct Tail {
    double exponent = 0; // of the counter-cumulative distribution: alpha - 1 of Clauset, Shalizi & Newman
    double cut_off = 0;
    std::size_t n = 0; // values at and above it
};

// Maximum likelihood above the cut-off whose fit has the least Kolmogorov-Smirnov distance (Clauset, Shalizi & Newman 2009,
// doi 10.1137/070710111; whole numbers by their approximation, cut-off less 1/2, which wants a cut-off of 6 and more).
// At least 50 values and a hundredth of all lie above it. nullopt where there are too few.
std::optional<Tail> fit_tail(std::vector<double> values, bool whole);

// Share of values at or above x, at places a twentieth of a log apart: for pictures.
Curve counter_cumulative(std::vector<double> values, const char* label);

} // namespace rongtong::validation
