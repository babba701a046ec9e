// History matching: which points of the space of parameters can't be reconciled with the targets, wave by wave (Craig, Goldstein,
// Seheult & Smith 1997, Pressure matching for hydrocarbon reservoirs; Vernon, Goldstein & Bower 2010, Bayesian Analysis 5, 619-669,
// doi 10.1214/10-BA524; of models with luck Andrianakis and others 2015, doi 10.1371/journal.pcbi.1003968). The implausibility of x by
// one moment is
//
//     I(x) = |E(x) - z| / sqrt(V(x) + r + s^2)
//
// E, V: the moment's surface (surface.hpp), r: variance of a mean over replicates, z, s: target and its standard deviation. Of a band
// |E - z| is the distance to its nearer end, 0 inside, and s is 0. A point is ruled out where the largest I of the used moments (or the
// second, third) is above the cutoff, by the surfaces of any wave. Pukelsheim's rule (1994): 3 holds 95 % of any law with one peak.
// Test: tests/analysis/fit.cpp.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "analysis/fit/surface.hpp"

namespace rongtong {

struct MomentTarget {
    std::string name;
    std::optional<double> value{}, sd{}, low{}, high{};
    double weight = 1;
    bool used = true;
};

// variance: of the figure.
double implausibility(const MomentTarget& target, double figure, double variance);

// What was found at a point, by moment; NaN where there is nothing.
struct TriedPoint {
    std::size_t wave = 0;                   // from 1
    std::vector<double> x;                  // in the unit cube
    std::vector<double> figures, variances; // means over the replicates, and the variances of these means
};

struct MatchOptions {
    double cutoff = 3;
    std::size_t largest = 1; // 1: the largest implausibility of a point rules it out, 2: the second
};

class HistoryMatch {
public:
    HistoryMatch(std::vector<MomentTarget> targets, MatchOptions options);

    // Surfaces through these points and all earlier ones that are not ruled out by then.
    void add_wave(std::vector<TriedPoint> points);

    // The largest (second, third) of the used moments, of the wave that says most.
    double implausibility_at(const std::vector<double>& x) const;
    // By moment, of the wave that says most; NaN where a moment has no surface.
    std::vector<double> by_moment(const std::vector<double>& x) const;
    bool possible(const std::vector<double>& x) const { return implausibility_at(x) <= options_.cutoff; }

    // The same out of what a point's own runs showed: no surface, no V.
    std::vector<double> own_implausibilities(const TriedPoint& point) const;
    // Not ruled out by surfaces or by its own runs.
    bool is_left(const TriedPoint& point) const;
    // Root of the weighted mean square of the used moments' own implausibilities; infinite where one has no figure.
    double distance(const TriedPoint& point) const;

    const std::vector<MomentTarget>& targets() const { return targets_; }
    const MatchOptions& options() const { return options_; }
    const std::vector<TriedPoint>& points() const { return points_; }
    // By wave and moment.
    const std::vector<std::vector<MomentSurface>>& waves() const { return waves_; }

private:
    double ruling(const std::vector<double>& by_moment) const; // of the used ones
    std::vector<double> in_wave(const std::vector<MomentSurface>& wave, const std::vector<double>& x,
                                bool used_only) const;

    std::vector<MomentTarget> targets_;
    MatchOptions options_;
    std::vector<TriedPoint> points_;
    std::vector<double> noise_; // r, by moment, of the last wave's surfaces
    std::vector<std::vector<MomentSurface>> waves_;
};

} // namespace rongtong
