// Hours of a firm's last worker (N5): workers are whole persons, so a firm that needs less than it has pays one of them part-time.
//
//   persons paid = workers - 1 + clamp(planned / productivity - (workers - 1), 0.2, 1)
// So a firm of two with work for one and a half is not paid for by its owner month after month. The bound 0.2 is assumed.
// Test: tests/models/labour.cpp.
#pragma once

#include <algorithm>

namespace rongtong {

// In full months; planned over productivity: persons that the plan needs.
inline double persons_paid(double planned, double productivity, double workers)
{
    return workers - 1 + std::clamp(planned / productivity - (workers - 1), 0.2, 1.0);
}

} // namespace rongtong
