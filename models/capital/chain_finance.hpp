// Supply-chain finance (C3): a supplier sells its invoices on an anchor, a chain leader, to its own bank, at the anchor's risk.
//
//   joins:     once a year an anchor that pays in time opens its programme to suppliers that are not large. One joins whose cash is below
//              need * buffer and whose own loans are dearer than the discount (or that has none). It then sells
//              all that it is owed over the link, and each new invoice when it is written; as long as the link lasts
//   discount:  amount * days to go / 360 * (bank's rate + loss given default * anchor's risk of default), a cost of the month
//   due:       the anchor pays as before, late by habit or not; the money goes to the bank, which bears the delay
//   default:   what the anchor leaves unpaid is the bank's loss; with recourse the supplier buys it back with a loan for working capital,
//              and the loss is the supplier's
//   leaving:   of a supplier that is gone the anchor pays the bank at once
// A bank's room for loans counts the claims that it bought like loans. A supplier's collateral no longer counts them.
// Reverse factoring: Klapper 2006, doi 10.1016/j.jbankfin.2006.05.001. Units: fen, days of a 30-day month, 1/year. Parameters:
// chain_finance_rules.hpp. Test: tests/models/chain_finance.cpp.
#pragma once

#include "models/economy.hpp"

namespace rongtong {

// Whether banks buy invoices on this firm.
bool is_anchor(const Economy& economy, std::size_t row);

// Yearly rate at which a bank buys claims on a firm.
double discount_rate(const Economy& economy, const Bank& bank, std::size_t anchor);

inline Money discount(Money amount, double yearly_rate, double days)
{
    return round_fen(static_cast<double>(amount.fen) * yearly_rate * days / 360);
}

// What a month brought over the links of one supplier whose invoices belong to its bank.
struct SoldLinks {
    Money paid, lost;              // by buyers, to the bank
    Money invoiced, with_discount; // new invoices, and what the supplier gets for them
};
SoldLinks payments_on_sold(const Economy& economy, std::size_t supplier);
void invoices_on_sold(const Economy& economy, std::size_t supplier, double fen_per_ordered, SoldLinks& sold);

} // namespace rongtong
