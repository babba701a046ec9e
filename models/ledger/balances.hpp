// A firm's balances in the sums of its group and its bank. Receipts count them when the firm's month is over (receive.cpp). What
// changes them later (mergers, stakes, entrants; serial code) opens them first: the sums follow when the change is done.
#pragma once

#include "models/economy.hpp"

namespace rongtong {

inline FirmSums& sums_of(Economy& e, std::size_t row) { return e.sums[e.firms.group[row]]; }
inline BankSums& bank_sums_of(Economy& e, std::size_t row) { return e.bank_sums[e.firms.bank[row]]; }

// Adds a firm's money, claims and debts to the sums, `times` 1 or -1.
inline void count_balances(const Firms& firms, std::size_t row, FirmSums& s, BankSums& bank, std::int64_t times)
{
    s.cash += times * firms.cash[row].fen;
    s.receivable += times * firms.receivable[row].fen;
    s.payable += times * firms.payable[row].fen;
    s.overdue += times * firms.overdue[row].fen;
    s.estate_due += times * firms.estate_due[row].fen;
    s.tax_due += times * firms.tax_due[row].fen;
    s.loans += times * firms.loans(row).fen;
    bank.deposits += times * firms.cash[row].fen, bank.loans += times * firms.loans(row).fen;
}

// While it lives, a firm's balances may change.
class OpenBalances {
public:
    OpenBalances(Economy& economy, std::size_t row) : e_(economy), row_(row) { count(-1); }
    ~OpenBalances() { count(1); }
    OpenBalances(const OpenBalances&) = delete;
    OpenBalances& operator=(const OpenBalances&) = delete;

private:
    void count(std::int64_t times) { count_balances(e_.firms, row_, sums_of(e_, row_), bank_sums_of(e_, row_), times); }

    Economy& e_;
    std::size_t row_;
};

} // namespace rongtong
