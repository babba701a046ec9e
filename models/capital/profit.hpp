// Profit of a firm in a month, fen.
//
//   profit = revenue - wages - inputs and imports bought - wear of capital - interest - production tax + value of what is put in stock
// What a firm puts in stock is no cost of the month, what it takes out is one: finished goods at its unit cost, inputs at the price
// at which they are sold that month, so that changes of prices make no profit (inventory valuation as in the national accounts: System
// of National Accounts 2008, 6.104 to 6.108). Profit tax, and the margin by which owners and banks judge a firm, follow it. Test:
// tests/models/profit.cpp.
#pragma once

#include "sim/money.hpp"

namespace rongtong {

// goods: put in stock, negative: taken out; price: yuan.
inline Money stock_built(double goods, double price) { return round_fen(100 * goods * price); }

} // namespace rongtong
