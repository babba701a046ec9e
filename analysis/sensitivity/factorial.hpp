// Main effects and interactions from a two-level factorial design: what two policies do together that neither does alone.
// Box, Hunter and Hunter (2005), Statistics for Experimenters, chapters 5 and 6.
//
// Levels are coded -1 (the lower, or first) and +1. effect of a term = mean of y where the product of its columns is +1, less
// the mean where it is -1; coefficient = half of it. With replicates the effect is taken in each, and its interval is Student's
// t over replicates; terms whose columns are the same or opposite in a fraction can't be told apart and are named together.
// Test: tests/analysis/sensitivity.cpp.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analysis/paired.hpp"
#include "analysis/sensitivity/outcomes.hpp"

namespace rongtong {

struct FactorialTerm {
    std::string term; // "x1:x3"
    std::size_t order = 1;
    std::vector<std::string> aliases{}; // "x2:x4", "-x5:x6"
    double effect = 0, coefficient = 0;
    std::optional<double> se{}, low{}, high{}, p{}, p_holm{}; // over replicates; Holm over all terms
};

struct Factorial {
    std::size_t points = 0, replicates = 0;
    double mean = 0;
    std::vector<std::pair<std::string, std::string>> levels; // by factor: what -1 and +1 are
    std::vector<FactorialTerm> terms;                        // main effects, then interactions of two, of three ...
    std::vector<std::string> notes;
};

// Terms up to this order. OutputError where a factor has not two levels, or the design is not balanced in a term.
Factorial factorial_effects(const DesignTable& design, const Outcome& outcome, std::size_t highest_order, double level);

} // namespace rongtong
