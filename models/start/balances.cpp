// Money at the start: every agent's flows of a month sum to zero, so that month 0 is a rest point (docs/odd.md).
//
//   firm:       sales = inputs + imports + wages + production tax + investment + profit tax + dividends
//               cash = buffer + dividends / payout_speed - dividends, so that the payout rule gives these dividends
//   households: wages + benefits + mixed income + dividends + interest - direct tax - transfer abroad
//               = consumption + housing + what founders pay for new capital
//               deposits = household_deposits years of value added, by shares of income; propensity_wealth of each region is such
//               that the consumption function gives what the table says
//   government: taxes + dividends = demand + public investment + benefits + interest; the direct tax rate is the residual
//   world:      imports + transfer = exports
//   banks:      profit = dividends (banks.cpp)
// Test: tests/models/start.cpp.
#include "models/start/start.hpp"

#include "models/capital/payments.hpp"
#include "models/capital/payout.hpp"
#include "models/capital/working_capital.hpp"
#include "models/start/finance.hpp"
#include "sim/error.hpp"
#include "sim/parallel.hpp"

#include <cmath>
#include <numeric>

#include <fmt/format.h>

namespace rongtong {

namespace {

// Invoices of the months before the start that are still open when month 1 begins.
void open_invoices(Economy& e, std::size_t row, std::size_t edge)
{
    auto& links = e.links;
    const Money amount = round_fen(static_cast<double>(links.flow[edge].ordered) * 100);
    const auto parts = split_invoice(amount, links.days[edge]);
    const std::int32_t late = links.habit[edge].late;
    for (std::int32_t due = 1 - late; due <= parts.months + 1; ++due) {
        Money owed;
        if (due - parts.months <= 0) owed += parts.first;
        if (due - parts.months - 1 <= 0) owed += parts.second;
        if (due == parts.months + 1 && parts.second.fen == 0) continue;
        links.due(edge, due) = owed;
        e.firms.payable[row] += owed;
        if (due <= 0) e.firms.overdue[row] += owed;
    }
}

void stock_firm(Economy& e, std::size_t row)
{
    const auto& o = e.setup.parameters.ordering;
    const auto& a = e.setup.parameters.accounting;
    const Group& g = e.groups[e.firms.group[row]];
    const Sector& s = e.technology.sectors[g.sector];
    const auto& net = e.links.network;
    const double x = e.firms.expected[row];
    for (auto edge : net.outgoing(row)) {
        const bool stored = e.technology.sectors[e.links.sector[edge]].holds_stock;
        e.links.flow[edge].stock = static_cast<float>(stored ? (1 + o.input_cover) * e.links.coef[edge] * x : 0.0);
        open_invoices(e, row, edge);
    }
    e.firms.basket_stock[row] = (1 + o.input_cover) * e.firms.basket_coef[row] * x;
    const double dividends = (1 - a.profit_tax) * s.margin * x;
    const double buffer = buffer_months(a, g.size) * e.firms.prudence[row] * s.unit_cost * x;
    e.firms.cash[row] = round_fen(100 * (buffer + dividends / a.payout_speed - dividends));
}

void count_claims(Economy& e, std::size_t row)
{
    auto& firms = e.firms;
    for (auto edge : e.links.network.incoming(row)) firms.receivable[row] += e.links.owed(edge);
    const double cost = 100 * firms.unit_cost[row] * firms.expected[row];
    const double claims = net_claims_in_months(firms.receivable[row], firms.payable[row], cost);
    firms.usual_claims[row] = static_cast<float>(claims);
}

struct Totals {
    std::vector<double> income;                  // of households by region, yuan a month
    std::vector<double> labour, mixed, benefits; // parts of it
    double production_tax = 0, profit_tax = 0, state_dividends = 0;
};

Totals income_totals(const Economy& e)
{
    const std::size_t regions = e.groups.regions();
    const double tax = e.setup.parameters.accounting.profit_tax;
    Totals t;
    for (auto* v : {&t.income, &t.labour, &t.mixed, &t.benefits}) v->resize(regions);
    for (std::size_t row = 0; row < e.firms.rows(); ++row) {
        const auto& g = e.groups[e.firms.group[row]];
        const auto& s = e.technology.sectors[g.sector];
        const double x = e.firms.expected[row];
        t.production_tax += s.tax * x;
        t.profit_tax += tax * s.margin * x;
        (g.owner == Owner::state ? t.state_dividends : t.income[g.region]) += (1 - tax) * s.margin * x;
        t.labour[g.region] += s.labour * x;
    }
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

double sum_of(const std::vector<double>& values) { return std::accumulate(values.begin(), values.end(), 0.0); }

// What households have and pay at rest, yuan a month.
struct Rest {
    double income, direct_tax, spending, entry_out;
    std::vector<double> deposits; // by region, yuan
};

Rest rest_of_households(Economy& e, const Totals& t)
{
    const auto& tech = e.technology;
    const double earned = sum_of(t.income);
    Rest rest{0, 0, tech.consumption_total + tech.housing_total, e.turnover.entry_out, {}};
    e.households.resize(e.groups.regions());
    for (std::size_t r = 0; r < e.households.size(); ++r) {
        e.households[r].income_share = t.income[r] / earned;
        rest.deposits.push_back(e.setup.parameters.demand.household_deposits * 12 * value_added_of(tech) *
                                e.households[r].income_share);
    }
    const FinanceAtRest f = finance_at_rest(e, rest.deposits);
    const double transfer = tech.exports_total - tech.imports_total;
    const double demand = tech.government_total + tech.public_investment_total + f.bond_interest + sum_of(t.benefits);
    rest.income = earned + f.to_households + f.deposit_interest;
    rest.direct_tax = demand - t.production_tax - t.profit_tax - t.state_dividends - f.to_state;
    const double gap = rest.income - rest.direct_tax - transfer - rest.spending - rest.entry_out;
    if (std::fabs(gap) > 1e-6 * rest.income)
        throw ScenarioError(
            {{"", "/calibration", 0, 0,
              fmt::format("the starting flows leave a gap of {:.3g} of household income", gap / rest.income),
              "below 1e-6", "check that rows and columns of the input-output table balance"}});
    e.world.mean_surplus = transfer * 100;
    return rest;
}

// Propensity out of deposits such that the consumption function gives what the table says. Where that would be less than a hundredth
// of it, all propensities to spend income are lowered instead: deposits must pull spending, or nothing ends a drift.
void solve_spending(Households& h, double spending, double deposits, const DemandRules& rules)
{
    const double earned = rules.propensity_wages * h.mean_wages + rules.propensity_profits * h.mean_profits;
    h.propensity_income = 1;
    if (spending - earned < 0.01 * spending) h.propensity_income = earned > 0 ? 0.99 * spending / earned : 0;
    h.propensity_wealth = (spending - h.propensity_income * earned) / deposits;
}

void set_households(Economy& e, const Totals& t)
{
    const auto& d = e.setup.parameters.demand;
    const Rest rest = rest_of_households(e, t);
    const double tax_rate = rest.direct_tax / rest.income;
    e.government.direct_tax_rate = e.government.direct_tax_rate_at_start = tax_rate;
    for (std::size_t r = 0; r < e.households.size(); ++r) {
        auto& h = e.households[r];
        const double disposable = (rest.spending + rest.entry_out) * h.income_share;
        h.disposable = round_fen(100 * disposable);
        h.deposits = round_fen(100 * rest.deposits[r]);
        h.mean_wages = (t.labour[r] + t.mixed[r] + t.benefits[r]) * (1 - tax_rate);
        h.mean_profits = disposable - h.mean_wages;
        solve_spending(h, rest.spending * h.income_share, rest.deposits[r], d);
    }
}

void open_policy_rate(Economy& e)
{
    auto& p = e.policy_rate;
    p.rate = p.start = p.neutral = e.setup.parameters.banks.loan_rate;
    p.unemployment = e.setup.calibration->unemployment_rate;
}

void set_labour_force(Economy& e)
{
    for (auto& market : e.labour.of(Labour::workers))
        market.labour_force = market.employed() / (1 - e.setup.calibration->unemployment_rate);
}

void set_employment(Economy& e, const Totals& t)
{
    e.labour.resize(e.groups.regions());
    const auto markets = e.labour.of(Labour::workers);
    for (std::size_t row = 0; row < e.firms.rows(); ++row)
        markets[e.groups[e.firms.group[row]].region].employed_in_firms += e.firms.workers[row];
    for (std::size_t k = 0; k < e.pools.persons.size(); ++k)
        markets[k % markets.size()].employed_in_pools += e.pools.persons[k];
    for (std::size_t r = 0; r < markets.size(); ++r) markets[r].wage_at_start = t.labour[r] / markets[r].employed();
    set_labour_force(e);
}

} // namespace

void make_balances(Economy& e, const Draws& draws)
{
    for_blocks(e.firms.rows(), [&](std::size_t begin, std::size_t end, std::size_t) {
        for (std::size_t row = begin; row < end; ++row) stock_firm(e, row);
    });
    for_blocks(e.firms.rows(), [&](std::size_t begin, std::size_t end, std::size_t) {
        for (std::size_t row = begin; row < end; ++row) count_claims(e, row);
    });
    count_firms_deposits(e);
    const auto totals = income_totals(e);
    set_households(e, totals);
    set_employment(e, totals);
    open_policy_rate(e);
    found_cohort(e, draws);
    set_labour_force(e);
    count_firms_deposits(e);
    e.government.treasury = round_fen(100 * (e.technology.government_total + e.technology.public_investment_total));
    open_banks(e);
    e.government.treasury_at_start = e.government.treasury;
    e.government.debt_at_start = e.government.bonds - e.government.treasury;
}

} // namespace rongtong
