// Expectation, planning and ordering by hand (models/orders/ordering.hpp).
#include "models/orders/ordering.hpp"

#include "tests/models/fixture.hpp"

using namespace rongtong;

namespace {

OrderingRules rules_of_test()
{
    OrderingRules r = default_parameters().ordering;
    r.finished_cover = 0.6;
    r.finished_speed = 0.25;
    return r;
}

} // namespace

TEST_CASE("expectations move by a share of the last error")
{
    CHECK(next_expectation(100, 140, 0.25, 0) == Approx(110));
    CHECK(next_expectation(100, 60, 0.25, 0) == Approx(90));
    CHECK(next_expectation(100, 140, 1, 0) == Approx(140));
    CHECK(next_expectation(77.3, 77.3, 0.25, 0) == 77.3);
}

TEST_CASE("makers of goods plan to close a part of the gap of their stock, services plan what they expect")
{
    const auto rules = rules_of_test();
    CHECK(planned_output(100, 60, true, 0, rules) == Approx(100));             // stock as wanted
    CHECK(planned_output(100, 40, true, 0, rules) == Approx(100 + 0.25 * 20)); // 20 goods short
    CHECK(planned_output(100, 100, true, 0, rules) == Approx(90));             // 40 goods too many
    CHECK(planned_output(10, 1000, true, 0, rules) == 0);                      // never negative
    CHECK(planned_output(100, 1000, false, 0, rules) == 100);
}

TEST_CASE("orders are up to a cover of the stock")
{
    CHECK(order_quantity(20, 30, 0.5, 0, 0.25, 0) == Approx(20));                    // stock as wanted: the month's use
    CHECK(order_quantity(20, 25, 0.5, 0.1, 0.25, 0) == Approx(20 * 1.1 + 0.25 * 5)); // noise is on the use only
    CHECK(order_quantity(20, 200, 0.5, 0, 0.25, 0) == 0);                            // 20 - 42.5: nothing
    CHECK(order_quantity(20, 0, 0.5, 0, 1, 0) == Approx(50));
    CHECK(order_quantity(0, 0, 0.5, 0.3, 0.25, 0) == 0);
}

TEST_CASE("a step of demand is amplified on its way upstream and dies out")
{
    const auto rules = default_parameters().ordering;
    const double cover = rules.input_cover, demand = 110;
    double expected = 100, stock = (1 + cover) * 100, highest = 0, last = 0;
    for (int month = 0; month < 200; ++month) {
        expected = next_expectation(expected, demand, rules.expectation_speed, 0);
        last = order_quantity(expected, stock, cover, 0, rules.input_speed, 0);
        stock += last - demand;
        highest = std::max(highest, last);
    }
    CHECK(highest > demand * 1.002);
    CHECK(last == Approx(demand).epsilon(1e-6));
    CHECK(stock == Approx((1 + cover) * demand).epsilon(1e-6));
}

TEST_CASE("firms of a run plan and order by these rules")
{
    Economy e = after(without_mergers(small_setup()), 3); // a buyer of firms expects what both expected
    const auto& rules = e.setup.parameters.ordering;
    const Firms before = e.firms;
    advance(e);
    std::size_t seen = 0;
    for (std::size_t row = 0; row < before.rows(); ++row) {
        if (e.firms.state[row] != FirmState::active || before.state[row] != FirmState::active) continue;
        const bool stock = e.technology.sectors[sector_of(e, row)].holds_stock;
        REQUIRE(e.firms.planned[row] == planned_output(before.expected[row], before.finished[row], stock, 0, rules));
        REQUIRE(e.firms.expected[row] ==
                next_expectation(before.expected[row], e.firms.orders[row], rules.expectation_speed, 0));
        ++seen;
    }
    CHECK(seen > 900);
}
