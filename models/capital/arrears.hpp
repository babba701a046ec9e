// What is late: interest on it, and its age (O8, C1).
//
//   interest of a month = rate / 12 * what is past due beyond the habitual lateness of the link, whole fen
//   rate                = penalty of the law on links where payment_term_cap binds
//                       = arrears_rate on a share arrears_claimed of the other links, 0 on the rest
// Most suppliers do not claim what the law gives them, for fear of losing the customer (assumed). What a buyer pays late by habit
// is part of what the two agreed on and bears nothing. Interest is an invoice that is due next month: a cost of the buyer,
// revenue of the supplier, paid like any other invoice. A supplier that leaves this month charges none, nor does a bank that
// bought the claims (chain_finance.hpp).
//
// Age of what is past due at the end of a month: overdue_1 is what fell due in it, overdue_2 in the month before, overdue_3 earlier;
// they sum to what is overdue.
// Units: fen, 1/year. Parameters: terms.hpp. Test: tests/models/arrears.cpp.
#pragma once

#include "models/capital/payments.hpp"
#include "models/economy.hpp"

namespace rongtong {

// Adds an amount that fell due `months` ago to the sums by age.
inline void add_aged(FirmSums& s, std::int32_t months, Money amount)
{
    (months <= 0 ? s.overdue_1 : months == 1 ? s.overdue_2 : s.overdue_3) += amount.fen;
}

inline Money arrears_interest(Money past_due, double yearly_rate)
{
    return round_fen(yearly_rate / 12 * static_cast<double>(past_due.fen));
}

// What is owed on a link although it fell due `delay` months ago or earlier.
inline Money past_habit(const Links& links, std::uint32_t edge, std::int32_t month, std::int32_t delay)
{
    Money sum;
    for (std::int32_t m = month - 3; m <= month - delay; ++m) sum += links.due(edge, m);
    return sum;
}

} // namespace rongtong
