// The books of each month (models/capital/books.cpp): made anew from rows, and tampered with.
#include "sim/error.hpp"

#include "tests/models/books.hpp"

#include <string>

using namespace rongtong;

namespace {

// The message of the AccountingError that the next month ends with.
std::string complaint(Economy& e)
{
    try {
        advance(e);
    } catch (const AccountingError& error) {
        return error.what();
    }
    return "no complaint";
}

void complains(Economy& e, const std::string& account, const std::string& amount)
{
    const std::string message = complaint(e);
    INFO(message);
    CHECK(message.find("month " + std::to_string(e.month) + ":") == 0);
    CHECK(message.find(account) != std::string::npos);
    CHECK(message.find(amount) != std::string::npos);
}

} // namespace

TEST_CASE("the books balance to the fen in each of sixty months")
{
    Economy e = start_economy(small_setup());
    for (int month = 0; month < 60; ++month) {
        advance(e);
        recount_books(e);
    }
}

TEST_CASE("each account's flows are the change of its deposits")
{
    Economy e = after(small_setup(), 4);
    const Money households = e.households[0].deposits + e.households[1].deposits + e.households[2].deposits +
                             e.households[3].deposits;
    const Money treasury = e.government.treasury, firms = sum_of(e.firms.cash), world = e.world.account;
    advance(e);
    const auto net = [&](Account account) {
        Money sum;
        for (std::size_t f = 0; f < flow_names.size(); ++f)
            if (static_cast<Flow>(f) != Flow::deposits) sum += e.accounts.flows(static_cast<Flow>(f), account);
        return sum;
    };
    Money now;
    for (const auto& h : e.households) now += h.deposits;
    CHECK(now - households == net(Account::households));
    CHECK(e.government.treasury - treasury == net(Account::government));
    CHECK(e.world.account - world == net(Account::world));
    CHECK(sum_of(e.firms.cash) - firms == net(Account::micro_firms) + net(Account::small_firms) +
                                              net(Account::medium_firms) + net(Account::large_firms));
    CHECK(net(Account::clearing) == Money());
    CHECK(net(Account::pools) == Money());
}

TEST_CASE("the goods of each month add up, from rows")
{
    Economy e = after(small_setup(), 2);
    for (int month = 0; month < 9; ++month) { // no compaction on the way
        const Firms before = e.firms;
        advance(e);
        double opening = 0, closing = 0, made = 0, orders = 0;
        for (std::size_t row = 0; row < before.rows(); ++row) {
            if (before.state[row] == FirmState::gone || e.firms.state[row] == FirmState::gone) continue;
            opening += before.finished[row], closing += e.firms.finished[row];
            made += e.firms.made[row], orders += e.firms.orders[row];
        }
        const double shipped = opening + made - closing;
        REQUIRE(shipped <= orders * (1 + 1e-9));
        REQUIRE(shipped >= 0.9 * orders);
    }
}

TEST_CASE("a fen too much in the deposits of households is found")
{
    Economy e = after(small_setup(600), 3);
    e.households[2].deposits += Money(1);
    complains(e, "households", "0.01 yuan");
}

TEST_CASE("a fen too little in the cash of one firm is found")
{
    Economy e = after(small_setup(600), 3);
    const std::size_t row = 5;
    REQUIRE(e.firms.state[row] == FirmState::active);
    e.firms.cash[row] -= Money(1);
    complains(e, std::string(size_names[static_cast<std::size_t>(e.groups[e.firms.group[row]].size)]) + "_firms",
              "-0.01 yuan");
}

TEST_CASE("a fen in the treasury, in the world's account, in the bank's bonds is found")
{
    Economy e = after(small_setup(600), 2), abroad = e, bank = e, both = e;
    e.government.treasury += Money(1);
    complains(e, "government", "0.01 yuan");
    abroad.world.account -= Money(1);
    complains(abroad, "world", "-0.01 yuan");
    bank.government.bonds += Money(100);
    complains(bank, "bonds", "-1.00 yuan");
    both.banks[3].bonds += Money(100);
    both.government.bonds += Money(100);
    complains(both, "bank", "1.00 yuan");
}

TEST_CASE("a fen in a bank's loans, deposits, reserves or advances is found")
{
    const Economy e = after(small_setup(600), 2);
    for (auto member : {&Bank::loans, &Bank::deposits, &Bank::reserves, &Bank::advances}) {
        Economy other = e;
        other.banks[1].*member += Money(1);
        const std::string message = complaint(other);
        INFO(message);
        CHECK(message.find("0.01 yuan") != std::string::npos);
    }
}

TEST_CASE("a fen in what a firm owes or claims is found")
{
    Economy e = after(small_setup(600), 2), claim = e;
    e.firms.payable[7] += Money(1);
    complains(e, "trade_credit", "-0.01 yuan");
    claim.firms.receivable[7] += Money(1);
    complains(claim, "trade_credit", "0.01 yuan");
}

TEST_CASE("a fen in one cell of the ring of invoices is found")
{
    Economy e = after(small_setup(600), 2);
    std::size_t row = 0;
    while (e.links.network.count[row] == 0 || e.firms.state[row] != FirmState::active) ++row;
    e.links.ring[ring_months - 1 - 3][e.links.network.first[row]] += Money(1); // due in month 4
    std::string message;
    for (int month = 0; month < 13 && (message.empty() || message == "no complaint"); ++month) message = complaint(e);
    INFO(message);
    CHECK(message.find("0.01 yuan") != std::string::npos);
}

TEST_CASE("goods from nowhere are found")
{
    Economy e = after(small_setup(600), 2);
    std::size_t row = 0;
    for (std::size_t k = 0; k < e.firms.rows(); ++k)
        if (e.firms.finished[k] > e.firms.finished[row]) row = k;
    const double made = from_fixed_goods(e.total.made);
    e.firms.finished[row] += 1e-3 * made;
    const std::string message = complaint(e);
    INFO(message);
    CHECK(message.find("finished goods") != std::string::npos);
}
