// The runs of a calibration's waves, and what a calibration's file says as the analysis knows it.
#pragma once

#include "analysis/fit/figures.hpp"
#include "analysis/fit/report.hpp"
#include "scenarios/fit/fit.hpp"

#include <filesystem>
#include <vector>

namespace rongtong::cli {

std::vector<KnownRegularity> known_regularities();

std::vector<MomentSource> sources_of(const FitPlan& fit);
std::vector<MomentTarget> targets_of(const FitPlan& fit);
std::vector<MomentWords> words_of(const FitPlan& fit);
std::vector<double> places_of(const FitPlan& fit, const std::vector<nlohmann::json>& values);

// The points of a wave whose runs lie in a sweep's folder; a figure is NaN where a run of its failed. Throws InputError.
std::vector<TriedPoint> tried_points(const FitPlan& fit, const SweepPlan& wave, const std::filesystem::path& folder,
                                     std::size_t number);

} // namespace rongtong::cli
