// Outside equity (equity.hpp, funds.hpp): rounds, what stakes earn, and how they end.
#include "tests/models/equity.hpp"

#include "models/ledger/till.hpp"
#include "models/state.hpp"
#include "tests/models/books.hpp"

#include <array>
#include <map>

using namespace rongtong;

namespace {

// Columns repeat the table, founders keep control, the table is in order.
void check_stakes(const Economy& e)
{
    const auto& stakes = e.equity.stakes;
    std::map<std::uint64_t, std::pair<double, double>> held;
    for (std::size_t k = 0; k < stakes.size(); ++k) {
        REQUIRE(stakes[k].share > 0);
        if (k > 0) REQUIRE(stakes[k - 1].firm <= stakes[k].firm);
        held[stakes[k].firm].first += stakes[k].share;
        if (stakes[k].kind == Investor::corporate) held[stakes[k].firm].second += stakes[k].share;
    }
    std::size_t firms = 0;
    for (std::size_t row = 0; row < e.firms.rows(); ++row) {
        if (e.firms.investor_share[row] == 0) continue;
        ++firms;
        REQUIRE(e.firms.state[row] == FirmState::active);
        const auto [all, corporate] = held.at(e.firms.id[row]);
        REQUIRE(static_cast<double>(e.firms.investor_share[row]) == Approx(all));
        REQUIRE(static_cast<double>(e.firms.corporate_share[row]) == Approx(corporate));
        REQUIRE(all <= e.setup.parameters.equity.largest_share);
    }
    REQUIRE(firms == held.size());
}

struct StakeSums {
    std::array<Money, 4> invested, sold; // by investor, as Event counts them
    Money lost_at_end;
};

StakeSums sum_stakes(const Economy& e)
{
    StakeSums sums;
    const auto& stakes = e.records.stakes;
    REQUIRE(std::ranges::is_sorted(stakes, {}, &Event::firm));
    for (const Event& x : stakes) {
        REQUIRE(x.investor > 0);
        REQUIRE((x.partner > 0) == (x.investor == 2));
        REQUIRE(x.share > 0);
        if (x.kind == EventKind::investment) sums.invested[x.investor] += x.paid;
        if (x.kind == EventKind::stake_sale) sums.sold[x.investor] += x.paid;
        if (x.kind == EventKind::stake_end) sums.lost_at_end += x.lost;
    }
    return sums;
}

// The events of stakes tell the same as the month's sums.
void check_events(const Economy& e)
{
    const auto& x = e.equity.month;
    const StakeSums sums = sum_stakes(e);
    REQUIRE(sums.invested == std::array<Money, 4>{Money(), x.from_private, x.from_corporate, x.from_funds});
    REQUIRE(sums.sold[1] == x.private_sales);
    REQUIRE(sums.sold[3] == x.fund_sales);
    REQUIRE(sums.sold[1] + sums.sold[2] + sums.sold[3] == x.sales);
    REQUIRE(sums.lost_at_end == x.written_off);
}

} // namespace

TEST_CASE("a share is the money over what the firm is worth with it, and never more than is left", "[equity]")
{
    CHECK(share_sold(Money(100), Money(300)) == 0.25);
    CHECK(most_raised(Money(300), 0, 0.250001) == Approx(100));
    CHECK(most_raised(Money(300), 0.2, 0.400001) == Approx(100)); // a quarter of the four fifths that founders hold
    CHECK(most_raised(Money(300), 0.5, 0.4) == 0);
    CHECK(independence(0.4, 0.5) == 0.8);
}

TEST_CASE("dividends and last payouts are split by shares to the fen", "[equity]")
{
    Economy e = after(small_setup(), 3);
    const auto [row, leader] = firm_and_leader(e);
    hold(e, row,
         {stake(e, row, Investor::private_investors, 0.2), stake(e, row, Investor::corporate, 0.1, e.firms.id[leader]),
          stake(e, row, Investor::fund, 0.05)});
    const Money cash = e.firms.cash[leader];
    const Purse before = owner_of(e, e.groups[e.firms.group[row]]);
    note_payout(e, row, PayoutKind::dividend, Money(1001));
    pay_investors(e);
    CHECK(e.equity.month.private_dividends == Money(200)); // of 200.20
    CHECK(e.firms.cash[leader] - cash == Money(100));      // of 100.10
    CHECK(e.equity.month.fund_dividends == Money(50));     // of 50.05; founders keep 651, of 650.65
    CHECK(before[Flow::dividends] - owner_of(e, e.groups[e.firms.group[row]])[Flow::dividends] == Money(350));
    CHECK(e.equity.stakes.size() == 3);

    e.firms.state[row] = FirmState::gone;
    e.equity.stakes[0].covered = 0.5f;
    e.work.equity.payouts[0].push_back({static_cast<std::uint32_t>(row), PayoutKind::last_payout, Money(1001)});
    pay_investors(e);
    CHECK(e.equity.month.private_payouts == Money(200));
    CHECK(e.equity.month.loss_shares == Money(400)); // half of what the private investors lose
    CHECK(e.equity.month.written_off == Money(800 + 900 + 950));
    CHECK(e.equity.stakes.empty());
    CHECK(e.firms.investor_share[row] == 0);
}

TEST_CASE("books close in months with many rounds, exits and funds, whatever the threads", "[equity]")
{
    const auto run = [] {
        Setup setup = with_policy(lively(small_setup(2000)), fund());
        setup = with_policy(setup, policy_of("investment_incubation", {0.5, 2, 0.5}));
        Economy e = start_economy(setup);
        Money raised, corporate, funds, sales, away, written_off, shared;
        for (int m = 0; m < 40; ++m) {
            advance(e);
            recount_books(e);
            check_stakes(e);
            check_events(e);
            const auto& x = e.equity.month;
            REQUIRE(x.raised == x.from_private + x.from_corporate + x.from_funds);
            REQUIRE(x.from_funds == x.additional + x.crowded_out);
            REQUIRE(x.displaced <= x.from_funds);
            REQUIRE(e.accounts.balance(Asset::deposits, Account::funds) == Money());
            raised += x.raised, corporate += x.from_corporate, funds += x.from_funds, sales += x.sales;
            away += x.private_dividends + x.fund_dividends, written_off += x.written_off, shared += x.loss_shares;
        }
        return std::tuple(raised, corporate, funds, sales, away, written_off, shared, state_hash(e));
    };
    const auto one = with_threads(1, run);
    const auto [raised, corporate, funds, sales, away, written_off, shared, hash] = one;
    WARN("raised " << raised.yuan() << ", of chain leaders " << corporate.yuan() << ", public " << funds.yuan()
                   << "; sales " << sales.yuan() << ", dividends to investors " << away.yuan() << ", written off "
                   << written_off.yuan() << ", losses shared " << shared.yuan());
    for (Money m : {raised, corporate, funds, sales, away, written_off, shared}) CHECK(m > Money());
    CHECK(with_threads(2, run) == one);
}

TEST_CASE("without the switch, or without anyone who asks, nothing is sold and nothing else changes", "[equity]")
{
    Setup off = lively(small_setup()), none = lively(small_setup());
    off.parameters.equity.equity_switch = 0;
    none.parameters.equity.openness = 0;
    Economy a = after(off, 24), b = after(none, 24);
    CHECK(a.total.equity_asks == 0);
    CHECK(a.equity.private_room == Money());
    a.equity.private_room = b.equity.private_room;
    CHECK(state_hash(a) == state_hash(b));
}

TEST_CASE("a fund sells at the end of its term and government gets the money", "[equity]")
{
    Economy e = after(small_setup(), 3);
    const auto [row, leader] = firm_and_leader(e);
    Stake s = stake(e, row, Investor::fund, 1e-4);
    s.ends = e.month + 2;
    hold(e, row, {s});
    advance(e);
    const auto kept = [&] { return std::ranges::count(e.equity.stakes, s.firm, &Stake::firm); };
    CHECK(kept() == 1);
    advance(e);
    CHECK(kept() == 0);
    CHECK(e.equity.month.fund_sales > Money());
    CHECK(e.accounts.flows(Flow::fund_returns, Account::government) >= e.equity.month.fund_sales);
}

TEST_CASE("stakes of a firm that leaves go to its buyer, its owners or the receiver", "[equity]")
{
    Economy e = after(small_setup(), 3);
    const auto [row, leader] = firm_and_leader(e);
    std::size_t holder = row + 1;
    while (e.firms.state[holder] != FirmState::active || holder == leader ||
           e.groups[e.firms.group[holder]].owner != Owner::private_owner)
        ++holder;
    const auto after_exit = [&](EventKind kind, std::uint64_t partner) {
        hold(e, row, {stake(e, row, Investor::corporate, 0.3, e.firms.id[holder])});
        Event event{kind, e.firms.id[holder], e.firms.group[holder], 1, Money(), Money()};
        event.partner = partner;
        e.work.exits.assign(1, {}), e.work.mergers.clear();
        (kind == EventKind::merger ? e.work.mergers : e.work.exits[0]).push_back(event);
        e.firms.state[holder] = FirmState::gone;
        hand_over_stakes(e);
        return e.equity.stakes;
    };
    const auto sold = after_exit(EventKind::merger, e.firms.id[leader]);
    REQUIRE(sold.size() == 1);
    CHECK(sold[0].investor == e.firms.id[leader]);
    CHECK(e.firms.corporate_share[row] == 0.3f);
    const auto closed = after_exit(EventKind::closure, 0);
    CHECK(closed[0].kind == Investor::private_investors);
    CHECK(e.firms.corporate_share[row] == 0);
    CHECK(e.firms.investor_share[row] == 0.3f);
    const auto failed = after_exit(EventKind::bankruptcy, 0);
    CHECK(failed[0].kind == Investor::fund);
    CHECK(failed[0].ends == e.month);
    CHECK(after_exit(EventKind::merger, e.firms.id[row]).empty()); // in itself
    CHECK(e.firms.investor_share[row] == 0);
}
