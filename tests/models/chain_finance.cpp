// Supply-chain finance (chain_finance.hpp): whose claims an invoice is, and who bears a loss.
#include "models/capital/chain_finance.hpp"

#include "models/network/leaders.hpp"
#include "tests/models/policies.hpp"

using namespace rongtong;

namespace {

Setup wide(std::uint64_t firms, double recourse = 0)
{
    Setup setup = small_setup(firms);
    auto& rules = setup.parameters.chain_finance;
    rules.large_anchors = 1, rules.need = 10, rules.recourse = recourse;
    return setup;
}

// Fails unless each supplier claims what is owed on its links but those that it sold; returns what is owed on those.
Money check_claims(const Economy& e)
{
    Money all_sold;
    for (std::size_t row = 0; row < e.firms.rows(); ++row) {
        if (e.firms.state[row] != FirmState::active) continue;
        Money own, sold;
        for (auto edge : e.links.network.incoming(row)) (e.links.habit[edge].sold ? sold : own) += e.links.owed(edge);
        REQUIRE(own == e.firms.receivable[row]);
        if (!e.firms.sells[row]) REQUIRE(sold == Money());
        all_sold += sold;
    }
    return all_sold;
}

Money bank_claims(const Economy& e)
{
    Money sum;
    for (const auto& bank : e.banks) sum += bank.factored;
    return sum;
}

} // namespace

TEST_CASE("a discount is interest on the amount until it is due", "[chain_finance]")
{
    CHECK(discount(Money(36000000), 0.05, 90) == Money(450000));
    CHECK(discount(Money(36000000), 0.05, 0) == Money());
}

TEST_CASE("sold invoices are the bank's, month by month, whatever the threads", "[chain_finance]")
{
    const auto run = [] {
        Economy e = start_economy(wide(2000));
        std::int64_t sold = 0, discount = 0;
        for (int m = 0; m < 40; ++m) {
            advance(e);
            check_banking(e);
            REQUIRE(check_claims(e) == bank_claims(e));
            sold += e.total.factored, discount += e.total.paid(Flow::factoring_discount);
        }
        CHECK(e.total.sellers > 20);
        CHECK(discount > 0);
        CHECK(static_cast<double>(discount) < 0.05 * static_cast<double>(sold)); // four months at 15 % a year
        return std::tuple(sold, discount, sum_of(e.firms.cash).fen, bank_claims(e).fen);
    };
    const auto one = with_threads(1, run);
    CHECK(with_threads(2, run) == one);
}

TEST_CASE("what an anchor leaves unpaid is the bank's loss, with recourse the supplier's", "[chain_finance]")
{
    std::array<Money, 2> losses;
    for (const double recourse : {0.0, 1.0}) {
        Setup setup = wide(1000, recourse);
        setup.parameters.credit.liquidation_value = 0; // so that the firms that fail leave something unpaid
        setup.shocks.push_back(shock_of("firm_failure", 31, {20, 0}));
        Economy e = after(setup, 30);
        REQUIRE(bank_claims(e) > Money());
        advance(e);
        Money lost;
        for (const auto& bank : e.banks) lost += bank.factored_lost;
        losses[recourse > 0] = lost;
        CHECK((e.total.bought_back > 0) == (recourse == 1));
        CHECK(check_claims(e) == bank_claims(e));
        for (int m = 0; m < 12; ++m) advance(e); // books close
    }
    CHECK(losses[1] < losses[0]); // a supplier that fails as well buys nothing back
}

TEST_CASE("money comes sooner to those who sell their invoices", "[chain_finance]")
{
    Setup off = wide(2000);
    off.parameters.chain_finance.chain_switch = 0;
    Economy with = after(wide(2000), 24), without = after(off, 24);
    CHECK(without.total.factored == 0);
    CHECK(bank_claims(without) == Money());
    CHECK(with.total.receivable < without.total.receivable);
}

TEST_CASE("without the switch nobody sells", "[chain_finance]")
{
    Setup off = small_setup(), none = small_setup();
    off.parameters.chain_finance.chain_switch = 0;
    none.parameters.chain_finance.need = 0;
    Economy a = after(off, 30), b = after(none, 30);
    CHECK(sum_of(a.firms.cash) == sum_of(b.firms.cash));
    CHECK(a.total.receivable == b.total.receivable);
    CHECK(a.next_id == b.next_id);
}
