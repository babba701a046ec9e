// Firms by one of their properties: the axes of breakdowns, their labels, and sums along them.
#pragma once

#include "models/economy.hpp"

#include <string>
#include <vector>

namespace rongtong::cli {

// name: one of group_names().
std::vector<std::string> axis_labels(const std::string& name, const Calibration& calibration);

// Sums over all groups of firms that share a label, of the last complete month.
std::vector<FirmSums> sums_by(const std::string& name, const Economy& economy, std::size_t labels);

} // namespace rongtong::cli
