// Payment terms and late payment (models/capital/payments.hpp).
#include "models/capital/payments.hpp"

#include "tests/models/fixture.hpp"

#include <set>

using namespace rongtong;

TEST_CASE("a term of d days splits an invoice so that its mean is d")
{
    for (std::int32_t days = 30; days <= 120; ++days) {
        const Money amount(30 * 1234567);
        const auto parts = split_invoice(amount, days);
        const std::int64_t weighed = parts.months * 30 * parts.first.fen + (parts.months + 1) * 30 * parts.second.fen;
        REQUIRE(weighed == days * amount.fen); // exactly
        REQUIRE(parts.first + parts.second == amount);
        REQUIRE(parts.months + (parts.second.fen > 0 ? 1 : 0) <= 4);
    }
}

TEST_CASE("the parts of any invoice add up to the fen")
{
    for (std::int64_t fen : {0, 1, 7, 29, 31, 100, 99999999})
        for (std::int32_t days : {30, 31, 44, 60, 89, 90, 119, 120}) {
            const auto parts = split_invoice(Money(fen), days);
            REQUIRE(parts.first + parts.second == Money(fen));
            REQUIRE(parts.second.fen >= 0);
            REQUIRE(std::llabs(parts.second.fen * 30 - fen * (days % 30)) < 30);
        }
}

TEST_CASE("the ring holds eight neighbouring months, also before the start")
{
    for (std::int32_t month : {-2, 0, 1, 7, 8, 119, 1200}) {
        std::set<std::size_t> places;
        for (std::int32_t m = month - 3; m <= month + 4; ++m) places.insert(ring_index(m));
        REQUIRE(places.size() == ring_months);
        REQUIRE(*places.rbegin() < ring_months);
    }
    CHECK(ring_index(0) == 0);
    CHECK(ring_index(-1) == 7);
    CHECK(ring_index(8) == 0);
    CHECK(ring_index(13) == 5);
}

TEST_CASE("the cap is kept on the share of places that is enforced")
{
    const auto kept = [](double compliance) {
        int n = 0;
        for (int place = 0; place < 256; ++place) n += keeps_cap(static_cast<std::uint8_t>(place), compliance);
        return n;
    };
    CHECK(kept(0) == 0);
    CHECK(kept(0.5) == 128);
    CHECK(kept(0.8) == 205); // places 0 to 204 lie below 204.8
    CHECK(kept(1) == 256);
}

TEST_CASE("a law in force ends habits and shortens longer terms, on the links on which it is kept")
{
    const TermCap cap{0.5, 60, 0, true};
    LinkHabit small, large;
    small.late = large.late = 2, small.small = 1;
    CHECK(cap.term(90, 0, small) == 60);
    CHECK(cap.term(45, 0, small) == 45);
    CHECK(cap.late(0, small) == 0);
    CHECK(cap.term(90, 200, small) == 90); // a place beyond the share that is enforced
    CHECK(cap.late(200, small) == 2);
    CHECK(cap.term(90, 0, large) == 90); // not protected
    CHECK(TermCap{}.term(90, 0, small) == 90);
}

TEST_CASE("buyers pay each link so many months after its due month as their habit is")
{
    Economy e = start_economy(resting_setup());
    std::array<std::size_t, 4> late{};
    for (int month = 1; month <= 6; ++month) {
        const Links before = e.links;
        advance(e);
        for (std::size_t edge = 0; edge < before.network.edges(); ++edge) {
            REQUIRE(e.links.flow[edge].paid == before.due(edge, month - before.habit[edge].late));
            ++late[before.habit[edge].late];
        }
    }
    for (auto n : late) CHECK(n > 0);
}

TEST_CASE("where the cap is kept, all that is past its due month is paid and the term is the cap")
{
    Setup setup = resting_setup();
    Policy cap;
    cap.lever = find_lever("payment_term_cap");
    cap.parameters = {30, 1, 0, 0}; // protects everybody
    setup.policies.push_back(cap);
    Economy e = start_economy(setup);
    const Links before = e.links;
    const Money invoiced_before = sum_of(e.firms.payable);
    advance(e);
    std::size_t caught_up = 0;
    for (std::size_t row = 0; row < e.firms.rows(); ++row) {
        if (e.firms.state[row] != FirmState::active || e.firms.behind[row]) continue;
        for_links(e, row, [&](std::uint32_t edge) {
            Money past;
            for (int m = -2; m <= 1; ++m) past += before.due(edge, m);
            REQUIRE(e.links.flow[edge].paid == past);
            caught_up += past.fen > 0;
        });
        REQUIRE(e.firms.overdue[row] == Money());
    }
    CHECK(caught_up > 1000);
    CHECK(invoiced_before > Money());
    // New invoices of 30 days are all due next month.
    advance(e, 5);
    for (std::size_t row = 0; row < e.firms.rows(); ++row)
        for_links(e, row, [&](std::uint32_t edge) {
            if (e.firms.behind[row]) return;
            REQUIRE(e.links.owed(edge) == e.links.due(edge, e.month + 1));
        });
}

TEST_CASE("what firms owe and claim is what their links hold, month by month")
{
    Economy e = start_economy(small_setup());
    for (int month = 0; month < 15; ++month) {
        advance(e);
        for (std::size_t row = 0; row < e.firms.rows(); ++row) {
            if (e.firms.state[row] == FirmState::gone) continue;
            Money owed, claimed, overdue;
            for_links(e, row, [&](std::uint32_t edge) {
                owed += e.links.owed(edge);
                for (int m = e.month - 3; m <= e.month; ++m) overdue += e.links.due(edge, m);
            });
            for (auto edge : e.links.network.incoming(row))
                if (!e.links.habit[edge].sold) claimed += e.links.owed(edge);
            REQUIRE(owed == e.firms.payable[row]);
            REQUIRE(overdue == e.firms.overdue[row]);
            REQUIRE(claimed == e.firms.receivable[row]);
        }
    }
}
