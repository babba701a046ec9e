// Banks and the central bank: their start, their books, what they offer (models/capital/banking.hpp, models/start/banks.cpp).
#include "models/capital/banking.hpp"
#include "models/capital/scoring.hpp"

#include "tests/models/policies.hpp"

using namespace rongtong;

TEST_CASE("banks differ in size and reach, and every firm has one that serves its region")
{
    const Economy e = start_economy(small_setup(3000));
    const auto& rules = e.setup.parameters.banks;
    REQUIRE(e.banks.size() == rules.national + rules.regional * static_cast<double>(e.groups.regions()));
    for (std::size_t r = 0; r < e.groups.regions(); ++r) {
        double sum = 0;
        for (std::size_t b = 0; b < e.banks.size(); ++b) sum += bank_weight(e, b, r);
        CHECK(sum == Approx(1));
    }
    std::vector<double> firms(e.banks.size());
    for (std::size_t row = 0; row < e.firms.rows(); ++row) {
        const Bank& bank = e.banks[e.firms.bank[row]];
        REQUIRE((bank.region < 0 || static_cast<std::size_t>(bank.region) == region_of(e, row)));
        firms[e.firms.bank[row]] += 1.0 / 3000;
    }
    CHECK(firms[0] == Approx(0.6 * 12 / 25).margin(0.03)); // 1 / (1 + 1/2 + 1/3 + 1/4)
    CHECK(firms[0] > firms[3]);
}

TEST_CASE("banks start with the capital they want and stay there")
{
    Economy e = start_economy(resting_setup());
    check_banking(e);
    const auto start = e.banks;
    for (const auto& bank : start) CHECK(bank.capital_ratio() >= e.setup.parameters.banks.wanted_capital);
    advance(e, 24);
    for (std::size_t b = 0; b < start.size(); ++b) {
        CHECK(e.banks[b].equity().yuan() == Approx(start[b].equity().yuan()).epsilon(1e-5));
        CHECK(e.banks[b].loans.yuan() == Approx(start[b].loans.yuan()).epsilon(1e-6));
        CHECK(e.banks[b].dividends > Money());
    }
}

TEST_CASE("what a bank earns and pays is the change of its equity")
{
    Economy e = after(small_setup(2000), 30);
    for (int month = 0; month < 6; ++month) {
        const auto before = e.banks;
        advance(e);
        for (std::size_t b = 0; b < before.size(); ++b) {
            const Bank& bank = e.banks[b];
            REQUIRE(bank.equity() - before[b].equity() == bank.loan_interest + bank.discount + bank.bond_interest +
                                                              bank.reserve_interest + bank.rescue -
                                                              bank.deposit_interest - bank.advance_interest -
                                                              bank.dividends - bank.lost - bank.factored_lost);
        }
        check_banking(e);
    }
}

TEST_CASE("a bank with little capital lends to the safest first, no more than it may, at a higher rate")
{
    Economy e = start_economy(resting_setup());
    e.policy.conditions.credit_supply = 1;
    Bank& bank = e.banks[0];
    bank.loans = Money(10000), bank.bonds = Money(5000), bank.reserves = Money(1000), bank.advances = Money();
    bank.deposits = Money(16000 - 1100); // equity 1 100: 11 percent, room of 476 at 10.5
    bank.repaid = Money(24);
    bank.approved = {};
    bank.approved[3] = Money(300), bank.approved[6] = Money(400), bank.approved[9] = Money(100);
    offer_credit(e);
    CHECK(bank.allot[3] == 1);
    CHECK(bank.allot[6] == Approx((1100 / 0.105 - 10000 + 24 - 300) / 400));
    CHECK(bank.allot[9] == 0);
    const auto& rules = e.setup.parameters.banks;
    CHECK(bank.rate == Approx(rules.loan_rate + rules.capital_spread * (rules.wanted_capital - 0.11)));
    CHECK(bank.cutoff ==
          Approx(log_odds(e.setup.parameters.credit.largest_risk) + std::log(0.11 / rules.wanted_capital)));
    CHECK(e.banks[1].allot[9] == 1);
    CHECK(e.banks[1].rate == Approx(rules.loan_rate));
}

TEST_CASE("only a bank short of capital keeps borrowers alive, and only where that is on")
{
    Setup setup = resting_setup();
    setup.parameters.credit.evergreening = 1;
    Economy e = start_economy(setup);
    e.policy.conditions.credit_supply = 1;
    CHECK_FALSE(keeps_alive(e, 0));
    e.banks[0].deposits += Money(e.banks[0].equity().fen / 2);
    CHECK(keeps_alive(e, 0));
    e.setup.parameters.credit.evergreening = 0;
    CHECK_FALSE(keeps_alive(e, 0));
}

TEST_CASE("a bank whose equity is gone is brought back to its least capital, and is government's")
{
    for (const double rescue : {0.0, 1.0}) {
        Setup setup = resting_setup();
        setup.parameters.banks.rescue = rescue;
        Economy e = start_economy(setup);
        Bank& bank = e.banks[1];
        // Its owners owe it: their deposits grow by more than its equity, and the central bank lends it the reserves.
        const Money gone(bank.equity().fen * 5 / 4);
        bank.advances += gone;
        bank.reserves -= Money();
        e.central_bank.advances += gone;
        e.government.treasury += gone;
        move_deposits(e);
        REQUIRE(bank.equity() < Money());
        advance(e);
        check_banking(e);
        if (rescue > 0) {
            CHECK(e.ledger.government.paid(Flow::bank_rescue) == bank.rescue);
            CHECK(bank.capital_ratio() == Approx(setup.parameters.banks.least_capital).epsilon(1e-3));
            CHECK(bank.state_share == 1);
        } else {
            CHECK(bank.rescue == Money());
            CHECK(bank.equity() < Money());
        }
    }
}

TEST_CASE("bonds that are bought back come from who has some, not from a central bank that owes bonds")
{
    Economy e = start_economy(resting_setup());
    Money held;
    for (const auto& bank : e.banks) held += bank.bonds;
    REQUIRE(held.fen > 1000000);
    e.progress.trend = 0;
    e.central_bank.bonds = Money(-held.fen / 2); // as a damaged checkpoint says
    e.government.trend_bonds = Money();
    e.government.new_bonds = Money(-1000000);
    move_reserves(e);
    CHECK(e.central_bank.bonds == Money(-held.fen / 2));
    Money left;
    for (const auto& bank : e.banks) left += bank.bonds;
    CHECK(held - left == Money(1000000));
}

TEST_CASE("without credit there are no loans, and money is backed by bonds and reserves")
{
    const Economy e = after(without_credit(small_setup(1000)), 12);
    for (const auto& bank : e.banks) CHECK(bank.loans == Money());
    CHECK(e.total.flow(Flow::loan_interest) == 0);
    CHECK(e.total.granted == 0);
    check_banking(e);
}
