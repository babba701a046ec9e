// Clearing of debts within a month: what firms pay that need the money that others pay them this month (C2).
//
// Most firms pay what they mean to pay from cash at hand, at once. A *short* firm can't. With them, for all at the same time:
//   payment_i = min(due_i, at_hand_i + receipts_i)        due: what it means to pay; at_hand: cash after wages
//   receipts_i = what all customers pay it over links     short ones by this same rule
//   a payment goes to the oldest due month first, in the last one that it reaches in proportion, in whole fen rounded down
// What a firm has paid never falls when it receives more, so there is a greatest solution, in which the most debts are met
// (Eisenberg & Noe 2001, Management Science 47(2), doi 10.1287/mnsc.47.2.236.9835): firms that owe one another in a circle
// and have no money are quit. It is found from above. All begin by paying in full; in each round every firm looks at what the
// others paid in the round before, and pays less where that does not cover its payment, until nobody does. Payments only
// fall, all firms move at once, and fen are whole: the result is free of order and threads, and is reached.
//
// Payments are always covered. After most_rounds a firm that is still not covered no longer counts on what short firms pay, and
// pays from `sure` money alone; that can happen once to each, so it ends. Fen that rounding down leaves stay with the payer.
// Sales on the market and invoices that fall due later are not counted: nobody knows the former yet.
//
// A short firm draws on receipts that reach its account with deliveries (firm/deliver.cpp). Until then its cash may be below
// zero, by no more than these receipts; for the rest of its plan its till is empty (Plan::cash_at_hand), also if more comes in
// than it owes. So a firm that is one fen short does not fare better than one with just enough, whose receipts come as late.
// Units: fen. Parameters: none. Tests: tests/models/clearing.cpp, clearing_month.cpp.
#pragma once

#include "models/capital/payments.hpp"
#include "models/network/links.hpp"
#include "sim/draws.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace rongtong {

// Invoices due three months ago (and earlier), two, one, and this month, by edge.
using PastMonths = std::array<Money*, 4>;

struct ShortFirm {
    std::uint32_t row = 0;
    std::int32_t workers = 0; // before the month
    Money wages, at_hand;     // at_hand: cash after wages
    TermCap cap{};            // of its group
    Words noise{};            // for its orders
    // set by clear_debts:
    std::array<Money, 4> due{}; // what it means to pay, by due month as in PastMonths
    Money sure{};               // at hand or paid by customers that are not short
    Money payment{};            // at most this much is paid: rounding down may leave some fen
    bool fell = false;          // payment, in this round

    Money all_due() const { return due[0] + due[1] + due[2] + due[3]; }
};

// By how many months the firm pays a link after the due month.
inline std::int32_t delay_on(const Links& links, const ShortFirm& s, std::uint32_t edge)
{
    return s.cap.late(links, edge);
}

// Calls f(edge, past month, amount) for each part of the firm's payment.
template <class F>
void for_parts(const Links& links, const PastMonths& ring, const ShortFirm& s, const F& f)
{
    std::int32_t last = 0; // due month that is paid in part
    Money rest = s.payment;
    while (last < 4 && s.due[last] <= rest) rest -= s.due[last++];
    for (auto edge : links.network.outgoing(s.row))
        for (std::int32_t m = 0; m <= std::min(last, 3 - delay_on(links, s, edge)); ++m)
            f(edge, m, m < last ? ring[m][edge] : part_of(ring[m][edge], rest.fen, s.due[last].fen));
}

struct Clearing {
    std::size_t firms = 0;   // that were short
    std::int32_t rounds = 0; // in which some payment fell
};

inline constexpr std::int32_t most_clearing_rounds = 200;

// Sets `payment` of the short firms and LinkFlow::paid of their links; reads what other firms' links show as paid. Short firms come
// in blocks (any), which are shared out among threads.
Clearing clear_debts(Links& links, const PastMonths& ring, std::span<std::vector<ShortFirm>> blocks,
                     std::int32_t most_rounds = most_clearing_rounds);

} // namespace rongtong
