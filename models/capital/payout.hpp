// Payout to owners, fen a month.
//
//   dividends = payout_speed * max(0, cash - buffer),  buffer = months of cost by size * unit cost * expected demand
// so that profit does not pile up and a shock to cash is rebuilt. Parameters: accounting_rules.hpp (buffer of micro firms from
// a survey). Test: tests/models/payout.cpp.
#pragma once

#include "sim/money.hpp"

namespace rongtong {

inline Money payout(Money cash, double buffer_fen, double speed)
{
    const double above = static_cast<double>(cash.fen) - buffer_fen;
    return above > 0 ? round_fen(speed * above) : Money();
}

} // namespace rongtong
