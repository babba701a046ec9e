// Mean and variance of a sample, by Boost.Accumulators.
#pragma once

#include <vector>

namespace rongtong {

struct Moments {
    double mean = 0;
    double variance = 0; // over n - 1; 0 of a single value
    double deviation() const;
};

// Of one value at least.
Moments moments_of(const std::vector<double>& values);

} // namespace rongtong
