// Entry (N1), after outcomes and before the books.
//
//   entrants of a cell a month = entry_base * expected exits of its firms * (orders per firm / (those of the start * index of
//                                progress)) ^ entry_orders
//                                * exp(entry_shortage * unfilled share of orders), rounded by chance
//   expected exits             = sum of exit_odds.hpp: at usual margins, so that a slump of profits does not bring entrants
//   an emptied cell gets an entrant; where firms draw others: density.hpp
// An entrant is as large as a firm of the start drawn by its odds of exit, so that sizes stay what they are. It brings its owner's
// money (entrant_cash months of planned costs and the price of its capital), buys used_share of its capital from what firms left
// behind (same cell, then same sector) at liquidation_value of the price of new, the rest new with its first orders, draws
// suppliers as at the start, orders inputs in its first month and opens in the next, when it takes customers whose supplier was
// lost until they ask for half of what it can make beside the market.
// Source of the anchor: Bresnahan & Reiss 1991, doi 10.1086/261786. Parameters: turnover_rules.hpp, network_rules.hpp. Test:
// tests/models/entry.cpp.
#include "models/population/density.hpp"
#include "models/population/renewal.hpp"
#include "sim/parallel.hpp"

#include <algorithm>
#include <cmath>

namespace rongtong {

namespace {

// That can be expected in a month; 0 where there was never a firm.
double expected_entrants(const Economy& e, std::size_t cell, const CellMonth& m)
{
    const auto& t = e.turnover;
    if (t.firms_at_start[cell] <= 0 || m.firms == 0) return 0;
    const auto& rules = e.setup.parameters.turnover;
    const double orders = from_fixed_goods(m.orders), per_firm = orders / static_cast<double>(m.firms);
    const double usual = e.progress.index * t.orders_at_start[cell] / t.firms_at_start[cell], room = per_firm / usual;
    const double unfilled = orders > 0 ? 1 - from_fixed_goods(m.shipped) / orders : 0;
    return rules.entry_base * from_fixed_odds(m.exits_expected) *
           std::pow(std::clamp(room, 0.05, 20.0), rules.entry_orders) * std::exp(rules.entry_shortage * unfilled);
}

void gather_cells(Economy& e)
{
    auto& months = e.work.cell_months;
    months.assign(e.turnover.firms_at_start.size(), {});
    for (std::size_t g = 0; g < e.groups.size(); ++g) {
        auto& m = months[e.groups.cell(g)];
        m.orders += e.sums[g].orders, m.shipped += e.sums[g].shipped;
        m.firms += e.sums[g].firms, m.exits_expected += e.sums[g].exits_expected;
    }
}

// Expected entrants by cell, where firms draw others (density.hpp).
const std::vector<double>& set_entrants(Economy& e)
{
    auto &entrants = e.work.entrants, &firms = e.work.firms_of_cell, &factors = e.work.density;
    const auto& months = e.work.cell_months;
    const double density = e.setup.parameters.turnover.density;
    entrants.resize(months.size());
    for (std::size_t k = 0; k < months.size(); ++k) entrants[k] = expected_entrants(e, k, months[k]);
    if (density == 0) return entrants;
    firms.resize(months.size());
    for (std::size_t k = 0; k < months.size(); ++k) firms[k] = static_cast<double>(months[k].firms);
    const std::size_t regions = e.groups.regions();
    set_density({firms, regions}, {e.turnover.firms_at_start, regions}, entrants, density, factors);
    for (std::size_t k = 0; k < entrants.size(); ++k) entrants[k] *= factors[k];
    return entrants;
}

std::int64_t entrants_of(const Economy& e, std::size_t cell, double expected, const Draws& draws)
{
    if (e.turnover.firms_at_start[cell] <= 0) return 0;
    if (e.work.cell_months[cell].firms == 0) return 1;
    return round_by_chance(expected, draws.uniform(cell, e.month, Purpose::entry_count));
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
    e.firms.basket_coef[row] = std::max(0.0,
                                        e.technology.sectors[g.sector].domestic - linked - e.firms.digital_rate[row]);
    e.firms.border_coef[row] = static_cast<float>(crossing);
}

} // namespace

void enter_firms(Economy& e, const Draws& draws, const LinkPlans& plans, const SupplierChoice& choice)
{
    const std::size_t first = e.firms.rows();
    gather_cells(e);
    const auto& expected = set_entrants(e);
    for (std::size_t k = 0; k < expected.size(); ++k)
        for (auto n = entrants_of(e, k, expected[k], draws); n > 0 && found_firm(e, draws, plans, k); --n) {
        }
    link_entrants(e, draws, plans, choice, first);
}

void link_entrants(Economy& e, const Draws& draws, const LinkPlans& plans, const SupplierChoice& choice,
                   std::size_t first)
{
    draw_suppliers(e, draws, plans, choice, first);
    for (std::size_t row = first; row < e.firms.rows(); ++row) link_entrant(e, row);
    e.work.offers.resize(e.firms.rows());
}

} // namespace rongtong
