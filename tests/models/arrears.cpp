// Interest on what is late, and its age (arrears.hpp).
#include "models/capital/arrears.hpp"

#include "tests/models/policies.hpp"

using namespace rongtong;

namespace {

Setup claiming(Setup setup, double rate, double claimed)
{
    setup.parameters.terms.arrears_rate = rate;
    setup.parameters.terms.arrears_claimed = claimed;
    return setup;
}

} // namespace

TEST_CASE("interest of a month on what is past the habit of a link", "[arrears]")
{
    CHECK(arrears_interest(Money(1000000), 0.03) == Money(2500));
    CHECK(arrears_interest(Money(100), 0.1825) == Money(2)); // 1.52 fen
    CHECK(arrears_interest(Money(), 0.1825) == Money());
    Economy e = start_economy(resting_setup(500));
    Links& links = e.links;
    for (std::int32_t m = 7; m <= 14; ++m) links.due(0, m) = Money(std::int64_t{1} << (m - 7));
    CHECK(past_habit(links, 0, 10, 0) == Money(1 + 2 + 4 + 8));
    CHECK(past_habit(links, 0, 10, 1) == Money(1 + 2 + 4));
    CHECK(past_habit(links, 0, 10, 3) == Money(1));
    FirmSums s{};
    add_aged(s, 0, Money(1)), add_aged(s, 1, Money(2)), add_aged(s, 2, Money(4)), add_aged(s, 3, Money(8));
    CHECK(s.overdue_1 == 1);
    CHECK(s.overdue_2 == 2);
    CHECK(s.overdue_3 == 12);
}

TEST_CASE("what is late by age is what the links hold", "[arrears]")
{
    Economy e = start_economy(small_setup());
    std::int64_t old = 0;
    for (int month = 0; month < 24; ++month) {
        advance(e);
        std::int64_t aged[4] = {};
        for (std::size_t row = 0; row < e.firms.rows(); ++row)
            if (e.firms.state[row] != FirmState::gone)
                for_links(e, row, [&](auto edge) {
                    for (int k = 0; k < 4; ++k) aged[k] += e.links.due(edge, e.month - k).fen;
                });
        REQUIRE(e.total.overdue_1 == aged[0]);
        REQUIRE(e.total.overdue_2 == aged[1]);
        REQUIRE(e.total.overdue_3 == aged[2] + aged[3]);
        REQUIRE(e.total.overdue == aged[0] + aged[1] + aged[2] + aged[3]);
        old += e.total.overdue_3;
    }
    CHECK(old > 0);
}

TEST_CASE("interest is what suppliers earn, and becomes invoices, books close on any number of threads", "[arrears]")
{
    const auto run = [] {
        Setup setup = claiming(small_setup(2000), 0.3, 1);
        setup.parameters.luck.appeal_spread = 0.2; // more firms are behind
        Economy e = start_economy(setup);
        std::int64_t charged = 0;
        for (int month = 0; month < 40; ++month) {
            advance(e);
            check_banking(e);
            REQUIRE(e.total.arrears_charged == e.total.arrears_earned);
            Money claims = sum_of(e.firms.receivable);
            for (const auto& bank : e.banks) claims += bank.factored;
            REQUIRE(owed_over_links(e) == claims);
            REQUIRE(owed_over_links(e) == sum_of(e.firms.payable));
            charged += e.total.arrears_charged;
        }
        return std::tuple(charged, sum_of(e.firms.cash).fen, sum_of(e.firms.receivable).fen);
    };
    const auto one = with_threads(1, run);
    CHECK(std::get<0>(one) > 0);
    CHECK(with_threads(2, run) == one);
}

TEST_CASE("a buyer that pays by habit is charged nothing, one that is behind is charged by month", "[arrears]")
{
    Economy e = start_economy(claiming(resting_setup(), 0.12, 1));
    advance(e);
    CHECK(e.total.overdue > 0); // late by habit
    CHECK(e.total.arrears_charged == 0);
    std::size_t row = 0;
    while (!e.firms.overdue[row].fen || e.links.network.count[row] < 3) ++row;
    const auto edge = e.links.network.first[row];
    const auto supplier = e.links.network.target[edge];
    const std::int32_t late = e.links.habit[edge].late;
    e.firms.behind[row] = 1;
    e.links.due(edge, e.month - 3) += Money(100000); // 1 percent a month
    const Money before = e.links.due(edge, e.month + 1);
    const Money others = past_habit(e.links, edge, e.month, late) - Money(100000);
    const Money earned = e.firms.revenue[supplier], owed = e.firms.receivable[supplier];
    e.work.facts.resize(e.groups.size());
    charge_arrears(e, Draws(1, 0));
    const Money interest = e.links.due(edge, e.month + 1) - before;
    CHECK(interest == arrears_interest(Money(100000) + others, 0.12));
    CHECK(e.firms.revenue[supplier] - earned >= interest);
    CHECK(e.firms.receivable[supplier] - owed == e.firms.revenue[supplier] - earned);
}

TEST_CASE("without claims nothing is charged", "[arrears]")
{
    const Economy a = after(claiming(small_setup(), 0, 1), 24), b = after(claiming(small_setup(), 0.3, 0), 24);
    CHECK(a.total.arrears_charged == 0);
    CHECK(b.total.arrears_charged == 0);
    CHECK(a.firms.cash == b.firms.cash);
}

TEST_CASE("where the law binds late payment bears the penalty", "[arrears]")
{
    Setup setup = claiming(small_setup(6000), 0, 0);
    setup.parameters.luck.appeal_spread = 0.15; // so that some are short of money
    std::int64_t charged[2] = {};
    for (int k = 0; k < 2; ++k) {
        Economy e = start_economy(with_policy(setup, policy_of("payment_term_cap", {60, 1, k == 0 ? 0 : 0.1825})));
        for (int month = 0; month < 24; ++month) advance(e), charged[k] += e.total.arrears_charged;
    }
    CHECK(charged[0] == 0);
    CHECK(charged[1] > 0);
}

TEST_CASE("a cap for small suppliers leaves links to large ones alone", "[arrears]")
{
    const Economy e = start_economy(small_setup(3000));
    std::size_t large = 0;
    for (std::size_t edge = 0; edge < e.links.network.edges(); ++edge) {
        const bool small = e.groups[e.firms.group[e.links.network.target[edge]]].size != Size::large;
        REQUIRE(e.links.habit[edge].small == small);
        large += !small;
        CHECK(TermCap{1, 60, 0, true}.binds(e.links.place[edge], e.links.habit[edge]) == small);
        CHECK(TermCap{1, 60, 0, false}.binds(e.links.place[edge], e.links.habit[edge]));
        CHECK_FALSE(TermCap{}.binds(e.links.place[edge], e.links.habit[edge]));
    }
    CHECK(large > 0);
}
