// The central bank's rate (models/capital/policy_rate.hpp).
#include "models/capital/policy_rate.hpp"

#include "models/capital/credit.hpp"

#include "tests/models/fixture.hpp"

using namespace rongtong;

namespace {

PolicyRate open_rate()
{
    PolicyRate p;
    p.rate = p.start = p.neutral = 0.045, p.unemployment = 0.05;
    return p;
}

} // namespace

TEST_CASE("at stable prices and usual unemployment the rate stays")
{
    const auto rules = default_parameters().policy_rate;
    PolicyRate p = open_rate();
    for (int month = 0; month < 12; ++month) p = next_rate(p, 1, 0.05, 0.05, rules);
    CHECK(p.rate == Approx(0.045));
    CHECK(p.real == Approx(0).margin(1e-15));
}

TEST_CASE("the rate rises with prices and falls when unemployment rises, by the equations")
{
    auto rules = default_parameters().policy_rate;
    const PolicyRate old = open_rate();
    const PolicyRate dear = next_rate(old, std::exp(0.01), 0.05, 0.05, rules); // 12 percent a year, a sixth of it seen
    CHECK(dear.inflation == Approx(0.12 / rules.inflation_memory));
    CHECK(dear.rate == Approx(0.045 + rules.speed * rules.inflation * dear.inflation));
    CHECK(dear.neutral == Approx(0.045 + rules.learning * (dear.rate - 0.045)));
    CHECK(dear.real == Approx((dear.rate - 0.045 - rules.expected_inflation * dear.inflation) / rules.memory));
    const PolicyRate slack = next_rate(old, 1, 0.056, 0.05, rules);
    const double change = 0.006 / rules.unemployment_memory;
    CHECK(slack.rate == Approx(0.045 - rules.speed * (rules.gap * change + rules.change * 12 * change)));
    PolicyRate low = old;
    for (int month = 0; month < 200; ++month) low = next_rate(low, low.price * 0.98, 0.2, 0.05, rules);
    CHECK(low.rate == 0); // never below
}

TEST_CASE("all rates follow: loans in full, on all that is owed, deposits in part")
{
    Economy e = after(resting_setup(), 2);
    Economy dear = e;
    dear.policy_rate.rate += 0.02, dear.policy_rate.neutral += 0.02;
    dear.setup.parameters.policy_rate.speed = 0; // stays where it is put
    advance(e), advance(dear);
    const auto interest = [](const Economy& x) { return static_cast<double>(x.total.paid(Flow::loan_interest)); };
    const double usual = usual_loan_rate(e.setup.parameters);
    CHECK(interest(dear) / interest(e) == Approx((usual + 0.02) / usual).epsilon(1e-4));
    const auto earned = [](const Economy& x) { return x.ledger.households[0].received(Flow::deposit_interest).yuan(); };
    const auto& p = e.setup.parameters;
    CHECK(earned(dear) / earned(e) ==
          Approx((p.banks.deposit_rate + p.policy_rate.pass * 0.02) / p.banks.deposit_rate).epsilon(1e-4));
}
