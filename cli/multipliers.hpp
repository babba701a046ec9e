// What the Leontief inverse of a run's own table says, for runs in which nothing answers but orders for inputs.
#pragma once

#include "analysis/validate/material.hpp"

#include <vector>

namespace rongtong {
class ResultsReader;
}

namespace rongtong::cli {

// By sector, in the order of the calibration. None where wage, rate, accelerator or spending answer, or the figures have changed since.
std::vector<validation::SectorMultiplier> multipliers_of(const ResultsReader& results);

} // namespace rongtong::cli
