// Verbs that move a firm's money and post it (ledger.hpp). Nothing else changes Firms::cash, but for the start of an economy.
#pragma once

#include "models/economy.hpp"
#include "models/ledger/balances.hpp"

namespace rongtong {

// In row phases: the firm's own side. `s`: sums of its group, of the thread.
inline void receive(Firms& firms, std::size_t row, FirmSums& s, Flow flow, Money amount)
{
    firms.cash[row] += amount;
    s.flow(flow) += amount.fen;
}
inline void pay(Firms& firms, std::size_t row, FirmSums& s, Flow flow, Money amount)
{
    receive(firms, row, s, flow, -amount);
}

// Serial code, after receipts; the firm's balances are not open.
inline void firm_receives(Economy& e, std::size_t row, Flow flow, Money amount)
{
    const OpenBalances open(e, row);
    receive(e.firms, row, sums_of(e, row), flow, amount);
}
inline void firm_receives(Economy& e, std::size_t row, Flow flow, Purse& from, Money amount)
{
    firm_receives(e, row, flow, amount);
    from[flow] -= amount;
}
inline void firm_pays(Economy& e, std::size_t row, Flow flow, Purse& to, Money amount)
{
    firm_receives(e, row, flow, to, -amount);
}
inline void firm_pays_firm(Economy& e, std::size_t from, std::size_t to, Flow flow, Money amount)
{
    firm_receives(e, from, flow, -amount);
    firm_receives(e, to, flow, amount);
}

// The purse of a firm's region's households, and of its owner.
inline Purse& households_of(Economy& e, std::size_t row)
{
    return e.ledger.households[e.groups[e.firms.group[row]].region];
}
inline Purse& owner_of(Economy& e, const Group& group)
{
    return group.owner == Owner::state ? e.ledger.government : e.ledger.households[group.region];
}

} // namespace rongtong
