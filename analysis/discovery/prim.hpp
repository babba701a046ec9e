// Scenario discovery: under which conditions an outcome of interest comes about. Patient Rule Induction Method: Friedman and
// Fisher (1999), "Bump hunting in high-dimensional data", Statistics and Computing 9, 123-143, doi 10.1023/A:1008894516817; its
// use on policies: Bryant and Lempert (2010), Technological Forecasting and Social Change 77, 34-49, doi
// 10.1016/j.techfore.2009.08.002.
//
// From all points, peel off again and again the slice of a share `alpha` at one end of one factor (or one level of a factor that is
// a text) that leaves the box with the largest mean of the rest; then paste back slices that raise the mean. The trajectory of
// boxes trades density (share of the box that is of interest) for coverage (share of what is of interest that lies in the box).
// Per restricted factor, the probability that as dense a box comes about by chance without it: one-sided binomial test (quasi
// p-value of Bryant and Lempert).
// Test: tests/analysis/prim.cpp.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "analysis/sensitivity/outcomes.hpp"

namespace rongtong {

struct PrimOptions {
    double alpha = 0.05;      // share of the box that a peel takes off
    double least_mass = 0.05; // share of all points that a box keeps
    double least_density =
        0.8;               // the box that is chosen: the largest coverage with at least this density, else the densest
    std::size_t boxes = 3; // one after the other, each on what the ones before it leave
};

// "y < 0.5", "output <= 1e6", "y >= 3": which outcome is of interest.
struct Interest {
    std::string outcome;
    enum class Than { below, at_most, above, at_least } than = Than::below;
    double bound = 0;
    bool holds(double value) const;
};
Interest parse_interest(const std::string& text); // OutputError

struct Restriction {
    std::string factor;
    double low = 0, high = 0;                    // of the points in the box; of numbers
    bool from_below = false, from_above = false; // which ends are restricted
    std::vector<std::string> levels{};           // of texts: those that are left
    double quasi_p = 1;
};

struct PrimBox {
    double coverage = 0, density = 0, mass = 0; // shares: of interest in it, of it of interest, of all points
    std::size_t points = 0, of_interest = 0;
    std::vector<Restriction> restrictions;
};

struct PrimTrajectory {
    std::vector<PrimBox> boxes; // as they were peeled, the whole space first, pasted last
    std::size_t chosen = 0;
};

// Between what a factor lies at the points that were looked at.
struct FactorSpan {
    std::string factor;
    double low = 0, high = 0;          // of numbers
    std::vector<std::string> levels{}; // of texts
};

struct Discovery {
    Interest interest;
    std::vector<FactorSpan> factors;
    std::size_t points = 0, of_interest = 0, left_out = 0;
    std::vector<PrimTrajectory> trajectories; // one box chosen of each
};

Discovery discover(const Study& study, const Interest& interest, const PrimOptions& options);
nlohmann::ordered_json discovery_json(const Discovery& discovery, const PrimOptions& options);
std::string discovery_table(const Discovery& discovery, const PrimOptions& options);

} // namespace rongtong
