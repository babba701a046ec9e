// Price and markup by hand (models/orders/pricing.hpp).
#include "models/orders/pricing.hpp"

#include "tests/models/fixture.hpp"

using namespace rongtong;

namespace {
constexpr PricingRules rules{
    .price_speed = 0.2, .markup_share_elasticity = 0.1, .markup_bound = 0.3, .buyer_power = 0.15};
}

TEST_CASE("the markup follows the level of the market share")
{
    CHECK(markup_factor(0.02, 0.02, 0.4, 0.4, rules) == 1);
    CHECK(markup_factor(0.06, 0.02, 0, 0, rules) == Approx(1 + 0.1 * 2 * 2.0 / 4)); // s = 3
    // a third of the share takes away what thrice the share adds
    CHECK(markup_factor(0.02 / 3, 0.02, 0, 0, rules) == Approx(1 - 0.1));
    CHECK(markup_factor(0.5, 0, 0, 0, rules) == 1); // no share at the start: no signal
}

TEST_CASE("a buyer with more power cuts the markup, within bounds")
{
    CHECK(markup_factor(0.02, 0.02, 0.5, 0.3, rules) == Approx(1 - 0.15 * 0.2));
    CHECK(markup_factor(0.02, 0.02, 0.1, 0.3, rules) == Approx(1 + 0.15 * 0.2));
    PricingRules strong = rules;
    strong.markup_share_elasticity = 1;
    CHECK(markup_factor(1e6, 0.02, 0, 0, strong) == Approx(1.3));
    CHECK(markup_factor(0, 0.02, 0, 0, strong) == Approx(0.7));
}

TEST_CASE("prices go a part of the way to unit cost and markup")
{
    CHECK(next_price(1, 0.8, 0.25, 0.2) == Approx(1));
    CHECK(next_price(1, 0.9, 0.25, 0.2) == Approx(1.025)); // wanted 1.125
    CHECK(next_price(1, 0.4, 0.25, 1) == Approx(0.5));
}

TEST_CASE("dearer work is passed on: all prices rise and none beyond the cost")
{
    Economy e = start_economy(resting_setup());
    for (auto& market : e.labour.all) market.wage_index = 1.1;
    advance(e, 2);
    for (std::size_t row = 0; row < e.firms.rows(); ++row) {
        const double labour = e.technology.sectors[sector_of(e, row)].labour;
        REQUIRE(e.firms.price[row] >= 1 - 1e-9);
        if (labour > 0.05) REQUIRE(e.firms.price[row] > 1.0005);
        REQUIRE(e.firms.price[row] < 1.1);
    }
}
