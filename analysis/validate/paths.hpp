// How far a run is from its path: the level of its start, growing by g a year where the quantity grows.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analysis/validate/material.hpp"

namespace rongtong::validation {

enum class Measure {
    percent,
    points,
    units
}; // relative to the path; a share's difference in points; a plain difference

struct Quantity {
    std::string name;       // of the indicator
    std::string deflator{}; // an indicator that it is divided by; empty: none
    std::string stand_in{}; // used where a run has no such indicator; empty: none
    bool grows = false;     // with the economy's growth
    bool turns_over =
        false; // a stock that differs at the start where nobody leaves or enters: judged from the run's own
    Measure measure = Measure::percent;
};

const Quantity& real_output(); // real value added; gross output where that is not an indicator yet

// Month by month; nullopt where the run has no such indicator.
std::optional<std::vector<double>> series(const Run& run, const Quantity& quantity);
std::string used(const Run& run, const Quantity& quantity); // the indicator that series() takes

// Divided by (1 + g)^(t/12), t months after the first.
std::vector<double> without_growth(std::vector<double> values, double growth);
// Means of whole years; what is left over at the end is not used.
std::vector<double> yearly(const std::vector<double>& months);
// Deviation from the start's level, month by month, growth taken out, in the quantity's measure.
std::vector<double> deviation(std::vector<double> values, double start, double growth, const Quantity& quantity);

// The start: month 1 of the same economy without luck, else of the run itself; always of the run itself for what turns over.
struct Paths {
    std::vector<std::vector<double>> runs; // by run, by year: deviation from the path
    bool own_start = false;                // some run's own first month had to serve
    std::size_t years = 0;
};
// Empty where a run has no such indicator or no whole year.
std::optional<Paths> yearly_paths(const Ensemble& ensemble, const Quantity& quantity);

} // namespace rongtong::validation
