// Hours of a firm's only worker (N5): workers are whole persons, so a firm that needs less than one pays part-time.
//
//   hours = clamp(planned / productivity, 0.2, 1), share of a full month
// Larger firms pay full months. The bound 0.2 is assumed. Test: tests/models/labour.cpp.
#pragma once

#include <algorithm>

namespace rongtong {

inline double hours_of_one(double planned, double productivity) { return std::clamp(planned / productivity, 0.2, 1.0); }

} // namespace rongtong
