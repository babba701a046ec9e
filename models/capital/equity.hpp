// Outside equity (C4): after own funds and credit, some firms sell shares (pecking order: Myers & Majluf 1984, doi
// 10.1016/0304-405X(84)90023-0). Money in fen, rates a year.
//
//   asks:      a private firm that is no chain leader, has margin >= least_margin and net assets above zero, and whose bank grants
//              less than it wants; each month with chance `openness`
//   amount:    min(round_months * denied, buffer - cash), as what is above its buffer would be paid out again; none below
//              smallest_round
//   value:     max(net asset value, multiple * profit), profit = 12 * margin * expected sales; before the round
//   share:     amount / (value + amount); stakes from before shrink by 1 - share; outside stakes <= largest_share together
//   seen:      profit / (value + amount) + growth_weight * clamp(orders / expected - 1, +-1) - risk + noise * z;
//              risk: the odds of default within a year once the money is there (scoring.hpp)
//   investors: who finances which ask stands in funds.hpp. Money of private investors is that of all regions' households, by
//              their share of income, and so is what they earn; chain leaders and guidance funds pay themselves
//   payouts:   dividends and last payouts are split by shares (largest remainder); the founders' part is the region's households'
//   exit:      a stake held hold_months is sold with exit_rate / 12 a month, at value, to the region's households (market_depth);
//              a fund sells at the end of its term; stakes in a firm that fails are lost (less what its estate leaves owners)
//   markup:    target markup * (1 - independence_loss * corporate share), where a policy makes it so (pricing.hpp)
// Stakes of a firm that leaves: its buyer's (merger), its owners' (closure of a private one), else the receiver's, which the funds'
// account holds and sells. Firms with outside investors are not bought (merger.hpp).
// Funds hold no money: government pays what they invest in the month of the round, and gets what they earn in the same month.
// Parameters: equity_rules.hpp. Test: tests/models/equity.cpp.
#pragma once

#include "models/economy.hpp"
#include "sim/parallel.hpp"

#include <algorithm>
#include <span>

namespace rongtong {

inline double share_sold(Money amount, Money value)
{
    return static_cast<double>(amount.fen) / static_cast<double>((value + amount).fen);
}

// Most that can be sold at a value so that outside investors, who hold `held` before, hold at most `largest` after. Fen.
inline double most_raised(Money value, double held, double largest)
{
    const double left = (largest - held - 1e-6) / (1 - held); // shares are kept in 32 bits as well
    return left > 0 ? static_cast<double>(value.fen) * left / (1 - left) : 0;
}

inline double independence(double corporate_share, double loss) { return 1 - loss * corporate_share; }

// Profit of a year at the present margin, fen.
inline double yearly_profit(const Firms& f, std::size_t row)
{
    return 1200.0 * f.margin[row] * f.price[row] * f.expected[row];
}

// What a firm is worth to investors; not below zero.
Money equity_value(const Economy& economy, std::size_t row, Money net_assets);

// Row of a firm by id; firms.rows() where there is none.
std::size_t row_of(const Economy& economy, std::uint64_t id);

// The stakes in a firm.
std::span<Stake> stakes_in(Economy& economy, std::uint64_t firm);

// Sets a firm's columns from its stakes.
void set_shares(Economy& economy, std::size_t row);

// For each firm with stakes: f(row, its stakes), in the order of ids.
template <class F>
void for_each_owned(Economy& e, const F& f)
{
    auto& all = e.equity.stakes;
    for (std::size_t first = 0; first < all.size();) {
        std::size_t end = first + 1;
        while (end < all.size() && all[end].firm == all[first].firm) ++end;
        f(row_of(e, all[first].firm), std::span(all).subspan(first, end - first), first);
        first = end;
    }
}

// Remembers money that went to owners of a firm with outside investors, until they get their part (pay_investors).
inline void note_payout(Economy& e, std::size_t row, PayoutKind kind, Money amount)
{
    if (e.firms.investor_share[row] > 0 && amount.fen > 0)
        e.work.equity.payouts[row / block_rows].push_back({static_cast<std::uint32_t>(row), kind, amount});
}

// Stakes held by firms that are gone get another holder. Before payouts are split, and again after mergers.
void hand_over_stakes(Economy& economy);

// Private investors' part of what firms paid to owners, to the households.
void pay_private_investors(Economy& economy);

// Adds money (negative: takes it) to households of all regions by share of income.
void share_among_households(Economy& economy, Flow flow, Money amount);

// Posts as `to` what was shared among them as `from`.
void repost_among_households(Economy& economy, Flow from, Flow to, Money amount);

// For the table of events. row: of the firm; paid: what Event says.
void record_stake(Economy& economy, EventKind kind, std::size_t row, const Stake& stake, Money paid);

// The part of a loss that the fund of a round bears; booked.
void share_loss(Economy& economy, const Stake& stake, Money got);

// Sells stakes (equity_exits.cpp) and sets what is held at the end of the month.
void sell_stakes(Economy& economy, const Draws& draws);
void value_stakes(Economy& economy);

} // namespace rongtong
