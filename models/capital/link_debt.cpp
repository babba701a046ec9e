#include "models/capital/link_debt.hpp"

#include "models/ledger/till.hpp"

namespace rongtong {

bool pay_off(Economy& e, std::uint32_t buyer, std::uint32_t edge)
{
    auto& firms = e.firms;
    if (firms.behind[buyer] || firms.cash[buyer] < e.links.owed(edge)) return false;
    const auto supplier = e.links.network.target[edge];
    Money owed;
    {
        const OpenBalances paying(e, buyer), seller(e, supplier);
        owed = take_debt(e, buyer, edge, sums_of(e, buyer));
        firms.receivable[supplier] -= owed;
    }
    firm_pays_firm(e, buyer, supplier, Flow::invoices, owed);
    return true;
}

} // namespace rongtong
