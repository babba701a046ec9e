// A lower rate of profit tax for firms whose R&D over sales reaches a threshold, and what a firm below it does for that.
//
//   wanted w, threshold x, mix r: real R&D that it would do, w <= r <= x; the rest, x - r, is other costs that it calls R&D
//   cost of the mix  = (r - w) - w ln(r / w)  +  relabelling_cost / 2 * ((x - r) / x)^2 * x                 over sales
//   it takes the mix of least cost where that is below what it saves: tax_cut * profit over sales; it looks once a year
// R&D beyond what is wanted brings less than it costs, with the elasticity of -1 of user_cost.hpp: a yuan at r brings w / r. The cost of relabelling is
// effort, no money (convex; Chen, Liu, Suarez Serrato & Xu 2021, doi 10.1257/aer.20191758: form). Where relabelling_cost is 0 nobody relabels. Test:
// tests/models/research/threshold.cpp.
#pragma once

#include <algorithm>
#include <cmath>

namespace rongtong {

struct TaxThreshold {
    double cut = 0;       // of the rate of profit tax, points
    double threshold = 0; // R&D over sales

    // A placebo looks at who is above its threshold; nothing is cut.
    void watch(const TaxThreshold& o)
    {
        if (o.cut > 0 && threshold <= 0) threshold = o.threshold;
    }

    // Cuts add up, at the lowest of the thresholds.
    void add(const TaxThreshold& o)
    {
        if (o.cut <= 0) return;
        threshold = cut > 0 ? std::min(threshold, o.threshold) : o.threshold;
        cut += o.cut;
    }
};

inline double cost_of_mix(double real, double wanted, double threshold, double relabelling_cost)
{
    const double gap = (threshold - real) / threshold;
    return real - wanted - wanted * std::log(real / wanted) + 0.5 * relabelling_cost * gap * gap * threshold;
}

// Real R&D of the mix of least cost. wanted > 0, below the threshold.
inline double cheapest_mix(double wanted, double threshold, double relabelling_cost)
{
    if (relabelling_cost <= 0) return threshold;
    double low = wanted, high = threshold; // the slope of the cost rises: its zero is the minimum
    for (int round = 0; round < 40; ++round) {
        const double real = 0.5 * (low + high);
        const double slope = 1 - wanted / real - relabelling_cost * (threshold - real) / threshold;
        (slope < 0 ? low : high) = real;
    }
    return 0.5 * (low + high);
}

// Real R&D of the mix of least cost where that costs less than what the threshold is worth, over sales; else, and for who is above it, 0.
inline double mix_worth_its_cost(double wanted, double threshold, double worth, double relabelling_cost)
{
    if (wanted <= 0 || wanted >= threshold) return 0;
    const double real = cheapest_mix(wanted, threshold, relabelling_cost);
    return cost_of_mix(real, wanted, threshold, relabelling_cost) < worth ? real : 0;
}

// Real R&D over sales that a firm does at least for the next year to pay the lower rate; 0: it does not aim at it.
inline double aimed_research(double wanted, double margin, const TaxThreshold& t, double relabelling_cost)
{
    if (t.cut <= 0) return 0;
    return mix_worth_its_cost(wanted, t.threshold, t.cut * std::max(0.0, margin), relabelling_cost);
}

} // namespace rongtong
