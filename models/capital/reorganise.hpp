// Reorganisation (C5): a firm that can't pay, but earns money, goes on with less debt.
//
// A firm would default: its bank calls its loans, or cash and the month's receipts don't reach its oldest invoice
// (capital/estate.hpp). With probability `reorganisation` it is reorganised instead, if
//   smoothed margin >= viable_margin, workers before the month >= least_workers, wages can be paid, no reorganisation in the last
//   again_months, and the shock firm_failure does not name it.
//   cut          = min(haircut, 1 - what creditors without security would get in liquidation, per fen): art. 87 of the Enterprise
//                  Bankruptcy Law of China 2006 lets a court confirm a plan against a class of creditors only if it gets as much
//   suppliers:   of each link's invoices that are past due, cut is given up; the rest falls due in extension_months. What the
//                clearing paid stays paid. Invoices that are not due yet stay as they are
//   receiver:    gives up cut of its claims from older estates, its rank being that of suppliers
//   bank:        what the firm owes over the liquidation value of its capital has the suppliers' rank: cut of it is lost. Interest
//                that is not paid is added to the loan, the rest becomes one long loan, arrears end
//   owners:      no dividends for no_dividends_months. Taxes due stay due
// Both sides write off the same fen: the firm at once, suppliers in settle_losses (losses.cpp), after all plans. It keeps its workers and orders on.
// What is given up is no profit of the firm's. Losses are recorded as in a default (trade_loss, loan_loss).
// Form: chapter 8 of the same law; which firms and how much: assumed. Parameters: insolvency_rules.hpp.
// Test: tests/models/reorganise.cpp.
#pragma once

#include "models/agents/firms.hpp"
#include "models/capital/estate.hpp"
#include "models/capital/insolvency_rules.hpp"

#include <algorithm>

namespace rongtong {

inline bool viable(const Firms& firms, std::size_t row, std::int32_t workers, std::int32_t month,
                   const InsolvencyRules& rules)
{
    const bool lately = firms.reorganised[row] != 0 && month - firms.reorganised[row] < rules.again_months;
    return !lately && firms.margin[row] >= rules.viable_margin && workers >= rules.least_workers;
}

// Share of unsecured claims that is given up. owed: to suppliers and the receiver.
inline double cut_share(Money pot, Money collateral, Money loans, Money tax_due, Money owed,
                        const InsolvencyRules& rules)
{
    const Estate estate = divide_estate(pot, collateral, loans, tax_due, owed, rules.proceedings_cost);
    const Money secured = std::min(loans, collateral), claims = owed + loans - secured;
    if (claims.fen <= 0) return 0;
    const Money paid = estate.to_creditors + estate.to_bank - secured;
    return std::min(rules.haircut, 1 - static_cast<double>(paid.fen) / static_cast<double>(claims.fen));
}

// What is given up of a claim, in whole fen rounded down.
inline Money cut_of(Money claim, double cut)
{
    return Money(static_cast<std::int64_t>(cut * static_cast<double>(claim.fen)));
}

inline bool pays_no_dividends(std::int16_t reorganised, std::int32_t month, const InsolvencyRules& rules)
{
    return reorganised != 0 && month - reorganised < rules.no_dividends_months;
}

} // namespace rongtong
