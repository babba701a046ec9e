// The parts of a calibration's file. They report what is wrong and go on.
#pragma once

#include "scenarios/fit/fit.hpp"
#include "scenarios/node.hpp"

namespace rongtong {

const std::vector<std::string>& fit_keys();    // of the file, beside those that plans have as well
const std::vector<std::string>& moment_keys(); // of one of "moments"
const std::vector<std::string>& moment_statistics();

void read_moments(const Node& root, const std::vector<KnownRegularity>& known, FitPlan& fit);

} // namespace rongtong
