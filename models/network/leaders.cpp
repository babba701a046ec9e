#include "models/network/leaders.hpp"

#include <algorithm>

namespace rongtong {

void choose_leaders(Economy& e)
{
    const auto& net = e.links.network;
    std::vector<double> most(e.groups.sectors());
    e.turnover.leaders.assign(e.groups.sectors(), 0);
    for (std::size_t row = 0; row < e.firms.rows(); ++row) {
        if (e.firms.state[row] != FirmState::active) continue;
        const auto sector = e.groups[e.firms.group[row]].sector;
        if (e.firms.expected[row] <= most[sector]) continue; // coefficients sum to less than 1
        double coef = 0;
        for (auto edge : net.outgoing(row)) coef += e.links.coef[edge];
        if (coef * e.firms.expected[row] <= most[sector]) continue;
        most[sector] = coef * e.firms.expected[row];
        e.turnover.leaders[sector] = e.firms.id[row];
    }
}

bool is_leader(const Economy& e, std::size_t row)
{
    return e.turnover.leaders[e.groups[e.firms.group[row]].sector] == e.firms.id[row];
}

double leaders_output(const Economy& e)
{
    double sum = 0;
    for (auto id : e.turnover.leaders) {
        const auto at = std::lower_bound(e.firms.id.begin(), e.firms.id.end(), id);
        if (at != e.firms.id.end() && *at == id) sum += e.firms.made[static_cast<std::size_t>(at - e.firms.id.begin())];
    }
    return sum;
}

} // namespace rongtong
