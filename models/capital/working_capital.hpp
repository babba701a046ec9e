// Working capital of a firm: what customers owe it less what it owes suppliers, and the short loans that finance it.
// All in months of its costs; cost = unit cost * expected demand.
//
//   net claims       = (receivable - payable) / cost, within longest_claims
//   usual net claims = their mean over the firm's life, at most over claims_memory
//   excess           = net claims - usual net claims
//   wanted loans     = max(0, working_months + claims_weight * excess)                                   (credit.hpp)
//   kept in cash     = claims_weight * max(0, short loans - working_months - excess)                     (payout.hpp)
// A firm that is paid later, or pays sooner, than it is used to finances the difference with a loan; one whose net claims shrink pays
// back, and what is left of the money stays in the firm: cash, claims and unused credit are substitutes where money may be
// needed. Firms with less of other working capital, net of debts that are due, hold more cash: Opler, Pinkowitz, Stulz & Williamson 1999,
// doi 10.1016/S0304-405X(99)00003-3; Bates, Kahle & Stulz 2009, doi 10.1111/j.1540-6261.2009.01492.x. That they are perfect
// substitutes (claims_weight 1) is assumed. Owners do not take out what the bank lent beyond the usual.
// Parameters: accounting_rules.hpp, credit_rules.hpp. Test: tests/models/working_capital.cpp.
#pragma once

#include "models/capital/accounting_rules.hpp"
#include "models/capital/credit_rules.hpp"
#include "sim/money.hpp"

#include <algorithm>
#include <cstdint>

namespace rongtong {

inline constexpr double longest_claims = 6; // a firm that sells no more is still owed for what it sold

// cost: of a month, fen, above 0.
inline double net_claims_in_months(Money receivable, Money payable, double cost)
{
    return std::clamp(static_cast<double>((receivable - payable).fen) / cost, -longest_claims, longest_claims);
}

// Once month `age` (0 in a firm's first) is counted.
inline float next_usual_claims(float usual, double net_claims, std::int32_t age, double memory)
{
    return static_cast<float>(usual + (net_claims - usual) * std::max(1 / memory, 1.0 / (age + 1)));
}

// Loans for working capital of a firm whose net claims are as usual.
inline double usual_working_loans(const CreditRules& rules)
{
    return rules.credit_switch > 0 ? rules.working_months : 0;
}

inline double wanted_working_loans(double usual_loans, double excess, double weight)
{
    return std::max(0.0, usual_loans + weight * excess);
}

// On top of the buffer, before owners get anything.
inline double kept_for_claims(double short_loans, double usual_loans, double excess, double weight)
{
    return weight * std::max(0.0, short_loans - usual_loans - excess);
}

} // namespace rongtong
