// Records of losses: who lost how much to whom. What debtors tell is what creditors write off, to the fen.
#include "tests/models/policies.hpp"

#include <algorithm>
#include <map>

using namespace rongtong;

namespace {

Money lost_in(const Economy& e, EventKind kind)
{
    Money sum;
    for (const auto& x : e.records.losses)
        if (x.kind == kind) sum += x.lost;
    return sum;
}

Setup with_failures(std::uint64_t firms = 2000)
{
    Setup setup = small_setup(firms);
    for (std::int32_t month = 6; month < 60; month += 6)
        setup.shocks.push_back(shock_of("firm_failure", month, {3, 0}));
    return setup;
}

} // namespace

TEST_CASE("losses on record are what suppliers and banks write off in the month", "[losses]")
{
    Economy e = start_economy(with_failures());
    std::size_t trade = 0, loans = 0;
    for (int m = 0; m < 60; ++m) {
        advance(e);
        REQUIRE(lost_in(e, EventKind::trade_loss) == Money(e.total.written_off));
        REQUIRE(lost_in(e, EventKind::loan_loss) == Money(e.total.loans_lost) + factored_lost(e));
        for (const auto& x : e.records.losses) {
            (x.kind == EventKind::trade_loss ? trade : loans) += 1;
            CHECK(x.lost > Money());
            CHECK(x.lost <= x.owed);
            if (x.kind == EventKind::trade_loss) CHECK(x.partner != x.firm);
        }
        const auto by_firm = [](const Event& a, const Event& b) { return a.firm < b.firm; };
        CHECK(std::is_sorted(e.records.losses.begin(), e.records.losses.end(), by_firm));
    }
    CHECK(trade > 100);
    CHECK(loans > 5);
}

TEST_CASE("a failure's losses name the failed firm, its suppliers and its bank", "[losses]")
{
    Setup setup = resting_setup();
    setup.parameters.credit.liquidation_value = 0; // no collateral: the bank loses too
    setup.shocks.push_back(shock_of("firm_failure", 3, {1, 0}));
    Economy e = after(setup, 2);
    std::size_t row = 0;
    const auto debt = [&](std::size_t r) { return e.firms.payable[r] + e.firms.loans(r); };
    for (std::size_t r = 0; r < e.firms.rows(); ++r)
        if (debt(r) > debt(row)) row = r;
    const auto id = e.firms.id[row];
    std::map<std::uint64_t, Money> owed; // by supplier's id
    for_links(e, row, [&](auto edge) { owed[e.firms.id[e.links.network.target[edge]]] += e.links.owed(edge); });
    advance(e);
    std::size_t banks = 0;
    for (const auto& x : e.records.losses) {
        if (x.kind == EventKind::loan_loss) {
            ++banks;
            CHECK(x.firm == id);
            CHECK(x.partner == e.firms.bank[row] + std::uint64_t{1});
            continue;
        }
        REQUIRE(x.kind == EventKind::trade_loss);
        CHECK(x.partner == id);
        CHECK(x.owed <= owed.at(x.firm));
    }
    CHECK(banks == 1);
    CHECK(e.records.losses.size() > 5);
}

TEST_CASE("losses on record do not depend on threads", "[losses]")
{
    const auto run = [] {
        Economy e = start_economy(with_failures(5000));
        std::vector<std::tuple<std::uint64_t, std::uint64_t, std::int64_t>> all;
        for (int m = 0; m < 25; ++m) {
            advance(e);
            for (const auto& x : e.records.losses) all.push_back({x.firm, x.partner, x.lost.fen});
        }
        return all;
    };
    const auto one = with_threads(1, run);
    CHECK(one.size() > 20);
    CHECK(with_threads(2, run) == one);
}
