// Cost edges at the start: labour costs and capital needs of a cell's firms have the mean 1, weighted by output, so that its wages, surplus and
// investment are those of the table. Equations: selection/cost_edge.hpp. Test: tests/models/selection/cost_edge.cpp.
#include "models/start/firm_sketch.hpp"

#include "models/selection/cost_edge.hpp"

namespace rongtong {

namespace {

// Each leaves a part of what was missing: about a hundredth where no cost is at its bound.
constexpr int most_rounds = 60;

double labour_cost(const Sector& s, const FirmSketch& f, double scale, const Parameters& p)
{
    return labour_cost_of(s, cost_edge(f.grade, f.technology, p.selection), scale);
}

double made_by(const FirmSketch& f) { return f.productivity * (f.workers - f.idle); }

// Output at its own price, which what it is known to sell is already.
double at_own_price(const FirmSketch& f, double worth) { return (f.sales_given ? 1 : worth) * made_by(f); }

// n of cost_edge.hpp. Output is at the firms' own prices, which follow their costs.
double labour_scale(const Sector& s, std::span<const FirmSketch> firms, const Parameters& p)
{
    double scale = 1;
    for (int round = 0; round < most_rounds; ++round) {
        double output = 0, cost = 0;
        for (const auto& f : firms) {
            const double own = labour_cost(s, f, scale, p), made = at_own_price(f, worth_of(s, own, p.selection));
            output += made, cost += made * own;
        }
        scale *= output / cost;
        if (std::fabs(output / cost - 1) < 1e-12) break;
    }
    return scale;
}

} // namespace

void set_cost_edges(Economy& e, std::size_t sector, std::size_t cell, std::span<FirmSketch> firms)
{
    const Sector& s = e.technology.sectors[sector];
    const auto& p = e.setup.parameters;
    const auto& rules = p.selection;
    if (rules.selection_switch <= 0 || s.labour_cost_slope <= 0 || firms.empty()) return;
    const double scale = labour_scale(s, firms, p);
    double output = 0, capital = 0;
    for (auto& f : firms) {
        f.labour_cost = labour_cost(s, f, scale, p);
        f.worth = worth_of(s, f.labour_cost, rules);
        if (!f.sales_given) f.productivity *= f.worth;
        f.capital_need = capital_need_of(s, f.labour_cost);
        output += made_by(f), capital += made_by(f) * f.capital_need;
    }
    for (auto& f : firms) f.capital_need *= output / capital;
    e.cell_costs.labour_scale[cell] = scale;
    e.cell_costs.capital_scale[cell] = output / capital;
}

} // namespace rongtong
