// The estate of a firm that leaves (N2, C5): by its owner's choice (population/closure.hpp), or by default, where cash can't pay one
// worker, or cash and the month's receipts the oldest invoice (three months past due; clearing.hpp), or its bank calls its loans
// (credit.hpp). What it pays before it fails stays paid. In both it leaves in the month. A receiver (part of government) buys its claims
// on customers at face value, households of its region its capital (7.17 of docs/odd.md; population/entry.cpp). The
// pot, cash + claims + capital, pays by rank (Enterprise Bankruptcy Law of China 2006, art. 43, 109 and 113): its bank up to the
// value of the capital, its collateral; in a default, what the proceedings cost, proceedings_cost * pot, which the receiver keeps;
// taxes; then suppliers, the receiver for older estates and the rest of the bank's loans, in proportion; then the owners. Creditors
// of a defaulted firm lose the rest, and suppliers wait for their part: the receiver pays them what it owes them over
// proceedings_months (firm/plan.cpp), less what they owe it. Banks, also for invoices that they bought, taxes and owners get
// theirs at once. Wages never stay unpaid: a firm employs whom it
// can pay.
// Parameters: insolvency_rules.hpp. Test: tests/models/exit.cpp.
#pragma once

#include "sim/money.hpp"

#include <algorithm>

namespace rongtong {

// How the pot of a firm that leaves is divided. to_bank: the secured part and its share as one of the other creditors.
struct Estate {
    Money to_bank, cost, tax, to_creditors, to_owners;
};

// pot: with the collateral's value; owed: to suppliers and the receiver; cost_share: of the pot.
inline Estate divide_estate(Money pot, Money collateral, Money loans, Money tax_due, Money owed, double cost_share)
{
    Estate e;
    e.to_bank = std::min(loans, collateral);
    Money rest = pot - e.to_bank;
    e.cost = std::min(rest, round_fen(cost_share * static_cast<double>(pot.fen)));
    rest -= e.cost;
    e.tax = std::min(rest, tax_due);
    rest -= e.tax;
    const Money unsecured = loans - e.to_bank, claims = owed + unsecured;
    const Money paid = std::min(rest, claims);
    const Money more = claims.fen > 0 ? part_of(unsecured, paid.fen, claims.fen) : Money();
    e.to_bank += more;
    e.to_creditors = std::min(owed, paid - more);
    e.to_owners = rest - more - e.to_creditors;
    return e;
}

} // namespace rongtong
