// Entry, succession and what becomes of used capital (models/population/entry.cpp, founding.cpp, exit_odds.hpp; firm/leave.cpp).
#include "models/population/exit_odds.hpp"

#include "tests/models/fixture.hpp"
#include "tests/models/owners.hpp"

#include <algorithm>
#include <map>
#include <set>

using namespace rongtong;

TEST_CASE("an emptied cell gets an entrant in the same month")
{
    Setup setup = without_owners(without_credit(small_setup()));
    Economy e = start_economy(setup);
    std::map<std::size_t, std::vector<std::size_t>> cells;
    for (std::size_t row = 0; row < e.firms.rows(); ++row) cells[e.groups.cell(e.firms.group[row])].push_back(row);
    int emptied = 0;
    for (const auto& [cell, rows] : cells) {
        if (rows.size() != 1 || emptied == 3) continue;
        ++emptied;
        const auto id = e.firms.id[rows[0]];
        Economy next = e;
        empty_till(next, rows[0]);
        advance(next);
        std::size_t here = 0;
        for (std::size_t row = 0; row < next.firms.rows(); ++row) {
            if (next.firms.state[row] != FirmState::active || next.groups.cell(next.firms.group[row]) != cell) continue;
            CHECK(next.firms.id[row] != id);
            CHECK(next.firms.born[row] == 1);
            ++here;
        }
        CHECK(here >= 1);
    }
    REQUIRE(emptied > 0);
}

TEST_CASE("entrants bring their owners' money and the price of new capital, take capital of firms that left, and have "
          "permanent ids of their own")
{
    Economy e = start_economy(small_setup(2000));
    std::set<std::uint64_t> ids(e.firms.id.begin(), e.firms.id.end());
    const auto& rules = e.setup.parameters.turnover;
    std::size_t seen = 0;
    for (int month = 0; month < 11; ++month) {
        advance(e);
        Money brought;
        for (const auto& event : e.records.events) {
            if (event.kind != EventKind::entry) continue;
            CHECK(ids.insert(event.firm).second);
            const auto row = static_cast<std::size_t>(std::find(e.firms.id.begin(), e.firms.id.end(), event.firm) -
                                                      e.firms.id.begin());
            REQUIRE(row < e.firms.rows());
            const auto& s = e.technology.sectors[sector_of(e, row)];
            const double wanted = s.capital * e.firms.capital_need[row] * e.firms.expected[row];
            const double price = e.market.capital_price[UseRegion(region_of(e, row))];
            CHECK(e.firms.cash[row] ==
                  round_fen(100 * rules.entrant_cash * e.firms.unit_cost[row] * e.firms.expected[row]) +
                      round_fen(100 * price * (wanted - e.firms.capital[row])));
            CHECK(e.firms.capital[row] <= rules.used_share * wanted * (1 + 1e-12));
            brought += e.firms.cash[row];
            ++seen;
        }
        CHECK(Money(e.total.flow(Flow::entry_capital)) == brought);
        CHECK(e.accounts.flows(Flow::entry_capital, Account::households) == Money() - brought);
    }
    CHECK(seen > 50);
}

TEST_CASE("events are the entries, closures, bankruptcies and mergers of the month")
{
    Economy e = start_economy(small_setup(2000));
    std::int64_t firms = static_cast<std::int64_t>(e.firms.rows());
    for (int month = 0; month < 24; ++month) {
        advance(e);
        std::array<std::int64_t, event_names.size()> count{};
        for (const auto& event : e.records.events) ++count[static_cast<std::size_t>(event.kind)];
        REQUIRE(count[0] == e.total.entries);
        REQUIRE(count[1] == e.total.closures);
        REQUIRE(count[2] == e.total.defaults);
        REQUIRE(count[3] == e.total.mergers);
        REQUIRE(count[static_cast<std::size_t>(EventKind::succession)] == e.total.successions);
        firms += count[0] - count[1] - count[2] - count[3];
        std::int64_t active = 0;
        for (auto state : e.firms.state) active += state == FirmState::active;
        REQUIRE(active == firms);
        REQUIRE(e.total.firms == firms);
    }
}

TEST_CASE("entry follows expected exits, without a base there is none")
{
    Setup none = small_setup(), few = small_setup(), many = small_setup();
    none.parameters.turnover.entry_base = 0;
    few.parameters.turnover.entry_base = 0.5;
    many.parameters.turnover.entry_base = 3;
    const auto entries = [](const Setup& setup) {
        Economy e = start_economy(setup);
        std::int64_t n = 0;
        for (int month = 0; month < 11; ++month) advance(e), n += e.total.entries;
        return n;
    };
    CHECK(entries(none) == 0);
    CHECK(entries(few) > 0);
    CHECK(entries(many) > 2 * entries(few));
}

TEST_CASE("odds of being wound up fall with size, and the firm that carries its market is never wound up")
{
    TurnoverRules rules = default_parameters().turnover;
    rules.closure_rate = 0.12, rules.closure_size = 0.5, rules.succession = 8, rules.succession_share = 0.2;
    rules.usual_default = 0.0024;
    const ExitOdds odds(rules);
    CHECK(odds.closure(1, 1, 100, 0) == Approx(0.01));
    CHECK(odds.closure(9, 1, 100, 0) == Approx(0.01 / 3 * std::exp(-1)));
    CHECK(odds.closure(401, 1, 100, 0) == Approx(0.01 / std::sqrt(401.0) * std::exp(-50))); // beyond the table
    rules.closure_profit = 10;
    CHECK(ExitOdds(rules).closure(1, 1, 100, 0.1) ==
          Approx(0.01 * std::exp(1))); // a margin of .1 less than its sector's
    CHECK(odds.closure(9, 21, 100, 0) == 0);
    CHECK(odds.all(9, 21, 100, 0) == Approx(0.0002));
    rules.succession = 0;
    CHECK(ExitOdds(rules).closure(9, 21, 100, 0) == Approx(0.01 / 3));
}

TEST_CASE("a firm whose owner finds a successor goes on as it was")
{
    Setup setup = without_mergers(small_setup(2000));
    setup.parameters.turnover.closure_rate = 0.5;
    Economy e = start_economy(setup);
    int seen = 0;
    for (int month = 0; month < 6; ++month) {
        Economy before = e;
        advance(e);
        for (const auto& event : e.records.events) {
            if (event.kind != EventKind::succession) continue;
            const auto at = std::find(e.firms.id.begin(), e.firms.id.end(), event.firm);
            REQUIRE(at != e.firms.id.end());
            const auto row = static_cast<std::size_t>(at - e.firms.id.begin());
            if (e.firms.state[row] != FirmState::active) continue; // defaulted in the same month
            CHECK(e.firms.bank[row] == before.firms.bank[row]);
            CHECK(e.firms.born[row] == before.firms.born[row]);
            ++seen;
        }
    }
    CHECK(seen > 20);
}

TEST_CASE("used capital: what leaves comes in, founders and scrapping take out, its holders are paid")
{
    Economy e = start_economy(small_setup(2000));
    const auto held = [&] {
        double sum = 0;
        for (double k : e.turnover.used_capital) sum += k;
        return sum;
    };
    for (int month = 0; month < 10; ++month) {
        const double before = held();
        advance(e);
        const double in = from_fixed_goods(e.total.freed_capital), out = from_fixed_goods(e.total.entry_capital);
        CHECK(held() == Approx(before + in - e.turnover.scrapped - out).epsilon(1e-9));
        CHECK(e.turnover.scrapped == Approx(e.setup.parameters.turnover.scrapping * (before + in)).epsilon(1e-9));
        CHECK(e.accounts.flows(Flow::used_capital, Account::government) == Money()); // no budget money
    }
}
