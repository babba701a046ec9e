// Periods in a series. spectrum.cpp has the definitions.
#pragma once

#include <vector>

#include "analysis/runs.hpp"

namespace rongtong::validation {

struct Spectrum {
    std::vector<double> periods, power; // longest period first: n, n/2, n/3, ... of the series' steps
};

// ln of real value added by quarter, after 120 months in runs of 300 and more.
std::vector<double> log_quarters(const Run& run);
std::vector<double> without_line(const std::vector<double>& values); // less the straight line of least squares

// Of the series less its straight line, scaled to a variance of one.
Spectrum periodogram(const std::vector<double>& values);
// Power at these periods of first-order autoregressive noise with this coefficient, of the same sum as the periodogram of n values.
std::vector<double> red_noise(const std::vector<double>& periods, double coefficient);
double autocorrelation(const std::vector<double>& values); // at lag one, less the straight line

} // namespace rongtong::validation
