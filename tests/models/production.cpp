// Production and rationing by hand (models/orders/production.hpp).
#include "models/orders/production.hpp"

#include "tests/models/fixture.hpp"

using namespace rongtong;

TEST_CASE("stored inputs together: the worst shortage counts, spare goods of the market stand in")
{
    SECTION("nothing lacks: the scarcest stock bounds")
    {
        InputCheck check{100, 0};
        check.add(1, 150, 1);
        check.add(0.5, 300, 2.5);
        CHECK(check.missing == 0);
        CHECK(check.factor() == 1);
        CHECK(check.loosest == Approx(120));
    }
    SECTION("20 of 100 lack, nothing to spare")
    {
        InputCheck check{100, 0};
        check.add(1, 80, 1);
        check.add(0.5, 300, 2);
        CHECK(check.missing == Approx(20));
        CHECK(check.factor() == Approx(0.8));
    }
    SECTION("half of production goes on without an input rated a half")
    {
        InputCheck check{100, 0};
        check.add(0.5, 0, 1);
        CHECK(check.factor() == Approx(0.5));
    }
    SECTION("half of what lacks can be taken from the market basket")
    {
        InputCheck check{100, 10};
        check.add(1, 80, 1);
        CHECK(check.factor() == Approx(0.9));
    }
    SECTION("two shortages share the spare goods in proportion")
    {
        InputCheck check{100, 30};
        check.add(1, 80, 1);     // 20 lack, a fifth of the need
        check.add(0.5, 10, 0.5); // 40 of 50 lack, half critical: worst = 0.5 * 0.8 = 0.4
        CHECK(check.missing == Approx(60));
        CHECK(check.factor() == Approx(1 - 0.4 * 0.5));
    }
    SECTION("the basket itself")
    {
        InputCheck check{100, 0};
        check.add_basket(0.6, 30, 0.5);
        CHECK(check.factor() == Approx(1 - 0.6 * 0.4));
        InputCheck enough{100, 0};
        enough.add_basket(0.6, 60, 0.5);
        CHECK(enough.factor() == 1);
        CHECK(enough.loosest == Approx(120));
    }
}

TEST_CASE("capital and labour limits")
{
    CHECK(capital_limit(1, 156, 2, 0.78) == Approx(100));
    CHECK(capital_limit(0.5, 156, 2, 0.78) == Approx(50));
    CHECK(labour_limit(10, 5, 0.1) == Approx(55));
}

TEST_CASE("makers make what they plan, services what is ordered, all customers get the same share")
{
    auto out = produce(120, 100, 10, true, 90, 1); // limited to 90, ten on stock
    CHECK(out.made == 90);
    CHECK(out.shipped == 100);
    CHECK(out.fill == Approx(100.0 / 120));
    out = produce(80, 100, 10, true, 1000, 1); // makes the plan, keeps the rest
    CHECK(out.made == 100);
    CHECK(out.shipped == 80);
    CHECK(out.fill == 1);
    out = produce(120, 100, 0, false, 110, 1); // a service is made in the month
    CHECK(out.made == 110);
    CHECK(out.fill == Approx(110.0 / 120));
    out = produce(0, 100, 0, false, 110, 1);
    CHECK(out.made == 0);
    CHECK(out.fill == 1);
    out = produce(90, 100, 0, false, 110, 0.5); // of what is ordered, not of what was planned
    CHECK(out.made == 45);
}

TEST_CASE("no firm of a run makes more than its inputs, capital and workers allow, or ships what it has not")
{
    Setup setup = small_setup();
    ShockEvent event{"flood", find_shock("capacity_loss"), 4, {0.5, 6, 0}, {}};
    event.target.regions = std::bitset<8>(1);
    setup.shocks.push_back(event);
    Economy e = after(setup, 3);
    const auto& rules = setup.parameters.ordering;
    for (int month = 0; month < 6; ++month) {
        const Firms before = e.firms;
        advance(e);
        for (std::size_t row = 0; row < before.rows(); ++row) {
            if (e.firms.state[row] != FirmState::active) continue;
            const auto group = e.firms.group[row];
            const double capacity = e.policy.conditions.groups[group].capacity;
            const double limit = capital_limit(
                capacity, before.capital[row],
                e.firms.capital_need[row] * e.technology.sectors[sector_of(e, row)].capital, rules.normal_utilisation);
            REQUIRE(e.firms.made[row] <= limit * (1 + 1e-12));
            REQUIRE(e.firms.made[row] <= e.firms.producible[row] * (1 + 1e-12));
            REQUIRE(e.firms.made[row] <=
                    labour_limit(e.firms.workers[row], e.firms.productivity[row], rules.overtime) * (1 + 1e-12));
            REQUIRE(e.firms.finished[row] >= 0);
            const double shipped = before.finished[row] + e.firms.made[row] - e.firms.finished[row];
            REQUIRE(shipped <= e.firms.orders[row] * (1 + 1e-9) + 1e-6);
        }
    }
}
