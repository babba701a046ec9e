// Trade shares of the start: how much of what a region uses of a product comes from where.
//
//   trade share of origin q in use r ~ a_r * km_rq ^ -decay * b_q,  a and b such that sums over r are what q sells and sums over q
//   what r uses: iterative proportional fitting (Deming & Stephan 1940, doi 10.1214/aoms/1177731829)
// Parameters: network_rules.hpp (decay_tradable, decay_local). Test: tests/models/market.cpp.
#include "models/start/trade.hpp"

#include <algorithm>
#include <cmath>

namespace rongtong {

namespace {

constexpr int most_rounds = 3000;
constexpr double smallest_change = 1e-15; // relative

struct Fit {
    const GroupTable& axes;
    Grid<double, UseRegion, OriginRegion> kernel;
    ByOrigin sales;
    ByUseRegion use;
    ByUseRegion a;
    ByOrigin b;

    double step();
};

// One round of both factors. Returns the largest relative change of a.
double Fit::step()
{
    for (OriginRegion q : axes.each<OriginRegion>()) {
        double sum = 0;
        for (UseRegion r : axes.each<UseRegion>()) sum += a[r] * kernel(r, q);
        b[q] = sum > 0 ? sales[q] / sum : 0;
    }
    double change = 0;
    for (UseRegion r : axes.each<UseRegion>()) {
        double sum = 0;
        for (OriginRegion q : axes.each<OriginRegion>()) sum += b[q] * kernel(r, q);
        const double next = sum > 0 ? use[r] / sum : 0;
        change = std::max(change, std::fabs(next - a[r]) / std::max(next, 1e-300));
        a[r] = next;
    }
    return change;
}

// What is sold is brought to the total of use first.
Fit fit_of(const Economy& e, Product j, ByOrigin sales, const ByUse& use)
{
    const auto& rules = e.setup.parameters.network;
    const double decay = e.technology.sectors[j].tradable ? rules.decay_tradable : rules.decay_local;
    Fit fit{e.groups, {}, std::move(sales), {}, {}, {}};
    fit.kernel.shape(e.groups), fit.use.shape(e.groups), fit.a.shape(e.groups, 1), fit.b.shape(e.groups, 1);
    double sold = 0, used = 0;
    for (OriginRegion q : e.groups.each<OriginRegion>()) sold += fit.sales[q];
    for (UseRegion r : e.groups.each<UseRegion>()) {
        fit.use[r] = use(j, r);
        used += use(j, r);
        for (OriginRegion q : e.groups.each<OriginRegion>())
            fit.kernel(r, q) = std::pow(e.setup.calibration->regions[r].km[q], -decay);
    }
    for (OriginRegion q : e.groups.each<OriginRegion>()) fit.sales[q] *= sold > 0 ? used / sold : 0;
    return fit;
}

} // namespace

void fit_trade(Economy& e, Product j, ByOrigin sales, const ByUse& use)
{
    Fit fit = fit_of(e, j, std::move(sales), use);
    for (int round = 0; round < most_rounds; ++round)
        if (fit.step() < smallest_change) break;
    auto& trade = e.market.trade_start;
    for (UseRegion r : e.groups.each<UseRegion>()) {
        double sum = 0;
        for (OriginRegion q : e.groups.each<OriginRegion>()) sum += trade(j, r, q) = fit.b[q] * fit.kernel(r, q);
        for (OriginRegion q : e.groups.each<OriginRegion>())
            trade(j, r, q) = sum > 0 ? trade(j, r, q) / sum : (q == r ? 1.0 : 0.0);
    }
}

} // namespace rongtong
