// Changes of a firm's balance after receipts, when the sums of the month already hold it (mergers, stakes, entrants): the row, the
// sums of its group and its bank's deposits change together. Serial code only.
#pragma once

#include "models/economy.hpp"

namespace rongtong {

inline FirmSums& sums_of(Economy& e, std::size_t row) { return e.sums[e.firms.group[row]]; }

inline void add_cash(Economy& e, std::size_t row, Money amount)
{
    e.firms.cash[row] += amount;
    sums_of(e, row).cash += amount.fen;
    e.bank_sums[e.firms.bank[row]].deposits += amount.fen;
}

} // namespace rongtong
