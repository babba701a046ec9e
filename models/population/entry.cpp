// Entry (N1), after outcomes and before the books.
//
//   entrants of a cell a month = base rate * exp(entry_profit * (margin of the cell - its start)
//                                + entry_shortage * unfilled share of orders), rounded by chance
//   base rate                  = entry_base * expected closures of the starting firms at their usual margin
//   an emptied cell gets an entrant.
// An entrant brings its owner's money (entrant_cash months of planned costs), buys capital of firms that left (same cell, then
// same sector) from the receiver at liquidation_value of the price of new, draws suppliers as at the start, orders inputs in its first month and opens in the next, when it takes
// customers whose supplier was lost until they ask for half of what it can make beside the market.
// Parameters: turnover_rules.hpp, network_rules.hpp. Test: tests/models/turnover.cpp.
#include "models/population/renewal.hpp"
#include "sim/parallel.hpp"

#include <algorithm>
#include <cmath>

namespace rongtong {

namespace {

std::int64_t entrants_of(const Economy& e, std::size_t cell, const CellMonth& m, const Draws& draws)
{
    const auto& t = e.turnover;
    if (t.entry_rate[cell] <= 0) return 0;
    const double margin = m.revenue > 0 ? static_cast<double>(m.profit) / static_cast<double>(m.revenue)
                                        : t.margin_at_start[cell];
    const double unfilled = m.orders > 0 ? 1 - static_cast<double>(m.shipped) / static_cast<double>(m.orders) : 0;
    const auto& rules = e.setup.parameters.turnover;
    const double exponent = rules.entry_profit * (margin - t.margin_at_start[cell]) + rules.entry_shortage * unfilled;
    const double rate = t.entry_rate[cell] * std::exp(std::clamp(exponent, -3.0, 3.0));
    const auto n = round_by_chance(rate, draws.uniform(cell, e.month, Purpose::entry_count));
    return m.firms == 0 ? std::max<std::int64_t>(1, n) : n;
}

// An entrant's suppliers and terms (as start/network.cpp): a row phase.
void draw_suppliers(Economy& e, const Draws& draws, const LinkPlans& plans, const SupplierChoice& choice,
                    std::size_t first)
{
    for_blocks(
        e.firms.rows() - first,
        [&](std::size_t begin, std::size_t end, std::size_t) {
            for (std::size_t row = first + begin; row < first + end; ++row) {
                draw_links(e, draws, plans, choice, row, e.month);
                for (std::uint32_t n = 0; n < e.links.network.count[row]; ++n)
                    set_terms(e, draws, row, e.links.network.first[row] + n, n, e.month);
            }
        },
        64);
}

// Makes an entrant known to its suppliers; what they can't take on it buys on the market. Serial: lists of suppliers grow.
void link_entrant(Economy& e, std::size_t row)
{
    auto& net = e.links.network;
    const Group& g = e.groups[e.firms.group[row]];
    double linked = 0, crossing = 0;
    for (auto edge : net.outgoing(row)) {
        net.attach(edge);
        fit_to_supplier(e, edge, row);
        linked += e.links.coef[edge];
        if (e.groups[e.firms.group[net.target[edge]]].region != g.region) crossing += e.links.coef[edge];
    }
    e.firms.basket_coef[row] = std::max(0.0, e.technology.sectors[g.sector].domestic - linked);
    e.firms.border_coef[row] = static_cast<float>(crossing);
}

} // namespace

void enter_firms(Economy& e, const Draws& draws, const LinkPlans& plans, const SupplierChoice& choice)
{
    const std::size_t cells = e.turnover.entry_rate.size(), first = e.firms.rows();
    auto& months = e.work.cell_months;
    months.assign(cells, {});
    for (std::size_t g = 0; g < e.groups.size(); ++g) {
        auto& m = months[e.groups.cell(g)];
        m.orders += e.sums[g].orders, m.shipped += e.sums[g].shipped;
        m.firms += e.sums[g].firms, m.profit += e.sums[g].profit,
            m.revenue += e.sums[g].link_revenue + e.sums[g].market_revenue;
    }
    for (std::size_t k = 0; k < cells; ++k)
        for (auto n = entrants_of(e, k, months[k], draws); n > 0 && found_firm(e, draws, plans, k); --n) {
        }
    draw_suppliers(e, draws, plans, choice, first);
    for (std::size_t row = first; row < e.firms.rows(); ++row) link_entrant(e, row);
    e.work.offers.resize(e.firms.rows());
}

} // namespace rongtong
