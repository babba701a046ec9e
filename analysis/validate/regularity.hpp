// A regularity that a run is held against, and what was found: the rows of `rongtong validate`.
#pragma once

#include <cstddef>
#include <limits>
#include <optional>
#include <string>
#include <vector>

namespace rongtong::validation {

// Figures from low to high are as they should be; an end that is not there is open.
struct Band {
    std::optional<double> low{}, high{};
    bool exists() const { return low || high; }
    bool holds(double figure) const { return (!low || figure >= *low) && (!high || figure <= *high); }
};

struct Regularity {
    std::string id;    // "drift.output": never reused with another meaning
    std::string title; // what is looked at
    std::string unit;  // "%", "pp" (percentage points), "1", ...
    std::string estimator;
    std::string cites; // author, year, doi; empty: a plain mean, share or count
    Band band{};
    std::string band_source{}; // empty: there is no band, the figure is reported
    std::string needs{};       // what a run must record, or what runs there must be
};

enum class Verdict { met, missed, reported, not_measurable };

// One line of a picture; low and high, where they are there, are its interval.
struct Curve {
    std::string label;
    std::vector<double> x, y, low{}, high{};
};

struct Plot {
    std::string x, y; // what the axes show
    bool log_x = false, log_y = false;
    std::vector<Curve> curves{};
    std::vector<double> borders{}; // of the band, drawn across
};

struct Finding {
    Regularity regularity;
    std::string runs; // of which runs it is
    std::optional<double> figure{};
    std::size_t n = 0;                                       // runs or pairs that it is the mean of
    std::optional<double> mean{}, sd{}, se{}, low{}, high{}; // over these; low to high is the 95 % interval of the mean
    Verdict verdict = Verdict::not_measurable;
    std::string note{};
    Plot plot{};
};

} // namespace rongtong::validation
