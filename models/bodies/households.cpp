// Households of a region in a month: what they earn, pay for goods, and pay in direct tax.
//
//   income:      wages + mixed income of pools + benefits + dividends of private firms and banks + interest on deposits    fen
//   consumption: what arrives of each product at what it costs per unit ordered; imports at their budget                   fen
//                in real terms: with the trade services that lower border fees save
//   direct tax:  rate * income + what policies cost that it pays for (policies/payer.hpp);  transfer abroad: the nation's, by income (largest remainder)                              fen
//   disposable:  income - direct tax - transfer abroad; what is left of work and of profits enters 3-month means (weight 1/3) around the trend,
//                by which the next month's budget goes
// Source: Godley & Lavoie 2007 (accounts). Parameters: none of its own; budgets: demand_rules.hpp. Test: tests/models/settle.cpp.
#include "models/bodies/steps.hpp"
#include "models/orders/final_use.hpp"
#include "sim/few.hpp"

namespace rongtong {

namespace {

struct HomePurchases {
    Money consumption, consumption_imports, housing, housing_imports;
    double consumption_real; // goods that arrive, at starting prices
};

HomePurchases purchases_of(const Economy& e, UseRegion r)
{
    const auto& t = e.technology;
    const auto& c = e.policy.conditions;
    const auto& use = e.market.uses[r];
    double consumed = 0, housed = 0, real = t.consumption.imported * use.consumption / e.world.import_price;
    for (Product j : e.groups.each<Product>()) {
        const std::size_t at = j * e.groups.regions() + r;
        const double factor = trade_factor(e.market, t, j, r);
        const double ordered = c.demand_of(Purchaser::households)[at] * factor * consumption_of(e.market, t, j, r);
        consumed += ordered * e.market.pay(j, r);
        housed += c.demand_of(Purchaser::investors)[at] * factor * t.capital_goods.domestic[j] * e.market.pay(j, r) *
                  use.housing;
        real += ordered / factor * e.market.fill(j, r);
    }
    const double imported = t.capital_goods.imported * e.market.capital_fill[r] * e.world.import_price;
    return {round_fen(100 * consumed), round_fen(100 * t.consumption.imported * use.consumption),
            round_fen(100 * housed), round_fen(100 * imported * use.housing), real};
}

void store(Economy& e, std::size_t r, const HomePurchases& p)
{
    Purse &purse = e.ledger.households[r], &clearing = e.ledger.clearing;
    transfer(Flow::consumption, purse, clearing, p.consumption);
    transfer(Flow::housing, purse, clearing, p.housing);
    transfer(Flow::imports, purse, e.ledger.world, p.consumption_imports + p.housing_imports);
    e.households[r].consumption_imports = p.consumption_imports;
    e.households[r].consumption_real = p.consumption_real;
}

} // namespace

void charge_households(Economy& e)
{
    for (UseRegion r : e.groups.each<UseRegion>()) store(e, r, purchases_of(e, r));
}

namespace {

constexpr double income_months = 3; // of the exponential means

void remember_income(Households& h, const Purse& purse, double tax_rate, double trend, Money disposable)
{
    const double wages = earned_by(purse).yuan() * (1 - tax_rate);
    h.disposable = disposable;
    const auto expect = [&](double& mean, double now) { mean = (mean + (now - mean) / income_months) * (1 + trend); };
    expect(h.mean_wages, wages);
    expect(h.mean_profits, disposable.yuan() - wages);
}

} // namespace

void tax_households(Economy& e)
{
    auto& ledger = e.ledger;
    Few<std::int64_t, max_regions> income;
    Few<Money, max_regions> abroad(e.households.size()), for_policies(e.households.size());
    for (const auto& purse : ledger.households) income.push_back(taxable_income(purse));
    split_largest_remainder(e.world.transfer, income, abroad);
    split_largest_remainder(policy_cost_of(e, Payer::direct_tax), income, for_policies);
    for (std::size_t r = 0; r < e.households.size(); ++r) {
        Purse& purse = ledger.households[r];
        const double own = static_cast<double>(for_policies[r].fen) / static_cast<double>(income[r]);
        const Money tax = round_fen(e.government.direct_tax_rate * static_cast<double>(income[r])) + for_policies[r];
        remember_income(e.households[r], purse, e.government.direct_tax_rate + own, e.progress.trend,
                        income_of(purse) - tax - abroad[r]);
        transfer(Flow::direct_tax, purse, ledger.government, tax);
        transfer(Flow::transfer_abroad, purse, ledger.world, abroad[r]);
    }
}

} // namespace rongtong
