// What history matching leaves of the unit cube: how large it is, and points in it. Uniform points first. Where hardly one of them is
// left, by levels (subset simulation: Au & Beck 2001; Zuev 2015, arXiv:1505.03506): the tenth with the least implausibility is kept and
// multiplied by Metropolis steps in what lies no higher, until the cutoff is reached; the shares kept are multiplied. Same match, same
// seed: same points, on any number of threads. Test: tests/analysis/fit.cpp.
#pragma once

#include <cstdint>
#include <vector>

#include "analysis/fit/matching.hpp"

namespace rongtong {

struct SpaceLeft {
    double share = 1;                         // of the cube's volume; 0: nothing was found
    std::vector<std::vector<double>> members; // points that are left, spread evenly over it
};

// luck: another one for each wave.
SpaceLeft space_left(const HistoryMatch& match, std::size_t factors, std::uint32_t seed, std::uint32_t luck);

// So many of them (all, if there are not more), each as far as can be from those before it: first the one given.
std::vector<std::size_t> spread_out(const std::vector<std::vector<double>>& points, std::size_t count,
                                    std::size_t first = 0);

} // namespace rongtong
