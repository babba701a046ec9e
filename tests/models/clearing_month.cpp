// Clearing inside the economy (models/capital/clearing.hpp): who can pay with what it receives, who can't, and the books.
#include "models/state.hpp"

#include "models/capital/clearing.hpp"
#include "tests/models/fixture.hpp"
#include "tests/models/owners.hpp"

#include <algorithm>

using namespace rongtong;

namespace {

Money wages_at_rest(const Economy& e, std::size_t row)
{
    const auto& s = e.technology.sectors[sector_of(e, row)];
    return round_fen(100 * s.labour * e.firms.labour_cost[row] * e.firms.expected[row]); // of the hours that it needs
}

Money paid_by(const Economy& e, std::size_t row)
{
    Money sum;
    for_links(e, row, [&](std::uint32_t edge) { sum += e.links.flow[edge].paid; });
    return sum;
}

Money paid_to(const Economy& e, std::size_t row)
{
    Money sum;
    for (auto edge : e.links.network.incoming(row)) sum += e.links.flow[edge].paid;
    return sum;
}

Money oldest_due(const Economy& e, std::size_t row) // three months past due in the first month
{
    Money sum;
    for_links(e, row, [&](std::uint32_t edge) { sum += e.links.due(edge, -2); });
    return sum;
}

// The first firm of more than one worker (whose wages are then known) that fits.
template <class F>
std::size_t find_firm(const Economy& e, const F& fits)
{
    for (std::size_t row = 0; row < e.firms.rows(); ++row)
        if (e.firms.workers[row] > 1 && fits(row)) return row;
    FAIL("no such firm");
    return 0;
}

std::vector<std::size_t> customers_of(const Economy& e, std::size_t row)
{
    std::vector<std::size_t> rows;
    for (std::size_t buyer = 0; buyer < e.firms.rows(); ++buyer)
        for_links(e, buyer, [&](std::uint32_t edge) {
            if (e.links.network.target[edge] == row && (rows.empty() || rows.back() != buyer)) rows.push_back(buyer);
        });
    return rows;
}

// An economy in which a third of the firms have little more than their wages.
Economy of_short_firms(std::uint64_t firms)
{
    Economy e = start_economy(without_credit(small_setup(firms)));
    for (std::size_t row = 0; row < e.firms.rows(); row += 3)
        keep_in_till(e, row, std::min(e.firms.cash[row], wages_at_rest(e, row) + Money(e.firms.payable[row].fen / 20)));
    return e;
}

} // namespace

TEST_CASE("at rest nobody is short")
{
    Economy e = start_economy(without_owners(without_credit(resting_setup())));
    for (int month = 0; month < 3; ++month) {
        advance(e);
        CHECK(e.work.clearing.firms == 0);
        CHECK(e.work.clearing.rounds == 0);
    }
}

TEST_CASE("money that a firm receives in the month pays its debts of the month")
{
    const Economy e = start_economy(without_owners(without_credit(resting_setup())));
    Economy rest = e;
    advance(rest);
    const std::size_t row = find_firm(
        e, [&](std::size_t r) { return paid_by(rest, r) > Money() && paid_to(rest, r) > paid_by(rest, r); });
    Economy poor = e;
    keep_in_till(poor, row, wages_at_rest(e, row));
    advance(poor);
    CHECK(poor.work.clearing.firms == 1);
    CHECK(poor.firms.state[row] == FirmState::active);
    CHECK(poor.firms.behind[row] == 0);
    CHECK(poor.firms.overdue[row] == rest.firms.overdue[row]);
    CHECK(paid_by(poor, row) == paid_by(rest, row));
    CHECK(poor.firms.cash[row] >= Money());
    CHECK(poor.firms.basket_order[row] == 0); // its own till was empty
    CHECK(poor.firms.producible[row] == 0);   // no cash for imports
    CHECK(poor.firms.estate_due[row] == Money());
}

TEST_CASE("a firm whose customers can't pay pays its own suppliers late in the same month")
{
    const Economy e = start_economy(without_owners(without_credit(resting_setup())));
    Economy rest = e;
    advance(rest);
    int cascades = 0;
    for (std::size_t row = 0; row < e.firms.rows() && cascades < 3; ++row) {
        if (e.firms.workers[row] < 2 || oldest_due(e, row) > Money()) continue;
        if (paid_by(rest, row) == Money() || paid_to(rest, row) < paid_by(rest, row)) continue;
        Economy broke = e;
        keep_in_till(broke, row, wages_at_rest(e, row));
        for (auto customer : customers_of(e, row)) empty_till(broke, customer);
        advance(broke);                         // stops if books don't balance
        if (!broke.firms.behind[row]) continue; // the customers' estates paid it
        ++cascades;
        CHECK(broke.firms.state[row] == FirmState::active);
        CHECK(paid_by(broke, row) < paid_by(rest, row));
        CHECK(broke.firms.overdue[row] > rest.firms.overdue[row]);
        CHECK(broke.firms.cash[row] >= Money());
        check_banking(broke);
        CHECK(owed_over_links(broke) == sum_of(broke.firms.payable));
        advance(broke, 2);
    }
    CHECK(cascades == 3);
}

// All that it receives goes to its oldest invoices, in proportion; the estate, wages and claims, is divided by what is left.
TEST_CASE("a firm that can't pay its oldest invoices with what it receives has paid that, and its estate pays the rest")
{
    const Economy e = start_economy(without_owners(without_credit(resting_setup(3000))));
    Economy rest = e;
    advance(rest);
    const std::size_t row = find_firm(e, [&](std::size_t r) {
        return paid_to(rest, r) > Money(1000) && paid_to(rest, r) < oldest_due(e, r) &&
               e.firms.receivable[r] < e.firms.payable[r];
    });
    const Money receipts = paid_to(rest, row), oldest = oldest_due(e, row), wages = wages_at_rest(e, row);
    Economy broke = e;
    keep_in_till(broke, row, wages);
    Money cleared;
    const auto first_part = [&](std::uint32_t edge) {
        return part_of(e.links.due(edge, -2), receipts.fen, oldest.fen);
    };
    for_links(e, row, [&](std::uint32_t edge) { cleared += first_part(edge); });
    REQUIRE(cleared > Money());
    const Money owed = e.firms.payable[row] - cleared, all = wages - cleared + e.firms.receivable[row];
    const double cost_share = e.setup.parameters.insolvency.proceedings_cost;
    const Money pot = all - round_fen(cost_share * static_cast<double>(all.fen));
    REQUIRE(e.firms.tax_due[row] + e.firms.estate_due[row] == Money());
    REQUIRE(pot < owed);
    Money paid;
    for_links(e, row, [&](std::uint32_t edge) {
        paid += first_part(edge) + part_of(e.links.owed(edge) - first_part(edge), pot.fen, owed.fen);
    });
    advance(broke);
    REQUIRE(broke.total.defaults == 1);
    const Event& event = broke.records.events[0];
    CHECK(event.firm == e.firms.id[row]);
    CHECK(event.owed == owed);
    CHECK(event.lost == e.firms.payable[row] - paid);
    CHECK(Money(broke.total.written_off) == event.lost);
    CHECK(broke.total.flow(Flow::invoices) == 0);
    advance(broke, 2);
}

TEST_CASE(
    "many short firms: the same state on any number of threads, tills never below zero, exits in the order of ids")
{
    const Economy e = of_short_firms(9000);
    const auto by_id = [](const Event& a, const Event& b) { return a.firm < b.firm; };
    const auto is_entry = [](const Event& x) { return x.kind == EventKind::entry; };
    std::vector<std::uint64_t> hashes;
    for (int threads : {1, 2, 3, 7}) {
        with_threads(threads, [&] {
            Economy next = e;
            std::int64_t defaults = 0;
            for (int month = 1; month <= 3; ++month) {
                advance(next);
                for (auto cash : next.firms.cash) REQUIRE(cash >= Money());
                const auto& events = next.records.events;
                const auto entries = std::find_if(events.begin(), events.end(), is_entry);
                CHECK(std::is_sorted(events.begin(), entries, by_id));
                defaults += next.total.defaults;
                if (month > 1) continue;
                CHECK(next.work.clearing.firms > 1000);
                CHECK(next.work.clearing.rounds > 3);
                CHECK(next.work.clearing.rounds < most_clearing_rounds);
            }
            CHECK(defaults > 100);
            hashes.push_back(state_hash(next));
        });
    }
    for (auto hash : hashes) CHECK(hash == hashes[0]);
}
