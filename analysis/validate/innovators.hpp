// What is measured on firms that do R&D (innovators.cpp).
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

namespace rongtong::validation {

// Sum of the gains of each firm, in the order of `firms` (ascending ids); gains of others are left out.
std::vector<double> gains_by_firm(const std::vector<std::pair<std::uint64_t, double>>& gains,
                                  const std::vector<std::uint64_t>& firms);

} // namespace rongtong::validation
