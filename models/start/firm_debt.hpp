// Debt and margin that a firm of the start opens with (selection/usual_debt.hpp).
#pragma once

#include "models/capital/borrowers.hpp"
#include "models/economy.hpp"
#include "models/selection/usual_debt.hpp"

namespace rongtong {

inline void open_debt(Economy& e, std::size_t row, const Sector& s, const Draws& draws)
{
    auto& f = e.firms;
    const double wish = wish_for_loans(draws.words(f.id[row], 0, Purpose::borrowing), e.groups[f.group[row]].size,
                                       e.setup.parameters.credit);
    const UsualDebt usual = usual_debt_of(s, f.labour_cost[row], f.capital_need[row], wish, e.setup.parameters);
    f.debt[row] = static_cast<float>(usual.debt);
    f.margin[row] = f.usual_margin[row] = static_cast<float>(usual.margin);
}

} // namespace rongtong
