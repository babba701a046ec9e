// The market: trade shares, rationing, what is paid (models/orders/market.cpp, models/start/market.cpp).
#include "models/orders/import_shares.hpp"
#include "tests/models/fixture.hpp"

using namespace rongtong;

TEST_CASE("trade shares sum to one over origins, at the start and after years")
{
    Economy e = start_economy(small_setup());
    const auto check = [&](const Trade& shares) {
        for (Product j : e.groups.each<Product>())
            for (UseRegion r : e.groups.each<UseRegion>()) {
                double sum = 0;
                for (OriginRegion q : e.groups.each<OriginRegion>()) sum += shares(j, r, q);
                REQUIRE(sum == Approx(1).epsilon(1e-12));
            }
        for (double x : shares.all) REQUIRE(x >= 0);
    };
    check(e.market.trade_start);
    advance(e, 24);
    check(e.market.trade);
}

TEST_CASE("at the start what is ordered of each cell is what its firms and pool can sell")
{
    Economy e = start_economy(resting_setup(2000));
    std::vector<double> sales = e.pools.output_at_start;
    for (std::size_t row = 0; row < e.firms.rows(); ++row) {
        double linked = 0;
        for (auto edge : e.links.network.incoming(row)) linked += e.links.flow[edge].ordered;
        sales[e.groups.cell(e.firms.group[row])] += e.firms.expected[row] - linked;
    }
    advance(e);
    double total = 0, gap = 0;
    for (Cell k : e.groups.each<Cell>()) {
        total += sales[k];
        gap += std::fabs(e.market.ordered[k] - sales[k]);
        if (e.technology.sectors[e.groups.sector_of(k)].has_firms && sales[k] > 0)
            CHECK(e.market.ordered[k] == Approx(sales[k]).epsilon(1e-5));
    }
    CHECK(gap < 1e-5 * total);
}

TEST_CASE("fitted trade falls with distance")
{
    const Economy e = start_economy(small_setup());
    std::size_t tradable = 0, local = 0;
    while (!e.technology.sectors[tradable].tradable) ++tradable;
    while (e.technology.sectors[local].tradable || !e.technology.sectors[local].has_firms) ++local;
    // odds ratios of a fitted table are those of its kernel, whatever the totals
    const auto odds = [&](std::size_t s) {
        const auto share = [&](std::size_t use, std::size_t origin) {
            return e.market.trade_start(Product(s), UseRegion(use), OriginRegion(origin));
        };
        return share(0, 0) * share(1, 1) / (share(0, 1) * share(1, 0));
    };
    const auto& km = china()->regions;
    const double distance = km[0].km[0] * km[1].km[1] / (km[0].km[1] * km[1].km[0]);
    CHECK(odds(tradable) == Approx(std::pow(distance, -e.setup.parameters.network.decay_tradable)).epsilon(1e-6));
    CHECK(odds(local) == Approx(std::pow(distance, -e.setup.parameters.network.decay_local)).epsilon(1e-6));
}

TEST_CASE("a dearer region loses sales by the elasticity of substitution")
{
    Economy e = start_economy(resting_setup());
    advance(e);
    const Product j(12);
    const UseRegion r(2);
    e.market.price[e.groups.cell(j, OriginRegion(1))] = 1.1;
    post_prices(e);
    const double factor = std::pow(1.1, -e.setup.parameters.demand.trade_substitution);
    double sum = 0, price = 0;
    const auto weight = [&](OriginRegion q) { return e.market.trade_start(j, r, q) * (q == 1 ? factor : 1); };
    for (OriginRegion q : e.groups.each<OriginRegion>()) sum += weight(q);
    for (OriginRegion q : e.groups.each<OriginRegion>()) {
        const double share = weight(q) / sum;
        CHECK(e.market.trade(j, r, q) == Approx(share).epsilon(1e-6));
        price += share * (q == 1 ? 1.1 : 1);
    }
    CHECK(e.market.use_price(j, r) == Approx(price).epsilon(1e-6));
}

namespace {

// What cells shipped on the market in the month, and what they earned: pools and firms.
struct Sales {
    ByCell goods, yuan;
};

Sales sales_of(const Economy& e)
{
    Sales sales;
    sales.goods.shape(e.groups), sales.yuan.shape(e.groups);
    for (Cell k : e.groups.each<Cell>()) {
        sales.goods[k] = e.pools.shipped[k];
        sales.yuan[k] = e.pools.revenue[k].yuan();
    }
    for (std::size_t g = 0; g < e.groups.size(); ++g) {
        sales.goods[e.groups.cell(g)] += from_fixed_goods(e.sums[g].comparable_shipped);
        sales.yuan[e.groups.cell(g)] += Money(e.sums[g].market_revenue).yuan();
    }
    return sales;
}

} // namespace

TEST_CASE("what arrives in all uses is what was shipped, and what is paid is what was earned")
{
    Setup setup = small_setup();
    ShockEvent event{"flood", find_shock("capacity_loss"), 3, {0.7, 12, 0}, {}};
    event.target.regions = std::bitset<8>(1);
    setup.shocks.push_back(event);
    Economy e = start_economy(setup);
    double worst_fill = 1;
    for (int month = 0; month < 8; ++month) {
        const ByUse abroad = e.market.import_shift; // of this month
        advance(e);
        const Sales sales = sales_of(e);
        for (Product j : e.groups.each<Product>()) {
            double arrived = 0, paid = 0, made = 0, earned = 0;
            for (UseRegion r : e.groups.each<UseRegion>()) {
                const double fill = e.market.fill(j, r);
                REQUIRE(fill <= 1 + 1e-6); // sums of goods are in thousandths
                REQUIRE(fill >= 0);
                worst_fill = std::min(worst_fill, fill);
                const double shift = abroad(j, r), home = e.market.home_fill(j, r);
                const double imported = e.market.wanted(j, r) * arrives_from_abroad(shift, home);
                arrived += e.market.wanted(j, r) * fill - imported;
                paid += e.market.wanted(j, r) * e.market.pay(j, r) - imported * e.world.import_price;
            }
            for (OriginRegion q : e.groups.each<OriginRegion>()) {
                const Cell k = e.groups.cell(j, q);
                if (e.market.ordered[k] > 0) {
                    arrived += e.market.foreign[k] * sales.goods[k] / e.market.ordered[k];
                    paid += e.market.foreign[k] * sales.yuan[k] / e.market.ordered[k];
                }
                made += sales.goods[k], earned += sales.yuan[k];
            }
            INFO("month " << e.month << " sector " << j);
            REQUIRE(arrived == Approx(made).epsilon(1e-6).margin(1));
            REQUIRE(paid == Approx(earned).epsilon(1e-6).margin(1));
        }
    }
    CHECK(worst_fill < 0.98); // the flood is felt
}

TEST_CASE("a pool never ships more than is ordered or its hands and inputs allow")
{
    Setup setup = small_setup();
    setup.shocks.push_back({"boom", find_shock("demand"), 2, {0.5, 6, 0, 1, 1, 1, 0}, {}});
    Economy e = start_economy(setup);
    for (int month = 0; month < 6; ++month) {
        const auto persons = e.pools.persons, supply = e.pools.supply;
        advance(e);
        for (std::size_t k = 0; k < persons.size(); ++k) {
            if (e.pools.output_at_start[k] <= 0) continue;
            REQUIRE(e.pools.shipped[k] <= e.pools.ordered[k] * (1 + 1e-12));
            const double hands = persons[k] / e.pools.persons_at_start[k] * e.pools.output_at_start[k] *
                                 (1 + 2 * setup.parameters.ordering.overtime);
            REQUIRE(e.pools.shipped[k] <= hands * supply[k] * (1 + 1e-12));
        }
    }
}
