#include "models/capital/chain_finance.hpp"

#include "models/capital/payments.hpp"
#include "models/capital/scoring.hpp"
#include "models/network/leaders.hpp"

namespace rongtong {

bool is_anchor(const Economy& e, std::size_t row)
{
    if (e.firms.state[row] != FirmState::active) return false;
    const bool large = e.groups[e.firms.group[row]].size == Size::large;
    return is_leader(e, row) || (large && e.setup.parameters.chain_finance.large_anchors > 0);
}

double discount_rate(const Economy& e, const Bank& bank, std::size_t anchor)
{
    return bank.rate + e.policy_rate.shift() +
           e.setup.parameters.banks.loss_given_default * odds_to_share(e.firms.risk[anchor]);
}

SoldLinks payments_on_sold(const Economy& e, std::size_t supplier)
{
    SoldLinks sold;
    for (auto edge : e.links.network.incoming(supplier)) {
        if (!e.links.habit[edge].sold) continue;
        const LinkFlow& flow = e.links.flow[edge];
        sold.paid += flow.paid;
        if (flow.defaulted()) sold.lost += e.links.estate_lacks(edge);
    }
    return sold;
}

void invoices_on_sold(const Economy& e, std::size_t supplier, double fen_per_ordered, SoldLinks& sold)
{
    const Bank& bank = e.banks[e.firms.bank[supplier]];
    for (auto edge : e.links.network.incoming(supplier)) {
        const float ordered = e.links.flow[edge].ordered;
        if (!e.links.habit[edge].sold || ordered <= 0) continue;
        const auto anchor = e.links.network.owner(edge);
        const GroupFacts& f = e.work.facts[e.firms.group[anchor]];
        const Money amount = round_fen(fen_per_ordered * ordered);
        sold.invoiced += amount;
        sold.with_discount += amount - discount(amount, discount_rate(e, bank, anchor), f.cap.term(e.links, edge));
    }
}

} // namespace rongtong
