// Means by cell for the next month: what all who buy there see.
//
//   price = sum of share * price / sum of share, over the cell's firms and pool                                    yuan a unit
//   sums of shares and pulls, so that they can be read as parts of one;  mean quality of what was made
// Test: tests/models/competition.cpp.
#include "models/orders/scarcity.hpp"
#include "models/phases.hpp"

#include <algorithm>

namespace rongtong {

namespace {

// Of firms alone: a cell without any keeps what it knew.
void post_mean_costs(Economy& e)
{
    auto &share = e.work.cell_share, &cost = e.work.cell_cost;
    share.assign(e.cell_costs.now.size(), 0), cost.assign(e.cell_costs.now.size(), 0);
    for (std::size_t g = 0; g < e.groups.size(); ++g) {
        share[e.groups.cell(g)] += from_fixed_weight(e.sums[g].share);
        cost[e.groups.cell(g)] += from_fixed_weight(e.sums[g].costed_share);
    }
    for (std::size_t k = 0; k < share.size(); ++k)
        if (share[k] > 1e-9) e.cell_costs.now[k] = cost[k] / share[k];
}

} // namespace

void post_market_means(Economy& e)
{
    Market& m = e.market;
    double quality = 0, made = 0;
    ByCell &orders = m.asked, &shipped = m.delivered;
    for (Cell k : e.groups.each<Cell>()) {
        orders[k] = e.pools.ordered[k], shipped[k] = e.pools.shipped[k];
        m.share_sum[k] = e.pools.share[k];
        m.pull_sum[k] = e.pools.pull[k];
        m.priced_share[k] = e.pools.share[k] * e.pools.price[k];
    }
    for (std::size_t g = 0; g < e.groups.size(); ++g) {
        const Cell k = e.groups.cell(g);
        m.share_sum[k] += from_fixed_weight(e.sums[g].share);
        m.pull_sum[k] += from_fixed_weight(e.sums[g].pull);
        m.priced_share[k] += from_fixed_weight(e.sums[g].priced_share);
        quality += from_fixed_goods(e.sums[g].quality_share);
        made += from_fixed_goods(e.sums[g].made);
        orders[k] += from_fixed_goods(e.sums[g].orders), shipped[k] += from_fixed_goods(e.sums[g].shipped);
    }
    post_mean_costs(e);
    for (Cell k : e.groups.each<Cell>()) {
        if (m.share_sum[k] > 0) m.price[k] = m.priced_share[k] / m.share_sum[k];
        m.share_sum[k] = std::max(m.share_sum[k], 1e-12);
        m.pull_sum[k] = std::max(m.pull_sum[k], 1e-12);
        m.scarcity[k] = next_scarcity(m.scarcity[k], orders[k], shipped[k]);
    }
    m.mean_quality = made > 0 ? quality / made : 1;
}

} // namespace rongtong
