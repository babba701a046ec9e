// Clearing of debts within a month, by hand (models/capital/clearing.hpp). clearing_month.cpp holds it inside the economy.
#include "tests/models/debts.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <random>

using namespace rongtong;
using namespace rongtong::debts;

namespace {

// Every payment is covered by what the firm has and receives.
void check_covered(const Case& c, const Outcome& o)
{
    for (std::size_t i = 0; i < c.at_hand.size(); ++i) {
        REQUIRE(o.total[i] >= 0);
        REQUIRE(o.total[i] <= c.at_hand[i] + o.receipts[i]);
    }
}

Case random_case(std::mt19937& random, int firms, int largest, int links)
{
    const auto below = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
    Case c;
    for (int i = 0; i + 1 < firms; ++i) {
        c.at_hand.push_back(below(3) == 0 ? below(largest) : 0);
        for (int k = 0; k < links; ++k) {
            const int payee = below(firms), month = below(4);
            c.debts.push_back({i, payee, month, below(largest)});
        }
        if (below(5) == 0) c.outside[i] = below(largest);
    }
    return c;
}

using Vector = std::array<std::int64_t, 3>;

// Three firms that owe one another and a fourth up to 5 fen, all due now.
Case tiny_case(std::mt19937& random)
{
    Case c;
    for (int i = 0; i < 3; ++i) {
        c.at_hand.push_back(static_cast<std::int64_t>(random() % 3));
        for (int j = 0; j < 4; ++j)
            if (j != i) c.debts.push_back({i, j, now, static_cast<std::int64_t>(random() % (j == 3 ? 2 : 6))});
    }
    return c;
}

bool solves(const Case& c, const Vector& due, const Vector& x)
{
    Vector money{c.at_hand[0], c.at_hand[1], c.at_hand[2]};
    for (const auto& d : c.debts)
        if (d.payee < 3 && due[d.payer] > 0) money[d.payee] += d.fen * x[d.payer] / due[d.payer];
    for (int i = 0; i < 3; ++i)
        if (x[i] != std::min(due[i], money[i])) return false;
    return true;
}

} // namespace

// Five firms in a circle; the second owes as much outside of it, so that half of what it gets leaves it. Payments x, where
// nobody reaches what it owes (120, 60 + 60, 90, 100, 100); the first has 5 and gets 15 from a firm that is not short:
//   x1 = 5 + 15 + x5,  x2 = x1,  x3 = 20 + x2 / 2,  x4 = 10 + x3,  x5 = 5 + x4
//   x5 = 35 + (20 + x5) / 2 = 90,  x1 = 110,  x2 = 110,  x3 = 75,  x4 = 85
// The only solution: once around, a difference is halved.
TEST_CASE("a circle of debts of which half leaks out, by hand")
{
    const Case c{
        {5, 0, 20, 10, 5},
        {{0, 1, now, 120}, {1, 2, now, 60}, {1, 5, now, 60}, {2, 3, now, 90}, {3, 4, now, 100}, {4, 0, now, 100}},
        {{0, 15}}};
    const Outcome o = clear(c);
    CHECK(o.paid ==
          Paid{{{0, 1}, 110}, {{1, 2}, 55}, {{1, 5}, 55}, {{2, 3}, 75}, {{3, 4}, 85}, {{4, 0}, 90}, {{5, 0}, 15}});
    check_covered(c, o);
}

// Any payment x that is the same all around is a solution: from 0, the least, to 100, the greatest.
TEST_CASE("a circle of debts without money is quit, what one owes more stays unpaid")
{
    Case c{{0, 0, 0, 0, 0}, {{0, 1, now, 100}, {1, 2, now, 100}, {2, 3, now, 100}, {3, 4, now, 100}, {4, 0, now, 100}}};
    Outcome o = clear(c);
    for (const auto& [link, fen] : o.paid) CHECK(fen == 100);
    CHECK(o.rounds == 0);
    c.debts[2].fen = 130; // gets 100: 30 stay
    CHECK(clear(c).paid == o.paid);
    c.debts[2].fen = 70; // passes on 70; the others get no more
    o = clear(c);
    for (const auto& [link, fen] : o.paid) CHECK(fen == 70);
    check_covered(c, o);
}

TEST_CASE("the oldest due month comes first: an old circle is quit though a newer debt leads out of it")
{
    const Case c{{0, 7},
                 {{0, 1, oldest, 100}, {0, 2, now, 50}, {1, 0, 1, 100}, {1, 2, 2, 4}, {1, 2, now, 12}, {1, 0, now, 4}}};
    // 0 gets 100 and pays 1; 1 has 107: 100 to 0, then 4 to 2, and of the last 3 in proportion 12 : 4 whole fen: 2 and 0.
    const Outcome o = clear(c);
    CHECK(o.paid == Paid{{{0, 1}, 100}, {{0, 2}, 0}, {{1, 0}, 100}, {{1, 2}, 6}});
    check_covered(c, o);
}

TEST_CASE("only what a firm means to pay is cleared")
{
    Case c{{10}, {{0, 1, 2, 30}, {0, 1, now, 500}}, {{0, 5}}, 1}; // pays a month late by habit
    CHECK(clear(c).paid.at({0, 1}) == 15);
    c.at_hand[0] = 100;
    CHECK(clear(c).paid.at({0, 1}) == 30);
    c.compliance = 1; // the law ends the habit
    CHECK(clear(c).paid.at({0, 1}) == 105);
}

// All whole-number payments of three firms are tried. Those that solve the equations have a greatest one in every coordinate.
TEST_CASE("the greatest of all solutions, found by trying all")
{
    std::mt19937 random(5);
    int several = 0;
    for (int k = 0; k < 300; ++k) {
        const Case c = tiny_case(random);
        Vector due{}, greatest{-1, -1, -1}, x{};
        for (const auto& d : c.debts) due[d.payer] += d.fen;
        int solutions = 0;
        for (x[0] = 0; x[0] <= due[0]; ++x[0])
            for (x[1] = 0; x[1] <= due[1]; ++x[1])
                for (x[2] = 0; x[2] <= due[2]; ++x[2]) {
                    if (!solves(c, due, x)) continue;
                    ++solutions;
                    for (int i = 0; i < 3; ++i) greatest[i] = std::max(greatest[i], x[i]);
                }
        several += solutions > 1;
        const Outcome o = clear(c);
        for (const auto& d : c.debts)
            if (d.fen > 0) REQUIRE(o.paid.at({d.payer, d.payee}) == d.fen * greatest[d.payer] / due[d.payer]);
    }
    CHECK(several > 20);
}

TEST_CASE("payments depend neither on the order of firms nor on blocks")
{
    std::mt19937 random(11);
    for (int k = 0; k < 20; ++k) {
        const Case c = random_case(random, 60, 100000, 4);
        const Outcome first = clear(c);
        CHECK(first.rounds > 2);
        check_covered(c, first);
        Order order = in_order(60);
        for (std::size_t block : {1u, 7u, 100u}) {
            std::shuffle(order.begin(), order.end(), random);
            const Outcome other = clear(c, order, block);
            REQUIRE(other.paid == first.paid);
            REQUIRE(other.rounds == first.rounds);
        }
    }
}

// A slow leak: one part in a hundred and one leaves a circle without money, round for round, until nothing is left.
TEST_CASE("where rounds end before payments stop falling, all payments are covered still")
{
    const Case leak{{0, 0}, {{0, 1, now, 1000000}, {0, 2, now, 10000}, {1, 0, now, 1000000}}};
    Outcome o = clear(leak);
    CHECK(o.rounds > 200);
    CHECK(o.rounds < 203);
    for (const auto& [link, fen] : o.paid) CHECK(fen == 0); // what the leak would come to
    std::mt19937 random(3);
    int cut = 0;
    for (int k = 0; k < 20; ++k) {
        const Case c = random_case(random, 30, 100000, 3);
        const Outcome all = clear(c);
        for (std::int32_t rounds : {0, 1, 2, 3}) {
            o = clear(c, in_order(30), 100, rounds);
            check_covered(c, o);
            for (const auto& [link, fen] : all.paid) REQUIRE(o.paid.at(link) <= fen);
            cut += o.paid != all.paid;
        }
    }
    CHECK(cut > 20);
}
