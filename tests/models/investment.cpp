// Investment in capital and quality (models/capital/investment.hpp).
#include "models/capital/investment.hpp"

#include "tests/models/fixture.hpp"

using namespace rongtong;

namespace {

AccountingRules rules_of()
{
    AccountingRules rules = default_parameters().accounting;
    rules.depreciation = 0.12, rules.own_speed = 0.03, rules.investment_speed = 0.01, rules.user_cost = 0.3;
    return rules;
}

} // namespace

TEST_CASE("capital is replaced, what all lack is built slowly, what one firm lacks beside the others fast")
{
    const auto rules = rules_of();
    CHECK(capital_order(1000, 1000, 1, 0, rules) == Approx(10));              // at rest: a hundredth wears out a month
    CHECK(capital_order(1200, 1000, 1, 0, rules) == Approx(12 - 0.03 * 200)); // too much, the others have enough
    CHECK(capital_order(800, 1000, 1, 0, rules) == Approx(8 + 0.03 * 200));
    CHECK(capital_order(1000, 1100, 1.1, 0, rules) == Approx(10 + 0.01 * 100)); // it lacks what all lack
    CHECK(capital_order(1e5, 10, 1, 0, rules) == 0);                            // no disinvestment
}

TEST_CASE("wanted capital falls with the real rate by the elasticity of its user cost")
{
    const auto rules = rules_of();
    CHECK(user_cost_factor(0, 0.03, rules) == 1);
    CHECK(user_cost_factor(0.015, 0.03, rules) == Approx(std::pow(1.1, -0.3)));
    CHECK(user_cost_factor(-0.015, 0.03, rules) == Approx(std::pow(0.9, -0.3)));
    CHECK(user_cost_factor(-1, 0.03, rules) == Approx(std::pow(0.1, -0.3))); // bounded
}

TEST_CASE("the nation's gap is wanted over present capital, and investors go by a mean of planned output")
{
    Economy e = start_economy(resting_setup());
    CHECK(static_cast<double>(e.total.capital_wanted) == Approx(static_cast<double>(e.total.capital)));
    std::size_t row = 0;
    while (e.firms.workers[row] < 40 || e.technology.sectors[sector_of(e, row)].holds_stock) ++row;
    const double usual = e.firms.usual_output[row];
    e.firms.expected[row] *= 0.76;
    advance(e);
    CHECK(e.firms.usual_output[row] == Approx(usual * (1 - 0.24 / 12)).epsilon(1e-6));
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
    const double usual = e.firms.usual_margin[row], expected = e.firms.expected[row];
    e.firms.margin[row] = static_cast<float>(usual + 0.02);
    const double upgrade = upgrade_order(e.firms.margin[row], usual, expected, demand.quality_upgrade);
    const double wanted = expected * e.firms.capital_need[row] * e.technology.sectors[sector_of(e, row)].capital;
    const double plain = capital_order(e.firms.capital[row], wanted, 1, 0, e.setup.parameters.accounting);
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
