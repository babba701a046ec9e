// Payout to owners, fen a month.
//
//   dividends = payout_speed * max(0, cash - buffer - claims_weight * max(0, usual claims - claims))
//   buffer    = months of cost by size * prudence * cost,  cost = unit cost * expected demand
//   prudence  = 1 - buffer_spread + buffer_spread * x,  x exponential with mean 1, drawn once for each firm
//   claims: what linked buyers owe;  usual claims = cost * mean of claims / cost over the firm's life, at most claims_memory
// so that profit does not pile up and a shock to cash is rebuilt. Cash and claims are substitutes for a firm that may need money:
// firms with less of other working capital hold more cash (Opler, Pinkowitz, Stulz & Williamson 1999,
// doi 10.1016/S0304-405X(99)00003-3; Bates, Kahle & Stulz 2009, doi 10.1111/j.1540-6261.2009.01492.x). So owners do not take out
// what only comes because customers pay sooner, and a firm that grows keeps what its new claims will need. Claims above the
// usual free no cash: they pay no wages. Parameters: accounting_rules.hpp (buffer of micro firms from a survey).
// Test: tests/models/payout.cpp.
#pragma once

#include "models/agents/groups.hpp"
#include "models/capital/accounting_rules.hpp"
#include "sim/money.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace rongtong {

inline double buffer_months(const AccountingRules& rules, Size size)
{
    const double months[] = {rules.buffer_micro, rules.buffer_small, rules.buffer_medium, rules.buffer_large};
    return months[static_cast<std::size_t>(size)];
}

// Of a firm. u: uniform on (0, 1).
inline float prudence_from(double u, double spread) { return static_cast<float>(1 - spread - spread * std::log(u)); }

inline constexpr double longest_claims = 6; // months of cost: a firm that sells no more is still owed for what it sold

// Months of cost that customers owe. Fen; cost: of a month, above 0.
inline double claims_in_months(Money receivable, double cost)
{
    return std::min(longest_claims, static_cast<double>(receivable.fen) / cost);
}

// The mean over a firm's life, at most over `memory` months, once month `age` (0 in its first) is counted. All months of cost.
inline float next_usual_claims(float usual, double claims, std::int32_t age, double memory)
{
    return static_cast<float>(usual + (claims - usual) * std::max(1 / memory, 1.0 / (age + 1)));
}

inline Money payout(Money cash, double buffer_fen, double speed)
{
    const double above = static_cast<double>(cash.fen) - buffer_fen;
    return above > 0 ? round_fen(speed * above) : Money();
}

} // namespace rongtong
