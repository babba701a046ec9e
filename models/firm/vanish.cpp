// The last books of a firm that leaves (capital/estate.hpp).
#include "models/agents/firm_events.hpp"
#include "models/capital/equity.hpp"
#include "models/firm/receive.hpp"
#include "models/ledger/till.hpp"

#include <algorithm>

namespace rongtong {

// What a closing firm used and still has to pay for its last month; the rest is its owners'.
void Receipt::end_last_month(std::size_t row, const GroupFacts& f, FirmSums& s)
{
    auto& firms = e.firms;
    const auto& net = e.links.network;
    const double basket = std::min(firms.basket_stock[row], firms.basket_coef[row] * firms.made[row]);
    double used = basket;
    firms.basket_stock[row] -= basket;
    for (auto edge : net.outgoing(row)) {
        LinkFlow& flow = e.links.flow[edge];
        const double use = std::min<double>(flow.stock, e.links.coef[edge] * firms.made[row]);
        flow.stock = static_cast<float>(flow.stock - use);
        used += use;
    }
    s.inputs_used += fixed_goods(used);
    s.quality_share += fixed_goods(firms.quality[row] * firms.made[row]);
    s.finished_scrapped += fixed_goods(firms.finished[row]);
    const Money imports = round_fen(100 * f.imports * firms.made[row] * e.world.import_price);
    spend(row, Flow::imports, imports, s);
    s.imports_paid += imports.fen;
    const Money tax = std::min(firms.cash[row], round_fen(f.tax * static_cast<double>(firms.revenue[row].fen)));
    pay(firms, row, s, Flow::production_tax, tax);
    note_payout(e, row, PayoutKind::last_payout, firms.cash[row]);
    pay(firms, row, s, Flow::exit_payout, firms.cash[row]);
}

// A firm that leaves: its books are closed, its stocks scrapped, its capital free for entrants.
void Receipt::vanish(std::size_t row, FirmSums& s)
{
    auto& firms = e.firms;
    const auto& net = e.links.network;
    double scrapped = firms.basket_stock[row];
    for (auto edge : net.outgoing(row)) {
        scrapped += e.links.flow[edge].stock;
        e.links.clear_debt(edge);
        e.links.flow[edge] = LinkFlow{};
    }
    s.inputs_scrapped += fixed_goods(scrapped);
    s.freed_capital += fixed_goods(firms.capital[row]);
    firms.state[row] = FirmState::gone;
    clear_left(firms, row);
}

} // namespace rongtong
