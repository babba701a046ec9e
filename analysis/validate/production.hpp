// Production against sales. production.cpp has the definition.
#pragma once

#include <vector>

namespace rongtong::validation {

// Variance of changes of ln production over that of ln sales.
double amplification(const std::vector<double>& production, const std::vector<double>& sales);

} // namespace rongtong::validation
