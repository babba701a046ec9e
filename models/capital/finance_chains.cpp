// Suppliers join the programmes of anchors (chain_finance.hpp). Serial: each anchor is looked at once a year.
#include "models/capital/chain_finance.hpp"
#include "models/capital/merger.hpp"
#include "models/capital/payments.hpp"
#include "models/capital/payout.hpp"
#include "models/ledger/till.hpp"
#include "models/phases.hpp"

#include <algorithm>

namespace rongtong {

namespace {

bool joins(const Economy& e, std::size_t supplier, std::size_t anchor)
{
    const auto& f = e.firms;
    const Size size = e.groups[f.group[supplier]].size;
    if (f.state[supplier] != FirmState::active || size == Size::large || supplier == anchor) return false;
    const double buffer = 100 * buffer_months(e.setup.parameters.accounting, size) * f.prudence[supplier] *
                          f.unit_cost[supplier] * f.expected[supplier];
    if (static_cast<double>(f.cash[supplier].fen) >= e.setup.parameters.chain_finance.need * buffer) return false;
    return f.loans(supplier).fen == 0 || f.loan_rate[supplier] > discount_rate(e, e.banks[f.bank[supplier]], anchor);
}

// All that the supplier is owed over the link becomes its bank's.
void buy_claims(Economy& e, std::uint32_t edge, std::size_t supplier, std::size_t anchor)
{
    auto& firms = e.firms;
    Bank& bank = e.banks[firms.bank[supplier]];
    const double rate = discount_rate(e, bank, anchor);
    Money claims, cost;
    for (std::int32_t m = e.month - 3; m <= e.month + 4; ++m) {
        const Money owed = e.links.due(edge, m);
        claims += owed;
        cost += discount(owed, rate, 30 * std::max(0, m - e.month));
    }
    e.links.habit[edge].sold = 1;
    firms.sells[supplier] = 1;
    {
        const OpenBalances open(e, supplier);
        firms.receivable[supplier] -= claims;
    }
    firm_receives(e, supplier, Flow::factoring, e.ledger.bank, claims);
    firm_pays(e, supplier, Flow::factoring_discount, e.ledger.bank, cost);
    sums_of(e, supplier).factored += claims.fen;
    bank.factored_bought += claims, bank.discount += cost;
}

void open_programme(Economy& e, std::size_t anchor)
{
    if ((e.month + static_cast<std::int64_t>(e.firms.id[anchor])) % 12 != 0 || in_distress(e.firms, anchor)) return;
    const auto& net = e.links.network;
    for (auto edge : net.outgoing(anchor)) {
        const auto supplier = net.target[edge];
        if (e.links.stage[edge] != LinkStage::place && !e.links.habit[edge].sold && joins(e, supplier, anchor))
            buy_claims(e, edge, supplier, anchor);
    }
}

void open_leaders_programmes(Economy& e)
{
    for (auto id : e.turnover.leaders) {
        const auto at = std::lower_bound(e.firms.id.begin(), e.firms.id.end(), id);
        if (at == e.firms.id.end() || *at != id) continue;
        const auto row = static_cast<std::size_t>(at - e.firms.id.begin());
        if (is_anchor(e, row)) open_programme(e, row);
    }
}

} // namespace

void finance_chains(Economy& e)
{
    const auto& p = e.setup.parameters;
    if (p.chain_finance.chain_switch <= 0 || p.credit.credit_switch <= 0 || p.luck.luck_switch <= 0) return;
    if (p.chain_finance.large_anchors <= 0) return open_leaders_programmes(e);
    for (std::size_t row = 0; row < e.firms.rows(); ++row)
        if (is_anchor(e, row)) open_programme(e, row);
}

} // namespace rongtong
