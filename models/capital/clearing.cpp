#include "models/capital/clearing.hpp"

#include "models/capital/arrears.hpp"
#include "models/orders/plan.hpp"
#include "models/phases.hpp"
#include "sim/parallel.hpp"

#include <algorithm>
#include <atomic>

namespace rongtong {

namespace {

using Blocks = std::span<std::vector<ShortFirm>>;

template <class Body>
void for_short_firms(Blocks blocks, const Body& body)
{
    for_blocks(
        blocks.size(),
        [&](std::size_t begin, std::size_t end, std::size_t) {
            for (std::size_t b = begin; b < end; ++b)
                for (ShortFirm& s : blocks[b]) body(s);
        },
        1);
}

Money receipts(const Links& links, std::size_t row)
{
    Money sum;
    for (auto edge : links.network.incoming(row))
        if (!links.habit[edge].sold) sum += links.flow[edge].paid;
    return sum;
}

std::array<Money, 4> meant_payments(const Links& links, const PastMonths& ring, const ShortFirm& s)
{
    std::array<Money, 4> due{};
    for (auto edge : links.network.outgoing(s.row))
        for (std::int32_t m = 0; m <= 3 - delay_on(links, s, edge); ++m) due[m] += ring[m][edge];
    return due;
}

// Lets suppliers see the payment.
void show_payment(Links& links, const PastMonths& ring, const ShortFirm& s)
{
    for (auto edge : links.network.outgoing(s.row)) links.flow[edge].paid = Money();
    for_parts(links, ring, s, [&](std::uint32_t edge, std::int32_t, Money part) { links.flow[edge].paid += part; });
}

// One round: all look first, then all show what they pay now. False: nobody pays less than before.
bool payments_fall(Links& links, const PastMonths& ring, Blocks blocks, bool only_sure_money)
{
    std::atomic<bool> any{false};
    for_short_firms(blocks, [&](ShortFirm& s) {
        s.fell = false;
        if (s.payment <= s.sure) return;
        const Money covered = s.at_hand + receipts(links, s.row);
        if (s.payment <= covered) return;
        s.payment = only_sure_money ? s.sure : covered;
        s.fell = true;
        any.store(true, std::memory_order_relaxed);
    });
    if (!any) return false;
    for_short_firms(blocks, [&](ShortFirm& s) {
        if (s.fell) show_payment(links, ring, s);
    });
    return true;
}

} // namespace

Clearing clear_debts(Links& links, const PastMonths& ring, Blocks blocks, std::int32_t most_rounds)
{
    Clearing c;
    for (const auto& block : blocks) c.firms += block.size();
    if (c.firms == 0) return c;
    for_short_firms(blocks, [&](ShortFirm& s) {
        s.due = meant_payments(links, ring, s);
        s.payment = Money();
        show_payment(links, ring, s);
    });
    for_short_firms(blocks, [&](ShortFirm& s) { s.sure = s.at_hand + receipts(links, s.row); });
    for_short_firms(blocks, [&](ShortFirm& s) {
        s.payment = s.all_due();
        show_payment(links, ring, s);
    });
    while (payments_fall(links, ring, blocks, c.rounds >= most_rounds)) ++c.rounds;
    return c;
}

// Takes the payment off what the firm owes and has, then ends its plan.
void Plan::after_clearing(const ShortFirm& s)
{
    auto& firms = e.firms;
    const std::size_t row = s.row;
    const GroupFacts& f = e.work.facts[firms.group[row]];
    const bool fails = s.payment < s.due[0];
    if (fails && !reorganises(row, s.workers)) return fail(row, f, s.workers, sums[firms.group[row]]);
    Money paid;
    for_parts(e.links, ring, s, [&](std::uint32_t edge, std::int32_t m, Money part) {
        ring[m][edge] -= part;
        paid += part;
    });
    book_payment(row, paid, sums[firms.group[row]]);
    firms.behind[row] = s.payment < s.all_due();
    if (fails) reorganise(row, f, s.workers, sums[firms.group[row]]);
    for (auto edge : e.links.network.outgoing(row))
        for (std::int32_t age = 0; age < 4; ++age) add_aged(sums[firms.group[row]], age, ring[3 - age][edge]);
    go_on(row, f, s.wages, s.noise, sums[firms.group[row]]);
}

void clear_payments(Economy& e, const Draws& draws)
{
    auto& work = e.work;
    const Blocks blocks(work.short_firms);
    work.clearing = clear_debts(e.links, past_months(e), blocks);
    if (work.clearing.firms == 0) return;
    const auto by_id = [](const Event& a, const Event& b) { return a.firm < b.firm; };
    for_blocks(
        blocks.size(),
        [&](std::size_t block, std::size_t, std::size_t) {
            auto& exits = work.exits[block];
            const auto before = exits.size();
            Plan plan = plan_of_block(e, draws, block);
            for (const ShortFirm& s : blocks[block]) plan.after_clearing(s);
            blocks[block].clear();
            if (exits.size() > before) std::sort(exits.begin(), exits.end(), by_id);
        },
        1);
}

} // namespace rongtong
