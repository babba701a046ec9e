// Pictures of findings: SVG, which browsers and word processors show.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "analysis/validate/validate.hpp"

namespace rongtong::validation {

// One scale of a picture: values to pixels.
struct Scale {
    double first = 0, last = 1; // values at the ends
    double from = 0, to = 1;    // pixels there
    bool logarithmic = false;
    double at(double value) const;
    std::vector<double> ticks() const; // four to eight, round numbers
};

std::string picture(const Finding& finding); // an SVG file; the finding has a plot
// A name and a picture of each finding that has a plot: "drift-price.svg", and "drift-price-2.svg" for the next of the same figure.
std::vector<std::pair<std::string, std::string>> pictures(const Validation& validation);

} // namespace rongtong::validation
