// Owners' money for firms that are short of cash (models/firm/owner_money.cpp).
#include "tests/models/fixture.hpp"

using namespace rongtong;

namespace {

// A firm without cash, of several workers.
std::size_t strand(Economy& e)
{
    std::size_t row = 0;
    while (e.firms.workers[row] < 3 || e.firms.margin[row] < 0 ||
           e.groups[e.firms.group[row]].owner != Owner::private_owner)
        ++row;
    e.households[region_of(e, row)].deposits += e.firms.cash[row];
    e.firms.cash[row] = Money();
    move_deposits(e);
    return row;
}

} // namespace

TEST_CASE("owners put months of sales into a firm that can't pay wages, and it goes on")
{
    Setup setup = without_credit(resting_setup());
    setup.parameters.insolvency.owner_chance = 1;
    Economy e = start_economy(setup);
    const std::size_t row = strand(e);
    const Money amount = round_fen(100 * setup.parameters.insolvency.owner_months * e.firms.price[row] *
                                   e.firms.expected[row]);
    advance(e);
    CHECK(e.firms.state[row] == FirmState::active);
    CHECK(Money(e.total.flow(Flow::owner_money)) == amount);
    CHECK(e.ledger.households[region_of(e, row)].paid(Flow::owner_money) == amount);
    CHECK(e.accounts.flows(Flow::owner_money, Account::households) == Money() - amount);
}

TEST_CASE("they put nothing into a firm that earns too little, or by chance")
{
    for (const bool poor : {true, false}) {
        Setup setup = without_credit(resting_setup());
        setup.parameters.insolvency.owner_chance = poor ? 1 : 0;
        Economy e = start_economy(setup);
        const std::size_t row = strand(e);
        if (poor) e.firms.margin[row] = static_cast<float>(setup.parameters.insolvency.owner_margin - 0.01);
        const auto id = e.firms.id[row];
        advance(e);
        CHECK(e.total.flow(Flow::owner_money) == 0);
        REQUIRE(e.records.events.size() == 1);
        CHECK(e.records.events[0].firm == id);
        CHECK(e.records.events[0].kind == EventKind::bankruptcy);
    }
}
