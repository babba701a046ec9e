// Final demand by hand (models/orders/final_demand.cpp).
#include "models/orders/final_use.hpp"

#include "tests/models/policies.hpp"

using namespace rongtong;

namespace {

// The phases of a month up to final demand.
Economy planned(Economy e)
{
    advance(e); // scratch tables
    const Draws draws(e.setup.seed, e.setup.replicate);
    ++e.month;
    e.sums.assign(e.groups.size(), FirmSums{});
    set_conditions(e);
    post_prices(e);
    set_plan_facts(e);
    plan_firms(e, draws);
    clear_payments(e, draws);
    gather_sums(e);
    plan_final_demand(e, draws);
    return e;
}

} // namespace

TEST_CASE("households spend shares of what they earn, of profits and of deposits, on housing and on goods")
{
    Economy e = start_economy(resting_setup());
    advance(e);
    e.households[1].mean_wages *= 1.1, e.households[1].mean_profits *= 0.8;
    e.households[1].deposits += Money(12345600);
    const auto h = e.households[1];
    const Draws draws(1, 0);
    plan_final_demand(e, draws);
    const auto& d = e.setup.parameters.demand;
    const double budget = d.propensity_wages * h.mean_wages + d.propensity_profits * h.mean_profits +
                          h.propensity_wealth * h.deposits.yuan();
    const double housing = e.technology.housing_total / (e.technology.housing_total + e.technology.consumption_total);
    CHECK(e.market.uses[UseRegion(1)].consumption == Approx(budget * (1 - housing)));
    CHECK(e.market.uses[UseRegion(1)].housing == Approx(budget * housing / e.market.capital_price[UseRegion(1)]));
    CHECK(e.market.uses[UseRegion(0)].consumption + e.market.uses[UseRegion(0)].housing ==
          Approx(e.households[0].disposable.yuan()).epsilon(1e-6)); // at rest all income is spent
}

TEST_CASE("a higher real rate lowers spending, housing most, sentiment moves all of it")
{
    Economy e = start_economy(resting_setup());
    advance(e);
    const auto spent = [&](double real, double sentiment) {
        Economy next = e;
        next.policy_rate.real = real, next.sentiment = sentiment;
        plan_final_demand(next, Draws(1, 0));
        return next.market.uses[UseRegion(0)];
    };
    const auto usual = spent(0, 0), dear = spent(0.02, 0), keen = spent(0, 0.01);
    const auto& d = e.setup.parameters.demand;
    CHECK(dear.consumption == Approx(usual.consumption * std::exp(-d.consumption_rate * 0.02)));
    CHECK(dear.housing == Approx(usual.housing * std::exp(-(d.consumption_rate + d.housing_rate) * 0.02)));
    CHECK(keen.consumption == Approx(usual.consumption * std::exp(0.01)));
}

TEST_CASE("what lower border fees save of services is spent on goods: a budget is paid out whole")
{
    const Economy base = after(resting_setup(), 3);
    const Economy e = after(with_policy(resting_setup(), policy_of("unified_market", {0.9})), 3);
    for (UseRegion r : e.groups.each<UseRegion>()) {
        const double part = paid_part(e.market, e.technology, r);
        CHECK(part < 0.9999);
        CHECK(paid_part(base.market, base.technology, r) == Approx(1));
        CHECK(consumption_price(e.market, e.technology, r, 1) < 1);
        CHECK(e.households[r].consumption_real > base.households[r].consumption_real);
    }
    CHECK(e.market.services_saved > 0);
    CHECK(base.market.services_saved == 0);
}

TEST_CASE("nobody spends more of the deposits than the limit")
{
    for (const double limit : {0.5, 0.9}) {
        Setup setup = resting_setup();
        setup.parameters.demand.spending_limit = limit;
        Economy e = start_economy(setup);
        advance(e);
        e.households[0].deposits = Money(1000000);
        plan_final_demand(e, Draws(1, 0));
        CHECK(e.market.uses[UseRegion(0)].consumption + e.market.uses[UseRegion(0)].housing == Approx(limit * 10000));
    }
}

TEST_CASE("lower border fees cut trade and transport services by what they save, up to the limits")
{
    const auto policy = policy_of("unified_market", {0.9});
    const auto cut_with = [&](double limit) {
        Setup setup = with_policy(resting_setup(), policy);
        setup.parameters.demand.market_cut_limit = setup.parameters.demand.services_cut_limit = limit;
        return after(setup, 1);
    };
    const Economy free = cut_with(0.9), bound = cut_with(0.001), base = after(resting_setup(), 1);
    for (UseRegion r : free.groups.each<UseRegion>()) {
        CHECK(free.market.trade_cut[r] < 0.999);
        CHECK(bound.market.trade_cut[r] == 1 - 0.001);
        for (Product j : free.groups.each<Product>()) {
            if (!free.technology.sectors[j].is_trade || base.market.wanted(j, r) == 0) continue;
            CHECK(free.market.wanted(j, r) < 0.999 * base.market.wanted(j, r));
            CHECK(bound.market.wanted(j, r) == Approx((1 - 0.001) * base.market.wanted(j, r)).epsilon(1e-3));
        }
    }
}

TEST_CASE("consumption keeps its nominal shares: a dearer product is bought less")
{
    Economy e = start_economy(resting_setup());
    advance(e);
    const Product j(10);
    const UseRegion r(0);
    const double before = consumption_of(e.market, e.technology, j, r);
    e.market.use_price(j, r) *= 1.25;
    CHECK(consumption_of(e.market, e.technology, j, r) == Approx(before / 1.25));
    CHECK(before == Approx(e.technology.consumption.domestic[j] * e.market.uses[r].consumption).epsilon(1e-6));
}

TEST_CASE("government and public investment are real and as at the start, by population")
{
    const Economy e = planned(start_economy(resting_setup()));
    double people = 0, government = 0, building = 0;
    for (const auto& r : china()->regions) people += r.population;
    for (UseRegion r : e.groups.each<UseRegion>()) {
        CHECK(e.market.uses[r].government ==
              Approx(e.technology.government_total * china()->regions[r].population / people));
        government += e.market.uses[r].government;
        building += e.market.uses[r].public_investment;
    }
    CHECK(government == Approx(e.technology.government_total));
    CHECK(building == Approx(e.technology.public_investment_total));
}

TEST_CASE("exports fall with the domestic price by their elasticity")
{
    Economy e = start_economy(resting_setup());
    advance(e);
    std::size_t exporter = 0;
    while (e.market.export_start.all[exporter] <= 0) ++exporter;
    const Cell k(exporter);
    e.market.price[k] = 1.1;
    plan_final_demand(e, Draws(1, 0));
    CHECK(e.market.foreign[k] ==
          Approx(e.market.export_start[k] * std::pow(1.1, -e.setup.parameters.demand.export_elasticity)));
    double sum = 0;
    for (double x : e.market.export_start.all) sum += x;
    CHECK(sum == Approx(e.technology.exports_total).epsilon(1e-9));
}

TEST_CASE("foreign demand is luck that fades")
{
    Setup setup = small_setup();
    setup.parameters.luck.export_spread = 0;
    Economy e = start_economy(setup);
    advance(e);
    e.world.demand_luck = 0.1;
    plan_final_demand(e, Draws(1, 0));
    CHECK(e.world.demand_luck == Approx(0.1 * setup.parameters.luck.export_persistence));
    const Cell k(0);
    CHECK(e.market.foreign[k] == Approx(e.market.export_start[k] * std::exp(e.world.demand_luck) *
                                        std::pow(e.market.price[k], -setup.parameters.demand.export_elasticity)));
}

TEST_CASE("what the market is asked for is use by households, government, investors and producers")
{
    const Economy e = planned(start_economy(resting_setup()));
    ByCell baskets;
    baskets.shape(e.groups);
    for (std::size_t g = 0; g < e.groups.size(); ++g)
        baskets[e.groups.cell(g)] += from_fixed_goods(e.sums[g].basket_ordered);
    for (Product j : e.groups.each<Product>())
        for (UseRegion r : e.groups.each<UseRegion>()) {
            if (j % 4 != 0) continue;
            double wanted = consumption_of(e.market, e.technology, j, r) +
                            government_use_of(e.market, e.technology, j, r) +
                            building_of(e.market, e.technology, j, r) +
                            e.technology.capital_goods.domestic[j] * e.market.uses[r].producers_investment;
            for (Cell k : e.groups.each<Cell>())
                if (e.groups.use_of(k) == r)
                    wanted += e.market.basket(k, j) * baskets[k] +
                              e.technology.input(j, e.groups.sector_of(k)) * e.pools.expected[k];
            INFO("sector " << j << " region " << r);
            CHECK(e.market.wanted(j, r) == Approx(wanted).epsilon(1e-9));
        }
}
