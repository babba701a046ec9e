// Bank credit of a firm (C2), fen.
//
//   targets:    long = leverage * value of the capital that stands (loans on what is only wanted would arrive before the machines
//               do, and leave as dividends);  short: working_capital.hpp
//   due:        interest = rate / 12 * (long + short);  instalments = long / long_months + short / short_months
//   wanted:     max(0, instalment + adjustment * (target - loan) + trend * target) of each kind; short: and what is missing of the cash buffer
//               where cash is below liquidity_trigger of it (own funds first, then credit: Myers & Majluf 1984,
//               doi 10.1016/0304-405X(84)90023-0)
//   room:       collateral * value of capital + receivable_value * receivables + unsecured_months * sales - (loans - due)
//   approved:   min(wanted, room) if the risk that the bank sees is within its cut-off (scoring.hpp), else nothing
//   granted:    approved * the bank's allotment in the next month (banking.hpp)
// Equal instalments on a pool of loans: each month 1 / maturity of the balance falls due. What a firm can't pay of its interest
// is added to the short loan; it is in arrears until it pays all that is due. At rest what is wanted is the instalment, so
// debt stays. Test: tests/models/credit.cpp.
#pragma once

#include "models/capital/scoring.hpp"
#include "models/parameters.hpp"
#include "sim/money.hpp"

#include <algorithm>

namespace rongtong {

inline Money instalment(Money loan, double months) { return round_fen(static_cast<double>(loan.fen) / months); }

inline Money loan_interest(Money loans, double yearly_rate)
{
    return round_fen(yearly_rate / 12 * static_cast<double>(loans.fen));
}

inline double wanted_loan(double loan, double target, double months, double adjustment, double trend)
{
    return std::max(0.0, loan / months + adjustment * (target - loan) + trend * target);
}

// What a firm has to pay its bank in a month.
struct DueToBank {
    Money interest, in_short, in_long; // instalments of short and long loans
};

inline Money granted_part(Money approved, double allotment)
{
    return allotment >= 1 ? approved : Money(static_cast<std::int64_t>(allotment * static_cast<double>(approved.fen)));
}

// Rate on the loans of a firm of usual risk, 1/year.
inline double usual_loan_rate(const Parameters& p)
{
    return p.banks.loan_rate + p.banks.loss_given_default * p.credit.usual_risk;
}

} // namespace rongtong
