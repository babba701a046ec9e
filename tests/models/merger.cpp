// Mergers (merger.hpp): two rows become one, nothing is gained or lost by it.
#include "models/capital/merger.hpp"
#include "models/agents/firm_columns.hpp"

#include "models/network/supplier_choice.hpp"
#include "tests/models/fixture.hpp"

#include <algorithm>

using namespace rongtong;

namespace {

// Two active private firms of a cell, the first with at least one customer; the second larger.
std::pair<std::size_t, std::size_t> pair_in_cell(const Economy& e)
{
    const auto& f = e.firms;
    for (std::size_t a = 0; a < f.rows(); ++a)
        for (std::size_t b = a + 1; b < f.rows(); ++b) {
            if (f.state[a] != FirmState::active || f.state[b] != FirmState::active) continue;
            if (e.groups.cell(f.group[a]) != e.groups.cell(f.group[b])) continue;
            if (e.groups[f.group[a]].owner != Owner::private_owner) continue;
            const auto small = f.workers[a] < f.workers[b] ? a : b, large = small == a ? b : a;
            if (e.links.network.incoming(small).empty() || f.bank[small] == f.bank[large]) continue;
            return {small, large};
        }
    throw std::runtime_error("no pair");
}

double all_goods(const Economy& e)
{
    double sum = 0;
    for (auto x : e.firms.capital) sum += x;
    for (auto x : e.firms.finished) sum += x;
    for (auto x : e.firms.basket_stock) sum += x;
    for (const auto& flow : e.links.flow) sum += flow.stock;
    return sum;
}

Setup selling(Setup setup, double rate)
{
    setup.parameters.mergers.rate = rate;
    return setup;
}

} // namespace

TEST_CASE("a firm is for sale in the upper tail of its word alone", "[merger]")
{
    Firms f;
    resize_columns(f, 2);
    f.behind[0] = f.behind[1] = 0, f.arrears[0] = 0, f.arrears[1] = 2;
    MergerRules rules{};
    rules.rate = 0.12, rules.distress_rate = 1.2; // 0.01 and 0.11 a month
    CHECK_FALSE(for_sale(f, 0, 0.98, rules));
    CHECK(for_sale(f, 0, 0.995, rules));
    CHECK(for_sale(f, 1, 0.9, rules));
    CHECK_FALSE(for_sale(f, 1, 0.88, rules));
}

TEST_CASE("two firms become one: money, claims, goods and customers go over", "[merger]")
{
    Economy e = after(small_setup(), 6);
    const auto [t, b] = pair_in_cell(e);
    auto& f = e.firms;
    const auto customers = e.links.network.incoming(t).size(), others = e.links.network.incoming(b).size();
    const Money cash = sum_of(f.cash), owed = f.payable[t], before = f.cash[t] + f.cash[b];
    const Money loans = f.loans(t) + f.loans(b), receivable = sum_of(f.receivable), payable = sum_of(f.payable);
    const double goods = all_goods(e), output = f.workers[t] * f.productivity[t] + f.workers[b] * f.productivity[b];
    const std::int32_t hands = f.workers[t] + f.workers[b];
    e.setup.parameters.mergers.redundancy = 0;
    e.work.lost.resize(1);
    std::size_t to_itself = 0, buys_from_target = 0;
    for_links(e, b, [&](auto edge) { buys_from_target += e.links.network.target[edge] == t; });
    for_links(e, t, [&](auto edge) { to_itself += e.links.network.target[edge] == b; });
    merge(e, t, b, Money(12345));
    CHECK(f.state[t] == FirmState::gone);
    CHECK(f.workers[b] == hands);
    CHECK(f.workers[b] * f.productivity[b] == Approx(output));
    CHECK(all_goods(e) == Approx(goods));
    CHECK(f.loans(b) == loans);
    CHECK(f.loans(t) == Money());
    CHECK(sum_of(f.cash) == cash - Money(12345)); // what it owed went to other firms
    if (to_itself == 0) CHECK(f.cash[b] == before - owed - Money(12345));
    CHECK(f.payable[t] == Money());
    CHECK(sum_of(f.receivable) - sum_of(f.payable) == receivable - payable);
    CHECK(e.links.network.incoming(b).size() == others + customers - buys_from_target);
    Money claims;
    for (auto edge : e.links.network.incoming(b)) claims += e.links.owed(edge);
    CHECK(claims == f.receivable[b]);
}

TEST_CASE("books close in months with many mergers, whatever the threads", "[merger]")
{
    const auto run = [] {
        Economy e = start_economy(selling(small_setup(2000), 0.5));
        std::int64_t count = 0, paid = 0;
        for (int m = 0; m < 40; ++m) {
            advance(e);
            check_banking(e);
            count += e.total.mergers, paid += e.total.paid(Flow::acquisitions);
            for (const auto& event : e.records.events)
                if (event.kind == EventKind::merger) CHECK(event.partner != 0);
        }
        return std::tuple(count, paid, sum_of(e.firms.cash).fen, sum_of(e.firms.receivable).fen);
    };
    const auto one = with_threads(1, run);
    CHECK(std::get<0>(one) > 40);
    CHECK(std::get<1>(one) > 0);
    CHECK(with_threads(2, run) == one);
}

TEST_CASE("without the switch nobody is bought", "[merger]")
{
    Setup off = selling(small_setup(), 0.5), none = small_setup();
    off.parameters.mergers.merger_switch = 0;
    none.parameters.mergers.rate = none.parameters.mergers.distress_rate = 0;
    Economy a = after(off, 24), b = after(none, 24);
    CHECK(a.total.mergers == 0);
    CHECK(sum_of(a.firms.cash) == sum_of(b.firms.cash));
    CHECK(a.next_id == b.next_id);
}

TEST_CASE("firms in distress are bought for less, and more often", "[merger]")
{
    Economy e = after(small_setup(), 3);
    const auto [t, b] = pair_in_cell(e);
    const auto& rules = e.setup.parameters.mergers;
    e.firms.behind[t] = 1;
    CHECK(motive_of(e, t, b) == MergerMotive::distress);
    const Money low = merger_price(e, t, MergerMotive::distress), usual = merger_price(e, t, MergerMotive::market);
    CHECK(static_cast<double>(low.fen) * rules.multiple ==
          Approx(static_cast<double>(usual.fen) * rules.distress_multiple));
    e.firms.behind[t] = 0;
    e.firms.quality[t] = e.firms.quality[b] + 1;
    CHECK(motive_of(e, t, b) == MergerMotive::capability);
}
