// What another project does with the estimators alone: a paired difference, an effect of a design, a box of scenario discovery.
#include "analysis/discovery/prim.hpp"
#include "analysis/paired.hpp"
#include "analysis/sensitivity/factorial.hpp"

#include <cmath>
#include <cstdio>

int main()
{
    using namespace rongtong;
    const auto difference = paired_difference(
        {"output", "yuan", "", {10, 12, 11}, {11, 14, 12}}); // 1, 2, 1: t = 4 with 2 degrees
    const bool paired = std::abs(*difference.t - 4) < 1e-12 && std::abs(*difference.p - 0.0572) < 1e-4;

    Study study; // y = a * b on the corners of a square
    study.design.factors = {"a", "b"};
    study.design.levels.resize(2);
    Outcome y{"y", "", 0, {{}}};
    for (const double a : {-1, 1})
        for (const double b : {-1, 1}) study.design.x.push_back({a, b}), y.y[0].push_back(a * b);
    study.outcomes = {y};
    const auto effects = factorial_effects(study.design, y, 2, 0.95);
    const auto found = discover(study, parse_interest("y>0"), {});
    std::printf("p %.4f, %zu effects, %zu of %zu points\n", *difference.p, effects.terms.size(), found.of_interest,
                found.points);
    return paired && effects.terms.size() == 3 && std::abs(effects.terms[2].effect - 2) < 1e-12 &&
                   found.of_interest == 2
               ? 0
               : 1;
}
