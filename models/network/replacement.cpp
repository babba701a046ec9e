// A lost supplier is replaced in the month of the loss (O6): first by entrants that open, then by a draw with the weights of the
// network build (supplier_choice.hpp). The new partner is asked for at most largest_new of its usual sales; the rest of the
// link moves to the market. Parameters: network_rules.hpp. Test: tests/models/turnover.cpp.
#include "models/network/replacement.hpp"

#include "models/network/review.hpp"
#include "sim/parallel.hpp"

#include <algorithm>

namespace rongtong {

namespace {

// Entrants of last month, which open now, by sector.
std::vector<std::vector<NewSupplier>>& openings(Economy& e)
{
    auto& by_sector = e.work.openings;
    by_sector.resize(e.groups.sectors());
    for (auto& list : by_sector) list.clear();
    std::size_t row = e.firms.rows();
    while (row > 0 && e.firms.born[row - 1] >= e.month - 1) --row;
    for (; row < e.firms.rows(); ++row)
        if (e.firms.born[row] == e.month - 1 && e.firms.state[row] == FirmState::active)
            by_sector[e.groups[e.firms.group[row]].sector].push_back(
                {static_cast<std::uint32_t>(row), 0.5 * e.firms.expected[row]});
    for (auto& list : by_sector) std::reverse(list.begin(), list.end()); // taken from the back: lowest id first
    return by_sector;
}

// Draws a new supplier for each, in the order of links; buyers that are gone need none. A row phase.
const std::vector<LostLink>& draw_replacements(Economy& e, const Draws& draws, const SupplierChoice& choice)
{
    auto& lost = e.work.lost_links;
    lost.clear();
    for (auto& block : e.work.lost) {
        for (auto edge : block) lost.push_back({edge, 0, no_supplier});
        block.clear();
    }
    for_blocks(
        lost.size(),
        [&](std::size_t begin, std::size_t end, std::size_t) {
            for (std::size_t k = begin; k < end; ++k) {
                LostLink& l = lost[k];
                l.buyer = e.links.network.owner(l.edge);
                if (e.firms.state[l.buyer] == FirmState::active)
                    l.supplier = draw_supplier(e, draws, choice, l.buyer, e.links.sector[l.edge],
                                               l.edge - e.links.network.first[l.buyer], e.month);
            }
        },
        256);
    return lost;
}

} // namespace

void move_link(Economy& e, const Draws& draws, std::uint32_t edge, std::uint32_t buyer, std::uint32_t supplier)
{
    auto& net = e.links.network;
    const auto region = [&](std::uint32_t row) { return e.groups[e.firms.group[row]].region; };
    float& border = e.firms.border_coef[buyer];
    if (region(net.target[edge]) != region(buyer)) border = std::max(0.0f, border - e.links.coef[edge]);
    e.links.coef[edge] *= e.firms.worth[supplier] / e.firms.worth[net.target[edge]]; // as many comparable goods
    net.retarget(edge, supplier, e.firms.state[net.target[edge]] != FirmState::gone);
    fit_to_supplier(e, edge, buyer);
    if (region(supplier) != region(buyer)) border += e.links.coef[edge];
    set_terms(e, draws, buyer, edge, edge - net.first[buyer], e.month);
}

void fit_to_supplier(Economy& e, std::uint32_t edge, std::size_t buyer)
{
    const double most = e.setup.parameters.network.largest_new * e.firms.expected[e.links.network.target[edge]];
    const double wanted = e.links.coef[edge] * e.firms.expected[buyer];
    if (wanted <= most) return;
    const double moved = e.links.coef[edge] * (1 - most / wanted);
    e.links.coef[edge] = static_cast<float>(e.links.coef[edge] - moved);
    e.firms.basket_coef[buyer] += moved;
}

void replace_lost(Economy& e, const Draws& draws, const SupplierChoice& choice)
{
    auto& opening = openings(e);
    for (const LostLink& l : draw_replacements(e, draws, choice)) {
        if (e.firms.state[l.buyer] != FirmState::active || settle_lost_trial(e, l.buyer, l.edge)) continue;
        auto& list = opening[e.links.sector[l.edge]];
        if (!list.empty() && list.back().row != l.buyer) {
            auto& o = list.back();
            o.room -= e.links.coef[l.edge] * e.firms.expected[l.buyer];
            move_link(e, draws, l.edge, l.buyer, o.row);
            if (o.room <= 0) list.pop_back();
        } else if (l.supplier != no_supplier) {
            move_link(e, draws, l.edge, l.buyer, l.supplier);
        }
    }
}

} // namespace rongtong
