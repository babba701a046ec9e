// Waves in a response. pulse.cpp has the definitions.
#pragma once

#include <vector>

namespace rongtong::validation {

std::vector<double> three_months(const std::vector<double>& months);      // mean of a month and the two before
std::vector<double> half_wave_peaks(const std::vector<double>& response); // in turn above and below 0
double damping_ratio(const std::vector<double>& response);                // 0 where there is one half-wave at most

} // namespace rongtong::validation
