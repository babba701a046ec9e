// What owners put into a firm that would fail for want of cash, fen.
//
//   short:  cash < the month's wages + interest, or what is left of it < what it owes since three months
//   amount: once a month, owner_months * price * expected demand, with probability owner_chance, if the smoothed margin is above owner_margin
//           or the scarcity of what its cell makes above owner_scarcity (orders/scarcity.hpp): then it will earn again
// So who has lost a month's sales (an outage, a customer) is not ruined by it, and who earns nothing is. It comes from households
// of the region or, for state-owned firms, from government. Nobody's share changes (assumed: all owners alike).
// Form: owners' money as the first source when a small firm is short, in the spirit of Berger & Udell 1998, doi
// 10.1016/S0378-4266(98)00038-7; values assumed. Parameters: insolvency_rules.hpp. Test: tests/models/owner_money.cpp.
#include "models/firm/plan.hpp"
#include "models/ledger/till.hpp"

namespace rongtong {

Money Plan::owners_help(std::size_t row, const GroupFacts& f, FirmSums& s)
{
    auto& firms = e.firms;
    const auto& rules = e.setup.parameters.insolvency;
    if (firms.margin[row] <= rules.owner_margin && f.scarcity <= rules.owner_scarcity) return Money();
    if (draws.uniform(firms.id[row], month, Purpose::owner_money) >= rules.owner_chance) return Money();
    const Money amount = round_fen(100 * rules.owner_months * firms.price[row] * firms.expected[row]);
    receive(firms, row, s, Flow::owner_money, amount);
    return amount;
}

Money Plan::oldest_due(std::size_t row) const
{
    Money sum;
    for (auto edge : e.links.network.outgoing(row)) sum += ring[0][edge];
    return sum;
}

} // namespace rongtong
