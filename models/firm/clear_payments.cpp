// Firms that need what others pay them this month: debts are cleared (capital/clearing.hpp), then each pays and ends its plan, or
// fails.
#include "models/capital/arrears.hpp"
#include "models/capital/clearing.hpp"
#include "models/firm/plan.hpp"
#include "models/phases.hpp"
#include "sim/parallel.hpp"

#include <algorithm>

namespace rongtong {

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
    const std::span<std::vector<ShortFirm>> blocks(work.short_firms);
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
