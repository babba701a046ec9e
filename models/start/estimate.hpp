// What a run will hold, without making it. Test: tests/models/estimate.cpp.
#pragma once

#include "models/setup.hpp"

namespace rongtong {

// Supply links of a firm at the start, on average, from the distribution that its size is drawn from.
double mean_links(const Setup& setup);

} // namespace rongtong
