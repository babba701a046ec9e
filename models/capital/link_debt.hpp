// How a buyer's debt on a supply link ends other than by payment when due. One rule for all of its ways: everything that is owed
// comes off what the buyer owes, what was late off what is overdue, and the due months of the link are empty. Who gets the money
// instead, if anybody, is the caller's: the receiver of a supplier that is gone, its bank, the supplier at once, or nobody.
// Test: tests/models/link_debt.cpp.
#pragma once

#include "models/capital/arrears.hpp"
#include "models/economy.hpp"

namespace rongtong {

// Takes the debt on a link off its buyer's books and returns it. `s`: sums of the buyer's group, which count what is late by age.
// After receipts the buyer's balances must be open (ledger/balances.hpp).
inline Money take_debt(Economy& e, std::size_t buyer, std::uint32_t edge, FirmSums& s)
{
    Money all;
    for (std::int32_t m = e.month - 3; m <= e.month + 4; ++m) {
        const Money owed = e.links.due(edge, m);
        if (m <= e.month) e.firms.overdue[buyer] -= owed, add_aged(s, e.month - m, -owed);
        all += owed;
    }
    e.firms.payable[buyer] -= all;
    e.links.clear_debt(edge);
    return all;
}

// Pays all that is owed on a link at once, after receipts. False, and nothing is paid, where the buyer's cash does not reach or others
// wait for its money.
bool pay_off(Economy& economy, std::uint32_t buyer, std::uint32_t edge);

} // namespace rongtong
