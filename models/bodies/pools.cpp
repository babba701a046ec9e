// Pools in a month: they serve their part of the market, pay for what they used, and look ahead.
//
//   shipped:   min(ordered, normal * (1 + pool_overtime * overtime), capacity * normal / normal_utilisation if a shock lowers it)
//              * supply * what this month's deliveries allow (orders/input_limits.hpp);  normal: level of
//              progress * persons / persons at start * output at start
//   income:    sales - inputs - imports - tax - capital goods, all to the region's households                               fen
//   supply:    1 - sum over products of need / domestic inputs * critical * (1 - fill), 0 to 1: what stored inputs allow next month
//   price:     moves towards inputs + imports + (labour and surplus at the start) * wage index / level of progress    yuan a unit
//   pull:      appeal * exp(-substitution * (price / mean price - 1))
// Persons: labour/settle_labour.cpp. What they order: orders/final_demand.cpp. Sources: Godley & Lavoie 2007 (accounts).
// Parameters: demand_rules.hpp (share_speed, substitution), ordering_rules.hpp (expectation_speed, overtime), pricing_rules.hpp
// (price_speed), labour_rules.hpp (pool_overtime). Tests: tests/models/settle.cpp, tests/models/market.cpp.
#include "models/bodies/steps.hpp"
#include "models/labour_kinds.hpp"
#include "models/orders/final_use.hpp"
#include "models/orders/input_limits.hpp"
#include "models/orders/ordering.hpp"
#include "models/orders/pricing.hpp"
#include "models/phases.hpp"

#include <algorithm>
#include <cmath>

namespace rongtong {

namespace {

struct PoolInputs {
    double paid = 0;    // yuan
    double cost = 0;    // yuan per unit of output at the prices that buyers see
    double lacking = 0; // share of output that what did not arrive prevents
};

PoolInputs inputs_of(const Economy& e, Cell k)
{
    const auto& t = e.technology;
    const BuyingSector s(e.groups.sector_of(k));
    const UseRegion r = e.groups.use_of(k);
    PoolInputs in;
    for (Product j : e.groups.each<Product>()) {
        const double need = e.market.pool_basket(s, j), factor = trade_factor(e.market, t, j, r);
        in.paid += need * e.pools.basket[k] * e.market.pay(j, r) * factor;
        in.cost += need * e.market.use_price(j, r) * factor;
        if (t.sectors[j].holds_stock)
            in.lacking += need / std::max(1e-9, t.sectors[s].domestic) * t.critical(s, j) * (1 - e.market.fill(j, r));
    }
    return in;
}

// What a pool pays, and what it goes into the next month with.
struct PoolMonth {
    Money inputs, imports, tax, investment, investment_imports;
    double supply, expected, price, pull;
};

double next_pool_price(const Economy& e, Cell k, double input_cost)
{
    const Sector& sector = e.technology.sectors[e.groups.sector_of(k)];
    const double wanted = input_cost + sector.imports * e.world.import_price +
                          (1 - sector.domestic - sector.imports) *
                              market_of(e, e.groups.sector_of(k), e.groups.use_of(k)).wage_index / e.progress.level;
    return next_price(e.pools.price[k], wanted, 0, e.setup.parameters.pricing.price_speed);
}

double pull_of(double appeal, double price_ratio, double substitution)
{
    return appeal * (price_ratio == 1 ? 1 : std::exp(-substitution * (price_ratio - 1)));
}

PoolMonth month_of(const Economy& e, Cell k)
{
    const auto& p = e.pools;
    const auto& rules = e.setup.parameters;
    const UseRegion r = e.groups.use_of(k);
    const Sector& sector = e.technology.sectors[e.groups.sector_of(k)];
    const PoolInputs in = inputs_of(e, k);
    PoolMonth m{};
    m.inputs = round_fen(100 * in.paid);
    m.imports = round_fen(100 * sector.imports * p.shipped[k] * e.world.import_price);
    m.tax = round_fen(sector.tax * static_cast<double>(p.revenue[k].fen));
    m.investment = round_fen(100 * p.investment[k] * e.market.capital_pay[r]);
    m.investment_imports = round_fen(100 * p.investment[k] * e.market.capital_fill[r] *
                                     e.technology.capital_goods.imported * e.world.import_price);
    m.supply = std::clamp(1 - in.lacking, 0.0, 1.0);
    m.expected = next_expectation(p.expected[k], p.ordered[k], rules.ordering.expectation_speed, e.progress.trend);
    m.price = next_pool_price(e, k, in.cost);
    m.pull = pull_of(p.appeal[k], m.price / e.market.price[k], rules.demand.substitution);
    return m;
}

void store(Economy& e, Cell k, const PoolMonth& m)
{
    Pools& p = e.pools;
    p.inputs_paid[k] = m.inputs;
    p.imports_paid[k] = m.imports;
    p.supply[k] = m.supply;
    p.expected[k] = m.expected;
    p.price[k] = m.price;
    p.pull[k] = m.pull;
    auto& ledger = e.ledger;
    const Money income = p.revenue[k] - m.inputs - m.imports - m.tax - m.investment - m.investment_imports;
    transfer(Flow::market_sales, ledger.clearing, ledger.pools, p.revenue[k]);
    transfer(Flow::market_inputs, ledger.pools, ledger.clearing, m.inputs);
    transfer(Flow::investment, ledger.pools, ledger.clearing, m.investment);
    transfer(Flow::imports, ledger.pools, ledger.world, m.imports + m.investment_imports);
    transfer(Flow::production_tax, ledger.pools, ledger.government, m.tax);
    transfer(Flow::mixed_income, ledger.pools, ledger.households[k % e.groups.regions()], income);
}

} // namespace

void deliver_pools(Economy& e, int tier)
{
    auto& p = e.pools;
    const auto& rules = e.setup.parameters;
    const double speed = rules.demand.share_speed;
    for (Cell k : e.groups.each<Cell>()) {
        if (p.output_at_start[k] <= 0 || e.technology.sectors[e.groups.sector_of(k)].tier != tier) continue;
        p.share[k] = (1 - speed) * p.share[k] / e.market.share_sum[k] + speed * p.pull[k] / e.market.pull_sum[k];
        p.ordered[k] = p.share[k] * e.market.ordered[k];
        const double normal = e.progress.level * p.persons[k] / p.persons_at_start[k] * p.output_at_start[k];
        const double hands = normal * (1 + rules.labour.pool_overtime * rules.ordering.overtime);
        const double capacity = e.policy.conditions.pool_capacity[k];
        const double limit = capacity < 1 ? std::min(hands, capacity * normal / rules.ordering.normal_utilisation)
                                          : hands;
        p.shipped[k] = std::min(p.ordered[k], limit) * p.supply[k] * deliveries_allow_pool(e, k);
        p.revenue[k] = round_fen(p.shipped[k] * p.price[k] * 100);
    }
}

void settle_pools(Economy& e)
{
    for (Cell k : e.groups.each<Cell>())
        if (e.pools.output_at_start[k] > 0) store(e, k, month_of(e, k));
}

} // namespace rongtong
