// Who finances whom (C4): asks, ranked by the return that investors see (equity.hpp; ties: lower id), are financed in full or
// not at all, in three turns:
//
//   chain leaders: a round of a firm that supplies one, if seen + strategic_return >= least_return: the leader pays
//                  amount / (1 + match), public money the rest (lever investment_incubation; match 0 without it).
//                  Budget a month: corporate_budget * venture_budget * max(0, cash - corporate_reserve * buffer)
//   funds:         order: seen + tilt where the firm supplies a chain leader. A fund pays amount / (1 + leverage), private
//                  investors the rest, if they have it and seen + loss_sharing * risk >= least_return (lever guidance_fund)
//   private:       alone, if seen >= least_return, until their budget ends
// Budgets of private investors (private_budget / 12 * households' deposits a month) and funds (size / 12 * firms) that are not
// used stay for up to half a year and a year. A fund calls its money from government in the month in which it invests it.
//
// Additionality: the same asks are financed once more without public money, only to count.
//   additional  = all money of rounds with public money - all money of rounds without it
//   crowded out = private and corporate money without public money - with it;   additional + crowded out = public money
//   displaced   = public money in firms that would have been financed without it; the rest of it is in firms that would not
// Whether public venture money adds or displaces: Brander, Du & Hellmann 2015, doi 10.1093/rof/rfu009.
// Test: tests/models/equity.cpp.
#pragma once

#include "models/economy.hpp"

#include <span>

namespace rongtong {

struct InvestorBudgets {
    Money private_money, funds;
};

// Fills `rounds` (as many as work.equity.ranked) and takes what they use off the budgets.
void finance_asks(Economy& economy, bool public_money, std::vector<Round>& rounds, InvestorBudgets& budgets);

// Adds a month's budgets to what is left of earlier ones.
void add_budgets(Economy& economy);

// Suppliers of chain leaders, and what these can put in; marks the asks of suppliers.
void find_ventures(Economy& economy);

// Sets additional, displaced and crowded_out of the month from the rounds with and without public money.
void count_additional(Economy& economy);

} // namespace rongtong
