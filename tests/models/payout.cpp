// Payout to owners (models/capital/payout.hpp).
#include "models/capital/payout.hpp"

#include "tests/models/policies.hpp"

#include <cmath>

using namespace rongtong;

TEST_CASE("a share of the cash above the buffer is paid out")
{
    CHECK(payout(Money(1000000), 400000, 1.0 / 6) == Money(100000));
    CHECK(payout(Money(400000), 400000, 1.0 / 6) == Money());
    CHECK(payout(Money(399999), 400000, 1) == Money());
    CHECK(payout(Money(-5), 0, 1) == Money());
    CHECK(payout(Money(101), 0, 0.5) == Money(50)); // halves go to even
    CHECK(payout(Money(103), 0, 0.5) == Money(52));
}

TEST_CASE("at the start each firm pays out its profit after tax")
{
    Economy e = start_economy(resting_setup());
    double wanted = 0;
    for (std::size_t row = 0; row < e.firms.rows(); ++row)
        wanted += (1 - e.setup.parameters.accounting.profit_tax) * e.technology.sectors[sector_of(e, row)].margin *
                  e.firms.expected[row];
    advance(e);
    CHECK(Money(e.total.dividends).yuan() == Approx(wanted).epsilon(1e-6));
}

TEST_CASE("what customers owe as a rule is the mean over a firm's life, at most over its memory")
{
    float usual = 0;
    for (std::int32_t age = 0; age < 4; ++age) usual = next_usual_claims(usual, 1.0 + age, age, 120);
    CHECK(usual == Approx(2.5)); // of 1, 2, 3 and 4
    CHECK(next_usual_claims(2.5F, 0.5, 1000, 100) == Approx(2.48));
    CHECK(claims_in_months(Money(500), 100) == 5);
    CHECK(claims_in_months(Money(5000), 100) == longest_claims);
}

namespace {

struct Liquidity {
    double cash = 0, claims = 0;
};

// Of the firms to which customers owe more than a month of costs at the start; yuan.
Liquidity liquidity_of_creditors(const Economy& e, const Economy& start)
{
    Liquidity sum;
    for (std::size_t row = 0; row < e.firms.rows(); ++row) {
        if (start.firms.usual_claims[row] < 1) continue;
        sum.cash += e.firms.cash[row].yuan();
        sum.claims += e.firms.receivable[row].yuan();
    }
    return sum;
}

// Change since the start, two years after all customers have to pay within thirty days; over claims at the start.
Liquidity change_by_a_cap(double claims_weight)
{
    Setup setup = with_policy(resting_setup(), policy_of("payment_term_cap", {30, 1, 0, 0})); // of all buyers, for all
    setup.parameters.accounting.claims_weight = claims_weight;
    const Economy start = start_economy(setup);
    Economy e = start;
    advance(e, 24);
    const Liquidity before = liquidity_of_creditors(start, start), now = liquidity_of_creditors(e, start);
    return {(now.cash - before.cash) / before.claims, (now.claims - before.claims) / before.claims};
}

} // namespace

TEST_CASE("owners don't take out what only comes because customers pay sooner")
{
    const Liquidity without = change_by_a_cap(0), with = change_by_a_cap(1);
    WARN("without: cash " << without.cash << ", claims " << without.claims << "; with: cash " << with.cash
                          << ", claims " << with.claims);
    CHECK(without.claims < -0.3);
    CHECK(with.claims < -0.3);
    CHECK(std::fabs(without.cash) < 0.1); // it is gone in two years
    CHECK(with.cash > 0.2);               // these firms pay sooner as well
    CHECK(with.cash < -with.claims);
}

TEST_CASE("money beyond the buffer does not pile up")
{
    Economy e = start_economy(resting_setup());
    const std::size_t row = 10;
    const Money gift(e.firms.cash[row].fen * 5), usual = e.firms.cash[row];
    e.firms.cash[row] += gift;
    e.households[region_of(e, row)].deposits -= gift;
    move_deposits(e);
    const double kept = 1 - e.setup.parameters.accounting.payout_speed;
    advance(e);
    CHECK((e.firms.cash[row] - usual).yuan() == Approx(gift.yuan() * kept).epsilon(1e-3));
    advance(e, 60);
    CHECK(e.firms.cash[row].yuan() == Approx(usual.yuan()).epsilon(0.01));
}
