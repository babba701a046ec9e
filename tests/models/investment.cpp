// Investment in capital and quality (models/capital/investment.hpp).
#include "models/capital/investment.hpp"

#include "tests/models/fixture.hpp"

using namespace rongtong;

TEST_CASE("capital is replaced and the gap closed slowly")
{
    CHECK(capital_order(1000, 100, 10, 0.12, 0.02) == Approx(10));     // at rest: a hundredth wears out a month
    CHECK(capital_order(1200, 100, 10, 0.12, 0.02) == Approx(12 - 4)); // 200 too much
    CHECK(capital_order(800, 100, 10, 0.12, 0.02) == Approx(8 + 4));
    CHECK(capital_order(1e5, 1, 10, 0.12, 0.02) == 0); // no disinvestment
}

TEST_CASE("a part of unusual profit goes into quality")
{
    CHECK(upgrade_order(0.10, 0.04, 100, 0.1) == Approx(0.6));
    CHECK(upgrade_order(0.04, 0.04, 100, 0.1) == 0);
    CHECK(upgrade_order(-0.2, 0.04, 100, 0.1) == 0);
}

TEST_CASE("unusual profit buys the quality that the rule says, and it fades")
{
    Economy e = start_economy(resting_setup());
    const auto& demand = e.setup.parameters.demand;
    std::size_t row = 0;
    while (e.firms.margin[row] < 0.03f) ++row;
    const double usual = e.technology.sectors[sector_of(e, row)].margin, expected = e.firms.expected[row];
    e.firms.margin[row] = static_cast<float>(usual + 0.02);
    const double upgrade = upgrade_order(e.firms.margin[row], usual, expected, demand.quality_upgrade);
    const double plain = capital_order(e.firms.capital[row], expected, e.technology.sectors[sector_of(e, row)].capital,
                                       e.setup.parameters.accounting.depreciation,
                                       e.setup.parameters.accounting.investment_speed);
    const double capital = e.firms.capital[row];
    advance(e);
    CHECK(e.firms.investment[row] == Approx(plain + upgrade));
    CHECK(e.firms.quality[row] == Approx(1 + demand.quality_gain * upgrade / expected).epsilon(1e-6));
    CHECK(e.firms.capital[row] == Approx(capital).epsilon(1e-9)); // quality is no capital
    e.firms.margin[row] = static_cast<float>(usual - 0.05);
    const double lead = e.firms.quality[row] - 1.0;
    advance(e);
    CHECK(e.firms.quality[row] - 1.0 == Approx(lead * (1 - demand.quality_decay)).epsilon(1e-4));
}

TEST_CASE("a firm without spare cash does not invest")
{
    Economy e = start_economy(resting_setup());
    std::size_t row = 0; // keeps wages and what it must pay, little more
    while (e.firms.workers[row] < 3 || e.firms.investment[row] <= 0) ++row;
    const double usual = e.firms.investment[row];
    Economy rich = e;
    advance(rich);
    const Money fixed_costs(rich.firms.spent[row].fen / 2);
    e.households[region_of(e, row)].deposits += e.firms.cash[row] - fixed_costs;
    e.firms.cash[row] = fixed_costs;
    move_deposits(e);
    advance(e);
    CHECK(rich.firms.investment[row] == Approx(usual));
    CHECK(e.firms.investment[row] < usual);
}
