// What banks, government and the central bank pay each other and households at the start, at rest (banks.cpp).
#pragma once

#include "models/economy.hpp"

#include <span>

namespace rongtong {

// Yuan a month.
struct FinanceAtRest {
    double to_state = 0, to_households = 0; // dividends of banks
    double deposit_interest = 0;            // to households
    double bond_interest = 0;               // of government, less what the central bank pays it
    double public_debt = 0;                 // bonds less the treasury, yuan
    double lacking = 0;                     // interest that banks would have to earn beside, to lose nothing
};

// Sums the money of firms by bank. Before finance_at_rest.
void count_firms_deposits(Economy& economy);

// Given the deposits of households by region, yuan.
FinanceAtRest finance_at_rest(const Economy& economy, std::span<const double> household_deposits);

// Balances of banks and the central bank, and government's bonds, once all deposits stand.
void open_banks(Economy& economy);

} // namespace rongtong
