// Variance-based sensitivity indices from a Saltelli design: of each factor the share of the outcome's variance that it
// explains alone (first) and with everything that it takes part in (total).
//
// With f(A), f(B), f(AB_i) the outcomes on the blocks and V the variance (over the count) of f(A) and f(B) together:
//   first, Saltelli and others (2010), Comput. Phys. Commun. 181, 259-270, doi 10.1016/j.cpc.2009.09.018, table 2 (b):
//     S_i = mean(f(B) (f(AB_i) - f(A))) / V; centred: f less the mean of f(A) and f(B), which has a smaller error
//   first, Jansen (1999), Comput. Phys. Commun. 117, 35-43, doi 10.1016/S0010-4655(98)00154-4:
//     S_i = 1 - mean((f(B) - f(AB_i))^2) / 2V
//   total, Jansen (1999), table 2 (f): ST_i = mean((f(A) - f(AB_i))^2) / 2V
//
// Replicates are noise on f. Its share in V and in squares is taken out by products of different replicates: the mean over
// pairs r != s of d_r d_s estimates the square of the true difference d without the noise's variance, also where replicates
// share their luck over the points. Intervals: bootstrap over rows of the design (percentile).
// Test: tests/analysis/sensitivity.cpp, against figures of the formulas worked out apart.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analysis/sensitivity/outcomes.hpp"
#include "analysis/statistics/bootstrap.hpp"

namespace rongtong {

struct SobolFactor {
    std::string factor;
    double saltelli = 0, saltelli_centred = 0, jansen = 0,
           total = 0;                        // of the means over replicates, as the formulas say
    double first_clean = 0, total_clean = 0; // noise taken out (centred Saltelli, Jansen); as above with one replicate
    std::optional<Interval> first_interval, total_interval; // of the last two
};

struct SobolIndices {
    std::size_t rows = 0, replicates = 0;
    std::size_t left_out = 0;      // rows with a value missing in some block or replicate
    double mean = 0, variance = 0; // of the means over replicates
    double clean_variance = 0;     // without the noise's part
    double noise_share = 0;        // of the variance of the means
    std::vector<SobolFactor> factors;
};

// OutputError where blocks are missing. level of the intervals; resamples 0: none.
SobolIndices sobol_indices(const DesignTable& design, const Outcome& outcome, double level,
                           std::size_t resamples = 1000);

} // namespace rongtong
