// Payout to owners (models/capital/payout.hpp).
#include "models/capital/payout.hpp"

#include "tests/models/fixture.hpp"

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
        wanted += (1 - e.setup.parameters.accounting.profit_tax) * e.firms.usual_margin[row] * e.firms.expected[row];
    advance(e);
    CHECK(Money(e.total.dividends).yuan() == Approx(wanted).epsilon(1e-6));
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
