// Scarcity, and that owners see it (models/orders/scarcity.hpp, models/firm/owner_money.cpp).
#include "models/orders/scarcity.hpp"

#include "tests/models/policies.hpp"

using namespace rongtong;

TEST_CASE("scarcity is the log of orders over deliveries, over three months")
{
    CHECK(next_scarcity(0, 100, 100) == 0);
    CHECK(next_scarcity(0, 100, 50) == Approx(std::log(2) / 3));
    CHECK(next_scarcity(0, 0, 0) == 0);
    CHECK(next_scarcity(0.3, 100, 100) == Approx(0.2));
    CHECK(next_scarcity(0, 100, 0) == Approx(std::log(100) / 3)); // bounded
}

TEST_CASE("the market knows where deliveries fall short")
{
    Setup setup = resting_setup(1000);
    auto out = shock_of("capacity_loss", 2, {1, 0, 1});
    out.target.sectors = std::bitset<64>(1u << 26); // s27
    setup.shocks.push_back(out);
    Economy e = after(setup, 2);
    for (Cell k : e.groups.each<Cell>()) {
        const bool hit = e.groups.sector_of(k) == 26 && e.market.ordered[k] > 0;
        if (hit) CHECK(e.market.scarcity[k] > 1);
    }
    advance(e, 24);
    for (Cell k : e.groups.each<Cell>()) CHECK(e.market.scarcity[k] < 0.05);
}

TEST_CASE("owners help a firm whose customers wait, whatever it lost, with owner_scarcity out of reach more firms of a "
          "sector that stood still are lost")
{
    const auto firms_left = [](double bound) {
        Setup setup = resting_setup(1000);
        setup.parameters.insolvency.owner_scarcity = bound;
        for (int month = 2; month < 8; ++month) {
            auto out = shock_of("capacity_loss", month, {1, 0, 1});
            out.target.sectors = std::bitset<64>(1u << 1); // s02
            setup.shocks.push_back(out);
        }
        Economy e = after(setup, 24);
        return sum_over_firms(e, [&](std::size_t row) { return sector_of(e, row) == 1 ? 1.0 : 0.0; });
    };
    CHECK(firms_left(0.1) > firms_left(5));
}
