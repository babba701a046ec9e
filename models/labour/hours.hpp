// Hours of a firm's last worker (N5): workers are whole persons, so a firm that needs less than it has pays one of them part-time.
//
//   persons paid = workers - 1 + clamp(planned / productivity - (workers - 1), least, 1);  least: 0.2 for a single worker, else 0
// So a firm of two with work for one and a half is not paid for by its owner month after month. The 0.2 is assumed.
// Test: tests/models/labour.cpp.
#pragma once

#include <algorithm>

namespace rongtong {

inline constexpr double least_hours = 0.2; // of a single worker

// In full months; planned over productivity: persons that the plan needs.
inline double persons_paid(double planned, double productivity, double workers)
{
    return workers - 1 + std::clamp(planned / productivity - (workers - 1), workers > 1 ? 0.0 : least_hours, 1.0);
}

// Part of its last person that a firm does not need, drawn once at the start or at entry: workers are whole, work is not. No more
// than what is not paid, or the start would not be at rest. u: uniform on (0, 1).
inline double idle_part(double workers, double u) { return workers > 1 ? u : (1 - least_hours) * u; }

} // namespace rongtong
