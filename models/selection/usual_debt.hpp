// Loans that a firm aims at and starts with, and the margin after their interest, where all is as it was planned. Per unit of sales.
//
//   loans    = debt * (leverage * capital + working_months * unit cost)
//   debt     = the part of these that it wants, at most what its security allows and what its surplus after wear can pay interest on
//   margin   = surplus - wear of capital - interest
// So no firm opens with a loss for its loans. Parameters: credit_rules.hpp. Test: tests/models/selection/usual_debt.cpp.
#pragma once

#include "models/capital/credit.hpp"
#include "models/progress/progress.hpp"
#include "models/selection/cost_edge.hpp"

#include <algorithm>

namespace rongtong {

struct UsualDebt {
    double debt, interest, margin;
};

// capital, surplus and unit cost per unit of sales; wanted: part of the loans above.
inline UsualDebt usual_debt(double surplus, double capital, double unit_cost, double wanted, const Parameters& p)
{
    constexpr double months = 12;
    const double growth = growth_a_month(p);
    const double loans = p.credit.leverage * capital + p.credit.working_months * unit_cost / (1 + growth);
    const double rate = p.credit.credit_switch > 0 ? usual_loan_rate(p) / months : 0;
    const double left = surplus - p.accounting.depreciation / months * capital;
    const double limit = p.credit.collateral * capital + p.credit.unsecured_months, usual = rate * loans;
    const double debt = std::min(
        {wanted, limit / ((1 + growth) * loans), usual > 0 ? std::max(0.0, left / usual) : wanted});
    return {debt, debt * usual, left < 0 ? left : std::max(0.0, left - debt * usual)};
}

// Of a firm whose costs, capital and R&D over sales are those (cost_edge.hpp).
inline UsualDebt usual_debt_of(const Sector& s, double labour_cost, double capital_need, double research, double wanted,
                               const Parameters& p)
{
    return usual_debt(s.surplus + s.labour * (1 - labour_cost) - research, capital_need * s.capital_of_sales,
                      unit_cost_of(s, labour_cost), wanted, p);
}

} // namespace rongtong
