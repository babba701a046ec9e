// Households of a region in a month: what they earn, pay for goods, and pay in direct tax.
//
//   income:      wages + mixed income of pools + dividends of private firms and banks + interest on deposits               fen
//   consumption: what arrives of each product at what it costs per unit ordered; imports at their budget                   fen
//   direct tax:  rate * income;  transfer abroad: the nation's, by income (largest remainder)                              fen
//   disposable:  income - direct tax - transfer abroad: what the next month's budget goes by
// Source: Godley & Lavoie 2007 (accounts). Parameters: none of its own; budgets: demand_rules.hpp. Test: tests/models/settle.cpp.
#include "models/bodies/steps.hpp"
#include "models/orders/final_use.hpp"
#include "sim/few.hpp"

namespace rongtong {

namespace {

struct Purchases {
    Money consumption, consumption_imports, housing, housing_imports;
    double consumption_real; // goods that arrive, at starting prices
};

Purchases purchases_of(const Economy& e, std::size_t r)
{
    const auto& t = e.technology;
    const auto& use = e.market.uses[r];
    const std::size_t R = e.groups.regions();
    double consumed = 0, housed = 0, real = t.consumption.imported * use.consumption / e.world.import_price;
    for (std::size_t j = 0; j < e.groups.sectors(); ++j) {
        const std::size_t k = j * R + r;
        const double times = e.policy.conditions.final_demand[k] * trade_factor(e.market, t, j, r);
        const double ordered = times * consumption_of(e.market, t, j, r);
        consumed += ordered * e.market.pay[k];
        housed += times * t.capital_goods.domestic[j] * e.market.pay[k] * use.housing;
        real += ordered * e.market.fill[k];
    }
    const double imported = t.capital_goods.imported * e.market.capital_fill[r] * e.world.import_price;
    return {round_fen(100 * consumed), round_fen(100 * t.consumption.imported * use.consumption),
            round_fen(100 * housed), round_fen(100 * imported * use.housing), real};
}

void store(Households& h, const Purchases& p)
{
    h.consumption = p.consumption;
    h.consumption_imports = p.consumption_imports;
    h.housing = p.housing;
    h.housing_imports = p.housing_imports;
    h.consumption_real = p.consumption_real;
}

} // namespace

void pay_households(Economy& e)
{
    for (auto& h : e.households)
        h.wages = h.mixed_income = h.dividends = h.exit_money = h.entry_money = h.used_capital = h.equity_net = Money();
    for (std::size_t g = 0; g < e.groups.size(); ++g) {
        auto& h = e.households[e.groups[g].region];
        h.wages += Money(e.sums[g].wages);
        if (e.groups[g].owner == Owner::state) continue;
        h.dividends += Money(e.sums[g].dividends - e.sums[g].dividends_away);
        h.exit_money += Money(e.sums[g].exit_to_owners - e.sums[g].payouts_away);
    }
    for (std::size_t k = 0; k < e.pools.income.size(); ++k)
        e.households[k % e.groups.regions()].mixed_income += e.pools.income[k];
}

void charge_households(Economy& e)
{
    for (std::size_t r = 0; r < e.households.size(); ++r) store(e.households[r], purchases_of(e, r));
}

void tax_households(Economy& e)
{
    Few<std::int64_t, max_regions> income;
    Few<Money, max_regions> transfer(e.households.size());
    for (const auto& h : e.households) income.push_back(taxable_income(h));
    split_largest_remainder(e.world.transfer, income, transfer);
    for (std::size_t r = 0; r < e.households.size(); ++r) {
        auto& h = e.households[r];
        h.direct_tax = round_fen(e.government.direct_tax_rate * static_cast<double>(income[r]));
        h.transfer_abroad = transfer[r];
        h.disposable = income_of(h) - h.direct_tax - h.transfer_abroad;
    }
}

} // namespace rongtong
