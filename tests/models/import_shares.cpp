// Imports that answer prices and shortages (models/orders/import_shares.hpp).
#include "models/orders/import_shares.hpp"

#include "tests/models/policies.hpp"

using namespace rongtong;

TEST_CASE("the imported share rises with the price of home goods and with what home can't deliver")
{
    const auto rules = default_parameters().demand;
    CHECK(import_pull(1, 1, 1) == 0);
    CHECK(import_pull(1.1, 1, 1) == Approx(std::log(1.1)));
    CHECK(import_pull(1, 1, 0.25) == Approx(std::log(2)));
    CHECK(import_pull(1, 1, 0) == Approx(std::log(10))); // bounded
    CHECK(import_shift(0.2, 0, 0, rules) == Approx(0).margin(1e-15));
    const double odds = 0.25 * std::pow(1.1, rules.import_substitution);
    CHECK(import_shift(0.2, std::log(1.1), 0, rules) == Approx((odds / (1 + odds) - 0.2) / 0.8));
    CHECK(import_shift(0.2, 0, -0.1, rules) < 0); // home takes the place of imports
    CHECK(import_shift(0, 5, 5, rules) == 0);     // what is not imported stays so
    CHECK(arrives_from_abroad(0.3, 0) == 0.3);
    CHECK(arrives_from_abroad(-0.1, 0.5) == -0.05);
}

TEST_CASE("a product that home stops making is imported more, paid by its buyers to the world")
{
    Setup setup = resting_setup(1000);
    for (int m = 0; m < 3; ++m) {
        ShockEvent out = shock_of("capacity_loss", 2 + m, {1, 0, 1});
        out.label += std::to_string(m);
        out.target.sectors.reset();
        out.target.sectors.set(2); // crude oil and gas
        setup.shocks.push_back(out);
    }
    Economy base = after(resting_setup(1000), 4), e = after(setup, 4);
    const Product oil(2);
    REQUIRE(e.technology.sectors[2].tradable);
    for (UseRegion r : e.groups.each<UseRegion>()) {
        CHECK(base.market.import_shift(oil, r) == Approx(0).margin(1e-8));
        CHECK(e.market.import_shift(oil, r) > 0.2);
    }
    CHECK(e.ledger.clearing.paid(Flow::imports) > base.ledger.clearing.paid(Flow::imports));
    CHECK(e.accounts.flows(Flow::imports, Account::world) ==
          e.ledger.world.received(Flow::imports)); // in the matrix as in the purse
}
