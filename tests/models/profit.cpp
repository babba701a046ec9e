// Profit counts what is put in stock (models/capital/profit.hpp).
#include "models/capital/profit.hpp"

#include "tests/models/fixture.hpp"

using namespace rongtong;

TEST_CASE("what is put in stock is no cost, what is taken out is one")
{
    CHECK(stock_built(10, 2.5) == Money(2500));
    CHECK(stock_built(-10, 2.5) == Money(-2500));
    CHECK(stock_built(0, 2.5) == Money());
}

TEST_CASE("a firm that fills its stocks of finished goods makes the profit of what it sells")
{
    Economy e = start_economy(resting_setup());
    std::size_t row = 0;
    while (!e.technology.sectors[sector_of(e, row)].holds_stock) ++row;
    const Sector& s = e.technology.sectors[sector_of(e, row)];
    Economy plain = e;
    advance(plain);
    e.total.finished -= fixed_goods(0.1 * e.firms.finished[row]);
    e.firms.finished[row] *= 0.9; // it makes more, and sells what it sold
    advance(e);
    REQUIRE(e.firms.made[row] > plain.firms.made[row] * 1.002);
    REQUIRE(e.firms.revenue[row].yuan() == Approx(plain.firms.revenue[row].yuan()).epsilon(0.01));
    const auto margin = [&](const Economy& x) {
        return 1 - x.firms.spent[row].yuan() / x.firms.revenue[row].yuan() - s.tax;
    };
    CHECK(margin(plain) == Approx(e.firms.usual_margin[row]).margin(1e-4));
    CHECK(margin(e) == Approx(e.firms.usual_margin[row]).margin(0.005)); // making more costs a hundredth of its sales
}
