// Flows, purses and the verbs that move a firm's money (ledger/).
#include "models/ledger/till.hpp"

#include "tests/models/fixture.hpp"

using namespace rongtong;

TEST_CASE("a firm that pays in a row phase posts its own side, and its partner gets the other")
{
    Economy e = after(small_setup(), 1);
    const std::size_t row = 5;
    FirmSums s{};
    const Money cash = e.firms.cash[row];
    pay(e.firms, row, s, Flow::wages, Money(700));
    receive(e.firms, row, s, Flow::market_sales, Money(900));
    CHECK(e.firms.cash[row] == cash + Money(200));
    CHECK(s.paid(Flow::wages) == 700);
    CHECK(s.flow(Flow::market_sales) == 900);

    e.ledger.open(e.households.size());
    e.sums.assign(e.groups.size(), FirmSums{});
    e.sums[e.firms.group[row]] = s;
    post_partners(e);
    CHECK(e.ledger.households[region_of(e, row)].received(Flow::wages) == Money(700));
    CHECK(e.ledger.clearing.paid(Flow::market_sales) == Money(900));
    CHECK(e.ledger.government.net() == Money());
}

TEST_CASE("dividends and last payouts go to the owner, the state or the region's households")
{
    Economy e = after(small_setup(2000), 1);
    e.ledger.open(e.households.size());
    e.sums.assign(e.groups.size(), FirmSums{});
    Money state, region_1;
    for (std::size_t g = 0; g < e.groups.size(); ++g) {
        const auto paid = static_cast<std::int64_t>(g + 1);
        e.sums[g].flow(Flow::dividends) = -paid;
        if (e.groups[g].owner == Owner::state) state += Money(paid);
        else if (e.groups[g].region == 1) region_1 += Money(paid);
    }
    post_partners(e);
    REQUIRE(state > Money());
    CHECK(e.ledger.government.received(Flow::dividends) == state);
    CHECK(e.ledger.households[1].received(Flow::dividends) == region_1);
}

TEST_CASE("payments after receipts move cash, the sums of group and bank, and the other side together")
{
    Economy e = after(small_setup(), 1);
    const std::size_t from = 3, to = 11;
    REQUIRE((e.firms.state[from] == FirmState::active && e.firms.state[to] == FirmState::active));
    const FirmSums payer = sums_of(e, from), payee = sums_of(e, to);
    const Money deposits(bank_sums_of(e, from).deposits + bank_sums_of(e, to).deposits);
    firm_pays_firm(e, from, to, Flow::invoices, Money(50));
    CHECK(sums_of(e, from).flow(Flow::invoices) + sums_of(e, to).flow(Flow::invoices) ==
          payer.flow(Flow::invoices) + payee.flow(Flow::invoices));
    CHECK(bank_sums_of(e, from).deposits + bank_sums_of(e, to).deposits == deposits.fen);
    const Money before = e.ledger.government[Flow::production_tax];
    const std::int64_t cash = sums_of(e, from).cash;
    firm_pays(e, from, Flow::production_tax, e.ledger.government, Money(30));
    CHECK(e.ledger.government[Flow::production_tax] == before + Money(30));
    CHECK(sums_of(e, from).cash == cash - 30);
}

TEST_CASE("money that is moved without the books stops the run")
{
    Economy e = after(small_setup(), 1);
    e.firms.cash[2] += Money(1);
    CHECK_THROWS_AS(advance(e), AccountingError);
}
