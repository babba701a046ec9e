// Money at the start: every agent's flows of a month are such that month 0 is a rest point (docs/odd.md).
//
//   firms:      firm_money.cpp
//   households: wages + benefits + mixed income + dividends + interest - direct tax - transfer abroad
//               = consumption + housing + what founders pay for new capital, owners of platforms for G * theirs + G * deposits
//               deposits = household_deposits years of value added, by shares of income; propensity_wealth of each region is such
//               that the consumption function gives what the table says
//   government: taxes + dividends + G * debt = demand + public investment + benefits + interest; the direct tax rate is the residual
//   world:      imports + transfer = exports
//   banks:      banks.cpp
// G: growth a month (growth.hpp); every agent saves G times what it owns.
// Test: tests/models/start.cpp.
#include "models/labour_kinds.hpp"
#include "models/start/start.hpp"

#include "models/start/finance.hpp"
#include "models/start/growth.hpp"
#include "models/start/incomes.hpp"
#include "sim/error.hpp"

#include <cmath>
#include <numeric>

#include <fmt/format.h>

namespace rongtong {

namespace {

double sum_of(const std::vector<double>& values) { return std::accumulate(values.begin(), values.end(), 0.0); }

// What households have and pay at rest, yuan a month.
struct Rest {
    double income, direct_tax, spending, entry_out, saving;
    std::vector<double> deposits; // by region, yuan
};

Rest rest_of_households(Economy& e, const Incomes& t)
{
    const auto& tech = e.technology;
    const double earned = sum_of(t.income);
    const double growth = StartGrowth(e.setup.parameters).month();
    Rest rest{0, 0, tech.consumption_total + tech.housing_total, e.turnover.entry_out, 0, {}};
    for (const auto& p : e.platforms.all) rest.entry_out += growth * p.cash.yuan();
    for (const auto& h : e.households)
        rest.deposits.push_back(e.setup.parameters.demand.household_deposits * 12 * value_added_of(tech) *
                                h.income_share);
    rest.saving = growth * sum_of(rest.deposits);
    const FinanceAtRest f = finance_at_rest(e, rest.deposits);
    const double transfer = tech.exports_total - tech.imports_total;
    const double demand = tech.government_total + tech.public_investment_total + f.bond_interest + sum_of(t.benefits);
    rest.income = earned + f.to_households + f.deposit_interest;
    rest.direct_tax = demand - growth * f.public_debt - t.production_tax - t.profit_tax - t.state_dividends -
                      f.to_state;
    const double gap = rest.income - rest.direct_tax - transfer - rest.spending - rest.entry_out - rest.saving;
    if (f.lacking > 1e-6 * rest.income)
        throw ScenarioError({{"", "/model/banks", 0, 0,
                              fmt::format("what banks earn does not pay for their deposits: interest of {:.3g} of "
                                          "households' income is missing",
                                          f.lacking / rest.income),
                              "banks that lose nothing at the start",
                              "lower banks/deposit_rate, or raise banks/loan_rate or banks/bond_rate"}});
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

void set_households(Economy& e, const Incomes& t)
{
    const auto& d = e.setup.parameters.demand;
    const Rest rest = rest_of_households(e, t);
    const double tax_rate = rest.direct_tax / rest.income;
    e.government.direct_tax_rate = e.government.direct_tax_rate_at_start = tax_rate;
    for (std::size_t r = 0; r < e.households.size(); ++r) {
        auto& h = e.households[r];
        const double disposable = (rest.spending + rest.entry_out + rest.saving) * h.income_share;
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
    const double usual = e.setup.calibration->unemployment_rate, of_talent = e.setup.parameters.talent.unemployment;
    for (std::size_t r = 0; r < e.labour.regions(); ++r) {
        LabourMarket &workers = e.labour(Labour::workers, r), &talent = e.labour(Labour::talent, r);
        talent.labour_force = talent.employed() / (1 - of_talent);
        talent.usual = talent.labour_force > 0 ? of_talent : 0;
        workers.labour_force = (workers.employed() + talent.employed()) / (1 - usual) - talent.labour_force;
        workers.usual = talent.labour_force > 0 ? workers.unemployment() : usual;
    }
}

void set_employment(Economy& e, const Incomes& t)
{
    e.labour.resize(e.groups.regions());
    const std::size_t R = e.groups.regions();
    for (std::size_t row = 0; row < e.firms.rows(); ++row) {
        const Group& group = e.groups[e.firms.group[row]];
        market_of(e, group.sector, group.region).employed_in_firms += e.firms.workers[row];
    }
    for (std::size_t k = 0; k < e.pools.persons.size(); ++k)
        market_of(e, k / R, k % R).employed_in_pools += e.pools.persons[k];
    for (std::size_t r = 0; r < R; ++r) {
        LabourMarket &workers = e.labour(Labour::workers, r), &talent = e.labour(Labour::talent, r);
        workers.wage_at_start = talent.wage_at_start = t.labour[r] / (workers.employed() + talent.employed());
    }
    set_labour_force(e);
}

} // namespace

void make_balances(Economy& e, const Draws& draws)
{
    count_firms_deposits(e);
    const auto totals = incomes_at_start(e);
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
