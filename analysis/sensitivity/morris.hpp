// Elementary effects: which factors matter, which only in company. Morris (1991), Technometrics 33, 161-174, doi
// 10.1080/00401706.1991.10484804; mu_star: Campolongo, Cariboni and Saltelli (2007), Environmental Modelling & Software 22,
// 1509-1518, doi 10.1016/j.envsoft.2006.10.004.
//
// effect = (difference of y) / (signed change of x), one per trajectory and factor, x in units of the factor's range in the
// design where that is asked for; mu their mean, mu_star the mean of absolute values, sigma their standard deviation (n - 1).
// With replicates effects are of their means, and sigma_clean is without the noise's part (covariance of effects of different
// replicates). Intervals: bootstrap over trajectories (percentile).
// Test: tests/analysis/sensitivity.cpp.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analysis/sensitivity/outcomes.hpp"
#include "analysis/statistics/bootstrap.hpp"

namespace rongtong {

struct MorrisFactor {
    std::string factor;
    std::size_t n = 0; // trajectories with a value on both ends of the step
    double mu = 0, mu_star = 0, sigma = 0, sigma_clean = 0;
    double mu_star_scaled =
        0; // times the factor's range in the design: in the outcome's unit, comparable between factors
    std::optional<Interval> mu_star_interval;
};

// OutputError where a step changes no factor or several.
std::vector<MorrisFactor> morris_effects(const DesignTable& design, const Outcome& outcome, double level,
                                         std::size_t resamples = 1000);

} // namespace rongtong
