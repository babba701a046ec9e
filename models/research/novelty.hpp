// What two firms find together, by how far apart they are: too near has nothing new, too far is not understood.
//
//   novelty(d) = (near + far * d) * (grasp + grasp_absorption * absorb - misread * d)+ over its value at d = 0
//   far        novelty_far * (1 - novelty_saturation * absorb): who knows much finds less that is new at a given distance
//   absorb     k / (1 + k), k: stock of past R&D over what usual R&D keeps it at (research/gains.hpp)
// An inverted U in distance, whose top moves out with absorptive capacity (Nooteboom and others 2007, doi 10.1016/j.respol.2007.04.003: form; Cohen &
// Levinthal 1990, doi 10.2307/2393553). Values are assumed. Parameters: joint/joint_rules.hpp. Test: tests/models/research/novelty.cpp.
#pragma once

#include <algorithm>

namespace rongtong {

struct NoveltyRules {
    double near, far, saturation, grasp, grasp_absorption, misread;
};

inline double absorptive_capacity(double knowledge) { return knowledge / (1 + knowledge); }

// Over what a firm finds alone.
inline double novelty(double distance, double absorb, const NoveltyRules& r)
{
    const double understood = r.grasp + r.grasp_absorption * absorb, far = r.far * (1 - r.saturation * absorb);
    if (understood <= 0) return 0;
    return (r.near + far * distance) * std::max(0.0, understood - r.misread * distance) / (r.near * understood);
}

} // namespace rongtong
