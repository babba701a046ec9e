// Government in a month: dividends of what it owns, what it pays for, and the rate of direct tax.
//
//   demand:     what arrives of each product at what it costs per unit ordered; likewise public investment                 fen
//   direct tax: wanted rate = rate at start + response * (debt - debt at start * index of progress) / yearly income of households;
//               the rate goes there in direct_tax_months, between 0 (or that of the start, where a table's other taxes are more than
//               government spends: households get the rest back) and direct_tax_limit. Debt (bonds less treasury) counts in
//               yuan: were it its ratio to income, inflation would cut taxes
// Source: Godley & Lavoie 2007 (accounts). Parameters: demand_rules.hpp (direct_tax_response, direct_tax_limit,
// direct_tax_months). Test: tests/models/settle.cpp.
#include "models/bodies/steps.hpp"
#include "models/orders/final_use.hpp"

#include <algorithm>

namespace rongtong {

namespace {

struct PublicPurchases {
    Money demand, demand_imports, investment, investment_imports, policy_cost;
    double demand_real = 0; // goods that arrive, at starting prices
};

void add_region(const Economy& e, UseRegion r, PublicPurchases& sum)
{
    const auto& t = e.technology;
    const auto& c = e.policy.conditions;
    const auto& use = e.market.uses[r];
    const Product office(e.market.administration_sector);
    double governed = 0, built = 0;
    for (Product j : e.groups.each<Product>()) {
        const std::size_t at = j * e.groups.regions() + r;
        const double factor = trade_factor(e.market, t, j, r);
        const double ordered = c.demand_of(Purchaser::government)[at] * factor * government_use_of(e.market, t, j, r);
        governed += ordered * e.market.pay(j, r);
        built += c.demand_of(Purchaser::investors)[at] * factor * t.capital_goods.domestic[j] * e.market.pay(j, r) *
                 use.public_investment;
        sum.demand_real += ordered * e.market.fill(j, r);
    }
    const double imported = t.capital_goods.imported * e.market.capital_fill[r] * e.world.import_price;
    sum.demand += round_fen(100 * governed);
    sum.demand_imports += round_fen(100 * t.government.imported * use.government * e.world.import_price);
    sum.investment += round_fen(100 * built);
    sum.investment_imports += round_fen(100 * imported * use.public_investment);
    sum.policy_cost += round_fen(100 * use.administration / e.market.use_price(office, r) * e.market.pay(office, r));
}

void store(Economy& e, const PublicPurchases& p)
{
    Purse &purse = e.ledger.government, &clearing = e.ledger.clearing;
    transfer(Flow::government_demand, purse, clearing, p.demand);
    transfer(Flow::public_investment, purse, clearing, p.investment);
    transfer(Flow::policy_cost, purse, clearing, p.policy_cost);
    transfer(Flow::imports, purse, e.ledger.world, p.demand_imports + p.investment_imports);
    e.government.demand_real = p.demand_real;
}

// new_debt and income (a month) in fen.
double next_tax_rate(const Government& gov, const DemandRules& rules, double new_debt, double income)
{
    const double wanted = gov.direct_tax_rate_at_start + rules.direct_tax_response * (new_debt / (12.0 * income));
    return gov.direct_tax_rate +
           (std::clamp(wanted, std::min(0.0, gov.direct_tax_rate_at_start), rules.direct_tax_limit) -
            gov.direct_tax_rate) /
               rules.direct_tax_months;
}

} // namespace

void charge_government(Economy& e)
{
    PublicPurchases sum;
    for (UseRegion r : e.groups.each<UseRegion>()) add_region(e, r, sum);
    store(e, sum);
}

void set_tax_rate(Economy& e)
{
    auto& gov = e.government;
    std::int64_t income = 0;
    for (const auto& households : e.ledger.households) income += taxable_income(households);
    const Money new_debt = (gov.bonds - gov.treasury) - grown(gov.debt_at_start, e.progress);
    gov.direct_tax_rate = next_tax_rate(gov, e.setup.parameters.demand, static_cast<double>(new_debt.fen),
                                        static_cast<double>(income));
}

} // namespace rongtong
