// How long two runs are the same: runs of one economy and one luck that differ in policies and shocks only share every month
// before the first one in which a difference acts. That month is then computed once (`sweep`, `run --branch-from`).
#pragma once

#include "models/setup.hpp"

#include <cstdint>

namespace rongtong {

// Same starting economy and same luck: calibration, parameters, firms, seed and replicate agree.
bool same_start(const Setup& a, const Setup& b);

// Last month that both runs share bit by bit, if same_start; the length of the shorter one where nothing differs.
std::int32_t shared_months(const Setup& a, const Setup& b);

} // namespace rongtong
