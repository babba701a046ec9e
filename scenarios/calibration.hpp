// Reading a calibration: a folder with nation.json, sectors.json, io_table.json, size_classes.json and regions.json.
// The format is explained in scenarios/calibration/README.md; another country is another folder.
#pragma once

#include "models/calibration.hpp"
#include "sim/error.hpp"

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace rongtong {

inline constexpr std::size_t most_sectors = 60, most_regions = 8;
inline constexpr double balance_tolerance = 1e-3; // of a row or column of the table, relative to gross output
inline constexpr double largest_radius = 0.9999;  // of the domestic coefficients: nearer to 1 the output is not known

// Throws ScenarioError with all problems: missing files, wrong types, negative figures, a table that is not square,
// names unknown sectors or does not balance, shares that don't sum to 1, distances that are missing, not symmetric or
// not positive.
std::shared_ptr<const Calibration> load_calibration(const std::filesystem::path& folder);

// The same for a caller that goes on collecting: nullptr if anything is wrong. `shown` is the folder's name in
// problems.
std::shared_ptr<const Calibration> read_calibration(const std::filesystem::path& folder, const std::string& shown,
                                                    std::vector<Problem>& problems);

} // namespace rongtong
