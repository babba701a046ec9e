// The mergers of a month (merger.hpp): firms for sale, in the order of ids, look for a buyer. Serial: a handful of firms in ten thousand.
#include "models/capital/merger.hpp"
#include "models/capital/payout.hpp"
#include "models/network/leaders.hpp"
#include "models/network/supplier_choice.hpp"
#include "models/phases.hpp"

#include <algorithm>

namespace rongtong {

namespace {

constexpr std::uint32_t tries = 8;

bool can_buy(const Economy& e, std::size_t target, std::size_t buyer)
{
    const auto& f = e.firms;
    if (buyer == target || f.state[buyer] != FirmState::active || in_distress(f, buyer)) return false;
    if (f.expected[buyer] < e.setup.parameters.mergers.least_ratio * f.expected[target]) return false;
    const Group& g = e.groups[f.group[buyer]];
    return f.workers[buyer] + f.workers[target] <= e.technology.sectors[g.sector].largest_workers;
}

bool can_pay(const Economy& e, std::size_t target, std::size_t buyer, Money price)
{
    const auto& f = e.firms;
    const double months = buffer_months(e.setup.parameters.accounting, e.groups[f.group[buyer]].size);
    const Money kept = round_fen(50 * months * f.prudence[buyer] * f.unit_cost[buyer] * f.expected[buyer]);
    return f.cash[buyer] >= kept && f.cash[buyer] + f.cash[target] - kept >= price + f.payable[target];
}

// A firm of the cell, in proportion to its size at the last compaction; no_supplier where there is none.
std::uint32_t draw_buyer(const Economy& e, const Draws& draws, std::size_t target, std::uint32_t n)
{
    const auto& t = e.turnover;
    const std::size_t cell = e.groups.cell(e.firms.group[target]);
    const auto begin = t.size_weight.begin() + t.cell_first[cell], end = t.size_weight.begin() + t.cell_first[cell + 1];
    if (begin == end) return no_supplier;
    const double u = to_uniform(draws.words(e.firms.id[target], e.month, Purpose::merger, n)[0]);
    const auto it = std::min(std::upper_bound(begin, end, u * *(end - 1)), end - 1);
    return t.cell_rows[static_cast<std::size_t>(it - t.size_weight.begin())];
}

void sell(Economy& e, const Draws& draws, std::size_t target)
{
    if (e.firms.investor_share[target] > 0) return; // outside investors sell their stakes first
    if (is_leader(e, target) || e.groups[e.firms.group[target]].owner != Owner::private_owner) return;
    if (e.firms.sells[target]) return; // its claims are a bank's
    for (std::uint32_t n = 0; n < tries; ++n) {
        const auto buyer = draw_buyer(e, draws, target, n);
        if (buyer == no_supplier) return;
        if (!can_buy(e, target, buyer)) continue;
        const MergerMotive motive = motive_of(e, target, buyer);
        const Money price = merger_price(e, target, motive);
        if (!can_pay(e, target, buyer, price)) continue;
        Event event{EventKind::merger,       e.firms.id[target],      e.firms.group[target],
                    e.firms.workers[target], e.firms.payable[target], Money()};
        event.partner = e.firms.id[buyer];
        e.work.mergers.push_back(event);
        FirmSums& s = e.sums[e.firms.group[target]];
        s.distress_mergers += motive == MergerMotive::distress;
        s.capability_mergers += motive == MergerMotive::capability;
        return merge(e, target, buyer, price);
    }
}

} // namespace

void merge_firms(Economy& e, const Draws& draws)
{
    e.work.mergers.clear();
    for (auto& block : e.work.for_sale) {
        for (auto row : block)
            if (e.firms.state[row] == FirmState::active) sell(e, draws, row);
        block.clear();
    }
}

} // namespace rongtong
