// Two ways out (N2).
//
//   solvent closure: the owner gives up with monthly probability
//     closure_rate / 12 * exp(closure_profit * (usual margin - margin)) * workers ^ -closure_size
//   and pays everybody; default: cash can't pay one worker, or cash and the month's receipts the oldest invoice (three months
//   past due; capital/clearing.hpp). What it pays before it fails stays paid.
// In both the firm leaves in the month. Its claims on customers go to a receiver (part of government) at face value. The pot,
// cash + claims, pays taxes first, then suppliers in proportion to what they are owed (and the receiver for older estates),
// then the owners. Suppliers of a defaulted firm lose the rest. Wages never stay unpaid: a firm employs whom it can pay.
// No hazard knows a firm's age. Parameters: turnover_rules.hpp. Test: tests/models/exit.cpp.
#pragma once

#include "models/population/turnover_rules.hpp"
#include "sim/money.hpp"

#include <algorithm>
#include <cmath>

namespace rongtong {

inline double closure_probability(double margin, double usual_margin, double workers, const TurnoverRules& rules)
{
    const double exponent = std::min(5.0, rules.closure_profit * (usual_margin - margin));
    return rules.closure_rate / 12 * std::exp(exponent) * std::pow(workers, -rules.closure_size);
}

// How the pot of a firm that leaves is divided.
struct Estate {
    Money tax, to_creditors, to_owners;
};

inline Estate divide_estate(Money pot, Money tax_due, Money owed)
{
    Estate e;
    e.tax = std::min(pot, tax_due);
    e.to_creditors = std::min(pot - e.tax, owed);
    e.to_owners = pot - e.tax - e.to_creditors;
    return e;
}

} // namespace rongtong
