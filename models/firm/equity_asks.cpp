// Who looks for outside equity, and how investors see it (equity.hpp).
#include "models/capital/equity.hpp"

#include "models/capital/merger.hpp"
#include "models/capital/scoring.hpp"
#include "models/firm/receive.hpp"
#include "models/network/leaders.hpp"

#include <cmath>

namespace rongtong {

Money equity_value(const Economy& e, std::size_t row, Money net_assets)
{
    const double by_profit = e.setup.parameters.equity.multiple * yearly_profit(e.firms, row);
    return round_fen(std::max({0.0, static_cast<double>(net_assets.fen), by_profit}));
}

// denied: what the bank did not grant of this month's wish; buffer: cash that the firm wants to hold. Fen.
void Receipt::ask_for_equity(std::size_t row, Borrower borrower, double denied, double buffer, FirmSums& s)
{
    const auto& firms = e.firms;
    const auto& rules = e.setup.parameters.equity;
    double amount = std::min(rules.round_months * denied, buffer - static_cast<double>(firms.cash[row].fen));
    const double least = 100 * rules.smallest_round * money_index(e);
    if (amount < least || firms.margin[row] < rules.least_margin) return;
    const auto w = draws.words(firms.id[row], month, Purpose::equity_signal);
    if (to_uniform(w[0]) >= rules.openness) return;
    if (is_leader(e, row) || e.groups[firms.group[row]].owner != Owner::private_owner) return;
    const Money net_assets = net_asset_value(e, row);
    if (net_assets.fen <= 0) return;
    const Money value = equity_value(e, row, net_assets);
    amount = std::min(amount, most_raised(value, static_cast<double>(firms.investor_share[row]), rules.largest_share));
    if (amount < least) return;
    borrower.cash_over_buffer += amount / buffer;
    const double risk = odds_to_share(true_risk(borrower, usual_odds, e.setup.parameters.credit));
    const double price = static_cast<double>(value.fen) + amount;
    const double growth = firms.expected[row] > 0 ? firms.orders[row] / firms.expected[row] - 1 : 0;
    const double seen = yearly_profit(firms, row) / price + rules.growth_weight * std::clamp(growth, -1.0, 1.0) - risk +
                        rules.noise * normal_from(w[1], w[2]);
    asks->push_back({static_cast<std::uint32_t>(row), Money(static_cast<std::int64_t>(amount)), value, seen, risk});
    s.equity_asks += 1;
    s.equity_asked += asks->back().amount.fen;
}

} // namespace rongtong
