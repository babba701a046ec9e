// Payout to owners, fen a month.
//
//   dividends = payout_speed * max(0, cash - buffer - kept for claims)
//   buffer    = months of cost by size * prudence * cost,  cost = unit cost * expected demand
//   prudence  = 1 - buffer_spread + buffer_spread * x,  x exponential with mean 1, drawn once for each firm
//   kept for claims: working_capital.hpp
// so that profit does not pile up and a shock to cash is rebuilt, while owners do not take out what only comes because customers pay
// sooner or the bank lent it. Parameters: accounting_rules.hpp (buffer of micro firms from a survey).
// Test: tests/models/payout.cpp.
#pragma once

#include "models/agents/groups.hpp"
#include "models/capital/accounting_rules.hpp"
#include "sim/money.hpp"

#include <cmath>
#include <cstddef>

namespace rongtong {

inline double buffer_months(const AccountingRules& rules, Size size)
{
    const double months[] = {rules.buffer_micro, rules.buffer_small, rules.buffer_medium, rules.buffer_large};
    return months[static_cast<std::size_t>(size)];
}

// Of a firm. u: uniform on (0, 1).
inline float prudence_from(double u, double spread) { return static_cast<float>(1 - spread - spread * std::log(u)); }

inline Money payout(Money cash, double buffer_fen, double speed)
{
    const double above = static_cast<double>(cash.fen) - buffer_fen;
    return above > 0 ? round_fen(speed * above) : Money();
}

} // namespace rongtong
