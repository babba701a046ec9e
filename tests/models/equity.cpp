// Outside equity and the levers guidance_fund and investment_incubation (equity.hpp, funds.hpp).
#include "models/capital/equity.hpp"

#include "models/capital/funds.hpp"
#include "models/capital/merger.hpp"
#include "models/orders/pricing.hpp"
#include "models/population/leaders.hpp"
#include "models/state.hpp"
#include "tests/models/books.hpp"
#include "tests/models/policies.hpp"

#include <map>

using namespace rongtong;

namespace {

// Many rounds and quick exits.
Setup lively(Setup setup)
{
    auto& r = setup.parameters.equity;
    r.openness = 1, r.private_budget = 0.1, r.smallest_round = 1000, r.hold_months = 6, r.exit_rate = 3;
    r.corporate_reserve = 0.5, r.least_return = 0.02;
    return setup;
}

Policy fund(std::int32_t start = 1)
{
    return policy_of("guidance_fund", {2000, 1, 0.05, 12, 0.5}, start);
}

// A private firm that is no chain leader and holds no stakes, and a chain leader.
std::pair<std::size_t, std::size_t> firm_and_leader(Economy& e)
{
    std::size_t leader = e.firms.rows();
    for (auto id : e.turnover.leaders)
        if (id != 0 && leader == e.firms.rows()) leader = row_of(e, id);
    for (std::size_t row = 0; row < e.firms.rows(); ++row)
        if (e.firms.state[row] == FirmState::active && e.firms.workers[row] > 5 && row != leader &&
            e.groups[e.firms.group[row]].owner == Owner::private_owner && !is_leader(e, row))
            return {row, leader};
    throw std::runtime_error("no firm");
}

Stake stake(const Economy& e, std::size_t row, Investor kind, double share, std::uint64_t investor = 0)
{
    Stake s{};
    s.firm = e.firms.id[row];
    s.kind = kind;
    s.investor = investor;
    s.share = share;
    s.cost = Money(1000);
    s.month = e.month;
    return s;
}

void hold(Economy& e, std::size_t row, std::vector<Stake> stakes)
{
    e.equity.stakes = std::move(stakes);
    set_shares(e, row);
}

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
    hold(e, row, {stake(e, row, Investor::private_investors, 0.2),
                  stake(e, row, Investor::corporate, 0.1, e.firms.id[leader]), stake(e, row, Investor::fund, 0.05)});
    const Money cash = e.firms.cash[leader];
    const FirmSums before = e.sums[e.firms.group[row]];
    note_payout(e, row, PayoutKind::dividend, Money(1001));
    pay_investors(e);
    CHECK(e.equity.month.private_dividends == Money(200)); // of 200.20
    CHECK(e.firms.cash[leader] - cash == Money(100));      // of 100.10
    CHECK(e.equity.month.fund_dividends == Money(50));     // of 50.05; founders keep 651, of 650.65
    CHECK(e.sums[e.firms.group[row]].dividends_away - before.dividends_away == 350);
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
            const auto& x = e.equity.month;
            REQUIRE(x.raised == x.from_private + x.from_corporate + x.from_funds);
            REQUIRE(x.from_funds == x.additional + x.crowded_out);
            REQUIRE(x.displaced <= x.from_funds);
            REQUIRE(e.accounts.balance(Asset::deposits, Account::funds) == Money());
            raised += x.raised, corporate += x.from_corporate, funds += x.from_funds, sales += x.sales;
            away += Money(e.total.dividends_away), written_off += x.written_off, shared += x.loss_shares;
        }
        return std::tuple(raised, corporate, funds, sales, away, written_off, shared, state_hash(e));
    };
    const auto one = with_threads(1, run);
    const auto [raised, corporate, funds, sales, away, written_off, shared, hash] = one;
    WARN("raised " << raised.yuan() << ", of chain leaders " << corporate.yuan() << ", public " << funds.yuan() << "; sales "
                   << sales.yuan() << ", dividends to investors " << away.yuan() << ", written off " << written_off.yuan()
                   << ", losses shared " << shared.yuan());
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

TEST_CASE("a guidance fund adds rounds, and part of it goes where private money would have gone", "[equity]")
{
    std::vector<double> additional, displaced, raised;
    for (std::uint32_t replicate = 0; replicate < 5; ++replicate) {
        const Setup setup = small_setup(6000, 1, replicate);
        Economy base = start_economy(setup), with = start_economy(with_policy(setup, fund(13)));
        double add = 0, displace = 0, more = 0, in = 0;
        for (int m = 0; m < 36; ++m) {
            advance(base), advance(with);
            const auto& x = with.equity.month;
            add += x.additional.yuan(), displace += x.displaced.yuan(), in += x.from_funds.yuan();
            more += x.raised.yuan() - base.equity.month.raised.yuan();
        }
        additional.push_back(add / in), displaced.push_back(displace / in), raised.push_back(more / in);
    }
    const auto a = interval_of(additional), d = interval_of(displaced), r = interval_of(raised);
    WARN("of a yuan of the fund: additional " << a.mean << " +- " << a.half << ", displaced " << d.mean << " +- " << d.half
                                              << "; raised more than without it " << r.mean << " +- " << r.half);
    CHECK(a.above_zero());
    CHECK(d.above_zero());
    CHECK(r.above_zero());
}

TEST_CASE("what chain leaders hold lowers a supplier's markup where incubation costs independence", "[equity]")
{
    const Policy policy = policy_of("investment_incubation", {0.5, 2, 0.5});
    Economy free = after(with_policy(small_setup(), policy), 3);
    const auto [row, leader] = firm_and_leader(free);
    Economy held = free;
    hold(held, row, {stake(held, row, Investor::corporate, 0.4, held.firms.id[leader])});
    const double before = free.firms.price[row], speed = free.setup.parameters.pricing.price_speed;
    advance(free), advance(held);
    const auto markup = [&](const Economy& e) {
        return (before + (e.firms.price[row] - before) / speed) / e.firms.unit_cost[row] - 1;
    };
    CHECK(markup(held) == Approx(0.8 * markup(free)));
}

TEST_CASE("incubation brings public money beside that of chain leaders, and more of theirs", "[equity]")
{
    // leaders with much above a low reserve, of which they may put in little
    const auto corporate = [](std::uint32_t replicate, std::vector<double> incubation) {
        Setup setup = lively(small_setup(4000, 1, replicate));
        setup.parameters.equity.corporate_budget = 0.002;
        setup.parameters.equity.strategic_return = 0.5;
        Economy e = start_economy(with_policy(setup, policy_of("investment_incubation", std::move(incubation))));
        Money leaders, funds;
        for (int m = 0; m < 36; ++m) {
            advance(e);
            leaders += e.equity.month.from_corporate, funds += e.equity.month.from_funds;
        }
        return std::pair(leaders.yuan(), funds.yuan());
    };
    std::vector<double> more;
    for (std::uint32_t replicate = 0; replicate < 5; ++replicate) {
        const auto without = corporate(replicate, {0, 1, 0}), with = corporate(replicate, {0.5, 4, 0});
        CHECK(without.second == 0);
        CHECK(with.second == Approx(0.5 * with.first).epsilon(1e-5));
        more.push_back((with.first - without.first) / without.first);
    }
    const auto m = interval_of(more);
    WARN("money of chain leaders rises by " << m.mean << " +- " << m.half << " of itself with four times the budget");
    CHECK(m.above_zero());
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
