// The parts of the books of a month (books.cpp).
#pragma once

#include "models/economy.hpp"

namespace rongtong {

Account account_of(Size size);

// The balance sheet from the sums of the month and the agents' stocks (balance.cpp).
void set_balance(Economy& economy);

// Rounds, sales of stakes and what they earn, and the money of funds; their place in the balance sheet (equity_books.cpp).
void book_equity(Economy& economy);
void balance_stakes(Economy& economy);

// Throws AccountingError if what banks and government hold and owe is not what the last balance sheet says (check_books.cpp).
void check_opening(const Economy& economy);

// Throws AccountingError if anything does not add up (check_books.cpp).
void check_books(const Economy& economy);

} // namespace rongtong
