// Who borrows. A firm's wish for loans, drawn once for life: over what leverage and working_months give (credit.hpp).
//
//   wish = 0 with chance 1 - b, else exp(s z - s^2 / 2) / b,    z standard normal, b: share of firms of the class that borrow, s: debt_spread
// The mean is 1, so that the class as a whole wants what the two parameters say; what a firm gets is what its security and its surplus
// carry (selection/usual_debt.hpp). Most small firms have no loan (IFC Enterprise Finance Gap, World Bank Enterprise Surveys: a quarter to a third of
// small firms in developing economies have one); leverage differs widely between firms of a sector for life (Lemmon, Roberts & Zender 2008, doi
// 10.1111/j.1540-6261.2008.01369.x). A firm without loans as a rule still asks its bank when it is short of cash.
// Parameters: credit_rules.hpp. Test: tests/models/capital/borrowers.cpp.
#pragma once

#include "models/agents/groups.hpp"
#include "models/capital/credit_rules.hpp"
#include "sim/draws.hpp"

#include <cmath>

namespace rongtong {

inline double share_that_borrows(const CreditRules& rules, Size size)
{
    switch (size) {
    case Size::large: return rules.borrowers_large;
    case Size::medium: return rules.borrowers_medium;
    case Size::small: return rules.borrowers_small;
    default: return rules.borrowers_micro;
    }
}

inline double wish_for_loans(const Words& w, Size size, const CreditRules& rules)
{
    const double share = share_that_borrows(rules, size), spread = rules.debt_spread;
    if (to_uniform(w[0]) >= share) return 0;
    return std::exp(spread * normal_from(w[1], w[2]) - spread * spread / 2) / share;
}

} // namespace rongtong
