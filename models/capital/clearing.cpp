#include "models/capital/clearing.hpp"

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

} // namespace rongtong
