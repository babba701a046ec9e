// Incomes at the start, by region. A firm pays wages for what it makes and dividends by firm_money.cpp; a pool, what is left of its
// sales. Shares of income decide what a region's households consume, and hold. A firm that would have to take money from its
// owners can't be at rest. Test: tests/models/start.cpp.
#include "models/start/incomes.hpp"

#include "models/start/start.hpp"
#include "sim/error.hpp"

#include <algorithm>
#include <numeric>

#include <fmt/format.h>

namespace rongtong {

namespace {

void add_firms(const Economy& e, Incomes& t)
{
    const double tax = e.setup.parameters.accounting.profit_tax;
    for (std::size_t row = 0; row < e.firms.rows(); ++row) {
        const auto& g = e.groups[e.firms.group[row]];
        const auto& s = e.technology.sectors[g.sector];
        const double x = e.firms.expected[row];
        t.production_tax += s.tax * x;
        t.profit_tax += tax * e.firms.usual_margin[row] * x;
        (g.owner == Owner::state ? t.state_dividends : t.income[g.region]) += first_dividends(e, row);
        t.labour[g.region] += s.labour * e.firms.labour_cost[row] * e.firms.planned[row];
    }
}

} // namespace

Incomes incomes_at_start(const Economy& e)
{
    const std::size_t regions = e.groups.regions();
    Incomes t;
    for (auto* v : {&t.income, &t.labour, &t.mixed, &t.benefits}) v->resize(regions);
    add_firms(e, t);
    for (std::size_t k = 0; k < e.pools.output_at_start.size(); ++k) {
        const auto& s = e.technology.sectors[k / regions];
        t.production_tax += s.tax * e.pools.output_at_start[k];
        t.labour[k % regions] += s.labour * e.pools.output_at_start[k];
        t.mixed[k % regions] += (s.surplus - s.investment) * e.pools.output_at_start[k];
    }
    const double u = e.setup.calibration->unemployment_rate;
    for (std::size_t r = 0; r < regions; ++r) {
        t.benefits[r] = e.setup.parameters.labour.benefit * u / (1 - u) * t.labour[r];
        t.income[r] += t.labour[r] + t.mixed[r] + t.benefits[r];
    }
    return t;
}

namespace {

constexpr double largest_gap = 1e-3; // of a sector's sales

// Single firms whose customers owe them very much may lack a little; a sector may not.
void check_dividends(const Economy& e)
{
    std::vector<double> lacks(e.groups.sectors()), sales(e.groups.sectors());
    for (std::size_t row = 0; row < e.firms.rows(); ++row) {
        const std::size_t s = e.groups[e.firms.group[row]].sector;
        lacks[s] += std::max(0.0, -first_dividends(e, row));
        sales[s] += e.firms.expected[row];
    }
    std::vector<Problem> problems;
    for (std::size_t s = 0; s < lacks.size(); ++s)
        if (lacks[s] > largest_gap * sales[s])
            problems.push_back(
                {"", "/model/technology/progress", 0, 0,
                 fmt::format("what firms of {} earn does not pay for the growth of their capital, stocks, claims "
                             "and cash: {:.2g} of their sales is missing",
                             e.technology.sectors[s].code, lacks[s] / sales[s]),
                 "dividends of at least 0", "lower technology/progress, or look at the sector's surplus"});
    if (!problems.empty()) throw ScenarioError(problems);
}

} // namespace

void share_incomes(Economy& e)
{
    check_dividends(e);
    const auto income = incomes_at_start(e).income;
    const double sum = std::accumulate(income.begin(), income.end(), 0.0);
    e.households.resize(e.groups.regions());
    for (std::size_t r = 0; r < income.size(); ++r) e.households[r].income_share = income[r] / sum;
}

} // namespace rongtong
