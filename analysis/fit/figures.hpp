// The moments of a point out of its runs.
#pragma once

#include <string>
#include <vector>

#include "analysis/validate/material.hpp"

namespace rongtong {

// What a moment is of, as results know it.
struct MomentSource {
    std::string regularity; // an id of rongtong validate; empty: an indicator
    std::string indicator{}, axis{}, group{}, statistic = "mean";
    int first_month = 1, last_month = 0;
    std::vector<std::string> scenarios{};
};

struct MomentFigure {
    double mean, variance; // over the replicates, and of that mean; NaN where there is none
};

// What has to be read of each run: groups of firms, and records where a regularity is among the sources.
RunParts parts_of(const std::vector<MomentSource>& sources);
bool needs_validation(const std::vector<MomentSource>& sources);

// runs: of one point, of all scenarios.
std::vector<MomentFigure> figures_of(const std::vector<validation::ObservedRun>& runs,
                                     const std::vector<MomentSource>& sources);

// Of the months first to last: mean, last, sum, or the standard deviation over them (sd). NaN where no month has a value.
double month_figure(const std::vector<int>& months, const std::vector<double>& values, const std::string& statistic,
                    int first, int last);

} // namespace rongtong
