// Pools, households, government and the rest of the world at the end of a month: who earned, who pays, who lends.
//
//   pool:        mixed income = sales - inputs - imports - tax - capital goods, all to the region's households
//   households:  income = wages + mixed income + dividends of private firms and banks + interest; direct tax = rate * income
//   direct tax:  wanted rate = start + response * (debt - debt at start) / yearly income of households; the rate goes a twelfth
//                of the way a month. Debt counts in yuan: were it its ratio to income, inflation would cut taxes
//   government:  bonds are sold to banks when its account falls below half of its start, bought back above twice
//   world:       transfer abroad = mean of exports less imports (twelve months) - speed * foreigners' account
//   wages:       index' = index * (1 + wage_response * (u0 - u) / u0), u unemployment of the region, u0 of the start
//   hiring:      firms find at most half of the unemployed, pools and entrants a fifth each
//   pools:       persons move towards start * expected / output at start, as far as the unemployed reach
// Sources: Godley & Lavoie 2007 (accounts); Phillips 1958. Parameters: demand_rules.hpp, labour_rules.hpp.
// Test: tests/models/settle.cpp.
#include "models/phases.hpp"

#include "models/capital/banking.hpp"
#include "models/capital/equity.hpp"
#include "models/orders/final_use.hpp"
#include "models/orders/ordering.hpp"
#include "models/orders/pricing.hpp"
#include "sim/few.hpp"

#include <algorithm>
#include <cmath>

namespace rongtong {

namespace {

double trade_factor(const Economy& e, std::size_t j, std::size_t r)
{
    return e.technology.sectors[j].is_trade ? e.market.trade_cut[r] : 1.0;
}

void settle_pool(Economy& e, std::size_t k)
{
    auto& p = e.pools;
    const auto& t = e.technology;
    const std::size_t S = e.groups.sectors(), R = e.groups.regions(), s = k / R, r = k % R;
    const Sector& sector = t.sectors[s];
    double paid = 0, cost = 0, lacking = 0;
    for (std::size_t j = 0; j < S; ++j) {
        const double need = e.market.pool_basket[s * S + j];
        paid += need * p.basket[k] * e.market.pay[j * R + r] * trade_factor(e, j, r);
        cost += need * e.market.use_price[j * R + r] * trade_factor(e, j, r);
        lacking += need / std::max(1e-9, sector.domestic) * t.sectors[j].critical * (1 - e.market.fill[j * R + r]);
    }
    p.inputs_paid[k] = round_fen(100 * paid);
    p.imports_paid[k] = round_fen(100 * sector.imports * p.shipped[k] * e.world.import_price);
    p.tax[k] = round_fen(sector.tax * static_cast<double>(p.revenue[k].fen));
    const Money domestic = round_fen(100 * p.investment[k] * e.market.capital_pay[r]);
    const Money imported = round_fen(100 * p.investment[k] * e.market.capital_fill[r] * t.capital_goods.imported *
                                     e.world.import_price);
    p.investment_paid[k] = domestic;
    p.investment_imports[k] = imported;
    p.income[k] = p.revenue[k] - p.inputs_paid[k] - p.imports_paid[k] - p.tax[k] - domestic - imported;
    p.supply[k] = std::clamp(1 - lacking, 0.0, 1.0);
    p.expected[k] = next_expectation(p.expected[k], p.ordered[k], e.setup.parameters.ordering.expectation_speed);
    const double wanted = cost + sector.imports * e.world.import_price +
                          (1 - sector.domestic - sector.imports) * e.households[r].wage_index;
    p.price[k] = next_price(p.price[k], wanted, 0, e.setup.parameters.pricing.price_speed);
    const double price_ratio = p.price[k] / e.market.price[k];
    p.pull[k] = p.appeal[k] *
                (price_ratio == 1 ? 1 : std::exp(-e.setup.parameters.demand.substitution * (price_ratio - 1)));
}

// Pools that grow find at most a fifth of their region's unemployed.
void move_pool_hands(Economy& e, const Few<double, max_regions>& unemployed)
{
    auto& p = e.pools;
    const std::size_t R = e.groups.regions();
    const auto change = [&](std::size_t k) {
        if (p.output_at_start[k] <= 0) return 0.0;
        const double wanted = p.persons_at_start[k] * p.expected[k] / p.output_at_start[k];
        return e.setup.parameters.labour.pool_speed * (wanted - p.persons[k]);
    };
    Few<double, max_regions> growth(R);
    for (std::size_t k = 0; k < p.persons.size(); ++k) growth[k % R] += std::max(0.0, change(k));
    for (std::size_t k = 0; k < p.persons.size(); ++k) {
        const double hands = 0.2 * std::max(0.0, unemployed[k % R]), wanted = growth[k % R];
        p.persons[k] += change(k) > 0 && wanted > hands ? change(k) * hands / wanted : change(k);
    }
}

// Share of wanted hires that find a worker. At most half of the unemployed, less three standard deviations of the rounding by
// chance: with pools' and entrants' fifths nobody works twice.
double hire_share(double unemployed, double wanted)
{
    const double most = 0.5 * std::max(0.0, unemployed);
    return wanted > 0 ? std::clamp((most - 3 * std::sqrt(most)) / wanted, 0.0, 1.0) : 1;
}

void settle_labour(Economy& e)
{
    const auto& rules = e.setup.parameters.labour;
    const double usual = e.setup.calibration->unemployment_rate;
    const std::size_t R = e.groups.regions();
    Few<double, max_regions> unemployed(R), wanted(R);
    for (auto& h : e.households) h.employed_in_firms = h.employed_in_pools = 0;
    for (std::size_t g = 0; g < e.groups.size(); ++g) {
        e.households[e.groups[g].region].employed_in_firms += static_cast<double>(e.sums[g].workers);
        wanted[e.groups[g].region] += from_fixed_goods(e.sums[g].workers_wanted);
    }
    for (std::size_t k = 0; k < e.pools.persons.size(); ++k)
        e.households[k % R].employed_in_pools += e.pools.persons[k];
    for (std::size_t r = 0; r < R; ++r) {
        auto& h = e.households[r];
        unemployed[r] = h.labour_force - h.employed_in_firms - h.employed_in_pools;
        const double u = unemployed[r] / h.labour_force;
        h.hire_share = hire_share(unemployed[r], wanted[r]);
        if (e.setup.parameters.luck.luck_switch > 0 || std::fabs(u - usual) > 1e-9)
            h.wage_index *= 1 + rules.wage_response * std::clamp((usual - u) / std::max(usual, 1e-6), -2.0, 2.0);
    }
    move_pool_hands(e, unemployed);
}

void earn(Economy& e)
{
    const std::size_t R = e.groups.regions();
    for (auto& h : e.households)
        h.wages = h.mixed_income = h.dividends = h.exit_money = h.entry_money = h.used_capital = h.equity_net = Money();
    e.government.state_dividends = Money();
    for (std::size_t g = 0; g < e.groups.size(); ++g) {
        auto& h = e.households[e.groups[g].region];
        h.wages += Money(e.sums[g].wages);
        if (e.groups[g].owner == Owner::state) {
            e.government.state_dividends += Money(e.sums[g].dividends) + Money(e.sums[g].exit_to_owners);
        } else {
            h.dividends += Money(e.sums[g].dividends - e.sums[g].dividends_away);
            h.exit_money += Money(e.sums[g].exit_to_owners - e.sums[g].payouts_away);
        }
    }
    for (std::size_t k = 0; k < e.pools.income.size(); ++k) e.households[k % R].mixed_income += e.pools.income[k];
    pay_private_investors(e);
}

void spend(Economy& e)
{
    const auto& t = e.technology;
    const std::size_t S = e.groups.sectors(), R = e.groups.regions();
    e.government.demand = e.government.public_investment = e.government.policy_cost = Money();
    e.government.demand_real = 0;
    for (std::size_t r = 0; r < R; ++r) {
        const auto& use = e.market.uses[r];
        auto& h = e.households[r];
        double consumed = 0, governed = 0, housed = 0, built = 0;
        h.consumption_real = t.consumption.imported * use.consumption / e.world.import_price;
        for (std::size_t j = 0; j < S; ++j) {
            const std::size_t k = j * R + r;
            const double times = e.policy.conditions.final_demand[k] * trade_factor(e, j, r);
            const double capital = times * t.capital_goods.domestic[j] * e.market.pay[k];
            consumed += times * consumption_of(e.market, t, j, r) * e.market.pay[k];
            governed += times * government_use_of(e.market, t, j, r) * e.market.pay[k];
            housed += capital * use.housing;
            built += capital * use.public_investment;
            h.consumption_real += times * consumption_of(e.market, t, j, r) * e.market.fill[k];
            e.government.demand_real += times * government_use_of(e.market, t, j, r) * e.market.fill[k];
        }
        const double imported = t.capital_goods.imported * e.market.capital_fill[r] * e.world.import_price;
        const std::size_t office = e.market.administration_sector * R + r;
        h.consumption = round_fen(100 * consumed);
        h.consumption_imports = round_fen(100 * t.consumption.imported * use.consumption);
        h.housing = round_fen(100 * housed);
        h.housing_imports = round_fen(100 * imported * use.housing);
        e.government.demand += round_fen(100 * governed);
        e.government.demand_imports += round_fen(100 * t.government.imported * use.government * e.world.import_price);
        e.government.public_investment += round_fen(100 * built);
        e.government.public_investment_imports += round_fen(100 * imported * use.public_investment);
        e.government.policy_cost += round_fen(100 * use.administration / e.market.use_price[office] *
                                              e.market.pay[office]);
    }
}

void trade_abroad(Economy& e)
{
    auto& w = e.world;
    double value = 0;
    w.exports_real = 0;
    for (std::size_t k = 0; k < e.market.foreign.size(); ++k) {
        const double fill = e.market.ordered[k] > 0 ? e.market.shipped[k] / e.market.ordered[k] : 1;
        value += e.market.foreign[k] * fill * e.market.paid_price[k];
        w.exports_real += e.market.foreign[k] * fill;
    }
    w.exports = round_fen(100 * value);
    w.imports = e.government.demand_imports + e.government.public_investment_imports;
    for (const auto& h : e.households) w.imports += h.consumption_imports + h.housing_imports;
    for (std::size_t k = 0; k < e.pools.income.size(); ++k)
        w.imports += e.pools.imports_paid[k] + e.pools.investment_imports[k];
    for (const auto& s : e.sums) w.imports += Money(s.imports_paid) + Money(s.investment_imports);
    w.transfer = round_fen(w.mean_surplus -
                           e.setup.parameters.demand.foreign_position_speed * static_cast<double>(w.account.fen));
    w.mean_surplus += (static_cast<double>((w.exports - w.imports).fen) - w.mean_surplus) / 12;
}

Money income_of(const Households& h)
{
    return h.wages + h.mixed_income + h.dividends + h.deposit_interest + h.bank_dividends;
}

void tax_households(Economy& e)
{
    auto& gov = e.government;
    Few<std::int64_t, max_regions> income;
    Few<Money, max_regions> transfer(e.households.size());
    std::int64_t total = 0;
    for (const auto& h : e.households) {
        income.push_back(std::max<std::int64_t>(1, income_of(h).fen));
        total += income.back();
    }
    split_largest_remainder(e.world.transfer, income, transfer);
    gov.direct_tax = Money();
    for (std::size_t r = 0; r < e.households.size(); ++r) {
        auto& h = e.households[r];
        h.direct_tax = round_fen(gov.direct_tax_rate * static_cast<double>(income[r]));
        h.transfer_abroad = transfer[r];
        h.disposable = income_of(h) - h.direct_tax - h.transfer_abroad;
        gov.direct_tax += h.direct_tax;
    }
    const Money new_debt = (gov.bonds - gov.treasury) - gov.debt_at_start;
    const double over_income = static_cast<double>(new_debt.fen) / (12.0 * static_cast<double>(total));
    const double wanted = gov.direct_tax_rate_at_start + e.setup.parameters.demand.direct_tax_response * over_income;
    gov.direct_tax_rate += (std::clamp(wanted, 0.0, 0.6) - gov.direct_tax_rate) / 12;
}

} // namespace

void settle_bodies(Economy& e)
{
    e.government.demand_imports = e.government.public_investment_imports = Money();
    for (std::size_t k = 0; k < e.pools.income.size(); ++k)
        if (e.pools.output_at_start[k] > 0) settle_pool(e, k);
    settle_labour(e);
    settle_banks(e);
    earn(e);
    spend(e);
    trade_abroad(e);
    tax_households(e);
}

// Means by cell for the next month: prices, shares and pulls of firms and pool, quality.
void post_market_means(Economy& e)
{
    Market& m = e.market;
    std::vector<double>& priced = m.shipped; // scratch until the next month's deliveries
    double quality = 0, made = 0;
    for (std::size_t k = 0; k < m.price.size(); ++k) {
        m.share_sum[k] = e.pools.share[k];
        m.pull_sum[k] = e.pools.pull[k];
        priced[k] = e.pools.share[k] * e.pools.price[k];
    }
    for (std::size_t g = 0; g < e.groups.size(); ++g) {
        const std::size_t k = e.groups.cell(g);
        m.share_sum[k] += from_fixed_weight(e.sums[g].share);
        m.pull_sum[k] += from_fixed_weight(e.sums[g].pull);
        priced[k] += from_fixed_weight(e.sums[g].priced_share);
        quality += from_fixed_goods(e.sums[g].quality_share);
        made += from_fixed_goods(e.sums[g].made);
    }
    for (std::size_t k = 0; k < m.price.size(); ++k) {
        if (m.share_sum[k] > 0) m.price[k] = priced[k] / m.share_sum[k];
        m.share_sum[k] = std::max(m.share_sum[k], 1e-12);
        m.pull_sum[k] = std::max(m.pull_sum[k], 1e-12);
    }
    m.mean_quality = made > 0 ? quality / made : 1;
}

} // namespace rongtong
