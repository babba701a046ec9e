// How the debt on a link ends, and what the sums of the month see of it (capital/link_debt.hpp, ledger/balances.hpp).
#include "models/capital/link_debt.hpp"
#include "models/ledger/till.hpp"

#include "tests/models/fixture.hpp"

using namespace rongtong;

namespace {

// The first link on which something is owed, part of it late.
std::uint32_t late_link(const Economy& e)
{
    for (std::uint32_t edge = 0; edge < e.links.network.edges(); ++edge)
        if (e.links.due(edge, e.month).fen > 0 && e.links.due(edge, e.month + 1).fen > 0) return edge;
    return 0;
}

} // namespace

TEST_CASE("a debt that ends comes off what the buyer owes, what was late off what is overdue, by age")
{
    Economy e = after(small_setup(), 6);
    const auto edge = late_link(e);
    const auto buyer = e.links.network.owner(edge);
    const Money owed = e.links.owed(edge), payable = e.firms.payable[buyer], overdue = e.firms.overdue[buyer];
    Money late;
    for (std::int32_t m = e.month - 3; m <= e.month; ++m) late += e.links.due(edge, m);
    REQUIRE(late > Money());
    REQUIRE(owed > late);
    FirmSums s{};
    CHECK(take_debt(e, buyer, edge, s) == owed);
    CHECK(e.firms.payable[buyer] == payable - owed);
    CHECK(e.firms.overdue[buyer] == overdue - late);
    CHECK(s.overdue_1 + s.overdue_2 + s.overdue_3 == -late.fen);
    CHECK(e.links.owed(edge) == Money());
    CHECK(take_debt(e, buyer, edge, s) == Money());
}

TEST_CASE("the sums of group and bank follow a firm's balances that were opened")
{
    Economy e = after(small_setup(), 1);
    const std::size_t row = 7;
    REQUIRE(e.firms.state[row] == FirmState::active);
    const FirmSums before = sums_of(e, row);
    const BankSums bank = bank_sums_of(e, row);
    {
        const OpenBalances open(e, row);
        e.firms.cash[row] += Money(500);
        e.firms.payable[row] -= Money(20);
        e.firms.tax_due[row] += Money(3);
        e.firms.loan_long[row] += Money(100);
    }
    const FirmSums& after = sums_of(e, row);
    CHECK(after.cash == before.cash + 500);
    CHECK(after.payable == before.payable - 20);
    CHECK(after.tax_due == before.tax_due + 3);
    CHECK(after.loans == before.loans + 100);
    CHECK(after.receivable == before.receivable);
    CHECK(bank_sums_of(e, row).deposits == bank.deposits + 500);
    CHECK(bank_sums_of(e, row).loans == bank.loans + 100);
}
