// Banks and the central bank in a month (C2).
//
//   offer:      room = min(equity / least_capital - loans + repaid last month, credit supply * approved): no bank lends past its
//               capital; supply is 1 but in a credit crunch. The safest classes of borrowers are served first
//               rate = loan_rate + capital_spread * max(0, wanted_capital - equity / loans)
//               cut-off = log-odds of largest_risk + log of the share of wanted capital that is there (at most 1)
// Their month (income, dividends, reserves, rescue): bodies/banks.cpp. Source: capital and supply of credit: Bernanke & Lown 1991,
// doi 10.2307/2534592. Parameters: bank_rules.hpp. Test: tests/models/banks.cpp.
#pragma once

#include "models/economy.hpp"

namespace rongtong {

// Before plans: what banks offer this month, from the balance of the last.
void offer_credit(Economy& economy);

// Interest, dividends and rescue of the month; called before bodies settle.
void settle_banks(Economy& economy);

// By how much government's bonds grow in a month with the economy: what each holder adds to its own.
Money trend_bonds(const Economy& economy);

// Moves the month's deposits to banks, and brings reserves in order. Called by the books once all flows are known.
void move_reserves(Economy& economy);

// Deposits of each bank, from the sums over firms and its part of households' deposits.
void book_deposits(Economy& economy);

// Whether a bank adds what is due to the loan rather than calls it (evergreening): it is on and the bank is short of capital.
bool keeps_alive(const Economy& economy, std::size_t bank);

// Share of a region's customers that a bank has.
double bank_weight(const Economy& economy, std::size_t bank, std::size_t region);

// A firm's bank forms its opinion of it (scoring.hpp): at the start, at entry and once a year.
void form_opinion(Economy& economy, const Draws& draws, std::size_t row, std::int32_t month);

// Which bank a new customer goes to. u uniform on (0, 1).
std::uint8_t choose_bank(const Economy& economy, std::size_t region, double u);

} // namespace rongtong
