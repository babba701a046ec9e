// Debt and margin that a firm of the start opens with (selection/usual_debt.hpp).
#pragma once

#include "models/economy.hpp"
#include "models/selection/usual_debt.hpp"

namespace rongtong {

inline void open_debt(Economy& e, std::size_t row, const Sector& s)
{
    auto& f = e.firms;
    const UsualDebt usual = usual_debt_of(s, f.labour_cost[row], f.capital_need[row], f.research_usual[row], 1,
                                          e.setup.parameters);
    f.debt[row] = static_cast<float>(usual.debt);
    f.margin[row] = f.usual_margin[row] = static_cast<float>(usual.margin);
}

} // namespace rongtong
