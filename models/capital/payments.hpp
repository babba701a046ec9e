// Payment terms and late payment (O8, C1).
//
// A term of d days (30 to 120) splits an invoice of month t over the two neighbouring due months so that its mean is d:
//   k = floor(d / 30), r = d - 30 k;  due in month t + k: amount - rest;  due in month t + k + 1: rest = amount * r / 30
// By habit a buyer pays a link `late` months (0 to 3) after the due month. Under payment_term_cap the link keeps the law where
// its fixed place lies below compliance * 256 (and, where the law protects small suppliers only, the supplier was one when the
// two became partners): then d = min(d, cap) and late = 0.
// Units: fen, days, months of 30 days. Parameters: terms.hpp. Test: tests/models/payments.cpp.
#pragma once

#include "models/network/links.hpp"

#include <algorithm>
#include <cstdint>

namespace rongtong {

struct Instalments {
    std::int32_t months; // until the first part is due
    Money first, second; // the second is due a month later
};

inline Instalments split_invoice(Money amount, std::int32_t days)
{
    const std::int32_t k = days / 30, rest = days % 30;
    // amount * rest / 30 rounded down, without leaving 64 bits
    const Money second(amount.fen / 30 * rest + amount.fen % 30 * rest / 30);
    return {k, amount - second, second};
}

inline bool keeps_cap(std::uint8_t place, double compliance) { return place < 256 * compliance; }

// What the law says about a buyer's terms.
struct TermCap {
    double compliance = 0; // share of its links on which it is kept; 0: no law
    double days = 120;     // longest legal term
    double penalty = 0;    // interest on what is late, 1/year
    bool sme_only = true;  // it protects micro, small and medium suppliers only

    bool binds(std::uint8_t place, LinkHabit habit) const
    {
        return compliance > 0 && keeps_cap(place, compliance) && (habit.small || !sme_only);
    }
    // Of a link: months by which it is paid late, and its term in days.
    std::int32_t late(std::uint8_t place, LinkHabit habit) const { return binds(place, habit) ? 0 : habit.late; }
    std::int32_t term(std::uint8_t agreed, std::uint8_t place, LinkHabit habit) const
    {
        return binds(place, habit) ? std::min<std::int32_t>(agreed, static_cast<std::int32_t>(days)) : agreed;
    }
    bool binds(const Links& l, std::size_t edge) const { return binds(l.place[edge], l.habit[edge]); }
    std::int32_t late(const Links& l, std::size_t edge) const { return late(l.place[edge], l.habit[edge]); }
    std::int32_t term(const Links& l, std::size_t edge) const
    {
        return term(l.days[edge], l.place[edge], l.habit[edge]);
    }
};

} // namespace rongtong
