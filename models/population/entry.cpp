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
#include "models/capital/banking.hpp"
#include "models/capital/payout.hpp"
#include "models/population/renewal.hpp"
#include "models/population/size_class.hpp"
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

// Capital that firms left behind: of the cell first, then of the sector's other regions.
double take_capital(Economy& e, std::size_t cell, double wanted)
{
    auto& used = e.turnover.used_capital;
    const std::size_t R = e.groups.regions(), first = cell / R * R;
    double taken = std::min(wanted, used[cell]);
    used[cell] -= taken;
    for (std::size_t k = first; k < first + R && taken < wanted; ++k) {
        const double more = std::min(wanted - taken, used[k]);
        used[k] -= more;
        taken += more;
    }
    return taken;
}

void append_row(Economy& e, const LinkPlans& plans, std::size_t sector, std::int32_t workers)
{
    const std::size_t row = e.firms.rows();
    const auto edges = plans.count(sector, workers);
    e.firms.resize(row + 1);
    e.links.network.target.resize(e.links.network.edges() + edges);
    e.links.resize(e.links.network.edges());
    for (auto edge = e.links.network.edges() - edges; edge < e.links.network.edges(); ++edge) {
        e.links.flow[edge] = LinkFlow{};
        e.links.habit[edge] = LinkHabit{};
        for (auto& month_due : e.links.ring) month_due[edge] = Money();
    }
    e.links.network.append_row(edges);
}

bool found_firm(Economy& e, const Draws& draws, const LinkPlans& plans, std::size_t cell)
{
    const std::size_t R = e.groups.regions(), sector = cell / R, region = cell % R;
    const Sector& s = e.technology.sectors[sector];
    const auto& p = e.setup.parameters;
    const std::uint64_t id = e.next_id;
    const auto w = draws.words(id, e.month, Purpose::entry_firm);
    const double drawn = s.size_scale * (std::pow(to_uniform(w[0]), -1 / p.network.size_shape) - 1);
    auto& h = e.households[region];
    const double hands = 0.2 * (h.labour_force - h.employed_in_firms - h.employed_in_pools); // of the unemployed
    const auto workers = static_cast<std::int32_t>(std::min(
        hands, std::clamp(1 + std::floor(p.turnover.entrant_size * drawn), 1.0, std::max(1.0, s.largest_workers))));
    if (workers < 1) return false;
    const double productivity = s.productivity * e.setup.calibration->regions[region].relative_wage *
                                std::exp(p.network.productivity_spread * normal_from(w[1], w[2]));
    const double output = productivity * workers;
    const Money cash = round_fen(100 * p.turnover.entrant_cash * s.unit_cost * output);
    const double fen_per_capital = 100 * p.credit.liquidation_value * e.market.capital_price[region];
    if (cash + round_fen(fen_per_capital * s.capital * output) > h.deposits) return false;
    const double capital = take_capital(e, cell, s.capital * output);
    if (capital <= 0) return false;
    const Money capital_paid = round_fen(fen_per_capital * capital);
    append_row(e, plans, sector, workers);
    ++e.next_id;
    auto& f = e.firms;
    const std::size_t row = f.rows() - 1;
    f.id[row] = id;
    f.group[row] = e.groups.number({static_cast<std::uint8_t>(sector), static_cast<std::uint8_t>(region),
                                    size_class(s, workers, output * 12), Owner::private_owner, Tier::none});
    f.state[row] = FirmState::active;
    f.born[row] = e.month;
    f.workers[row] = workers;
    f.productivity[row] = productivity;
    f.capital[row] = capital;
    f.expected[row] = output;
    f.price[row] = e.market.price[cell];
    f.unit_cost[row] = s.unit_cost;
    f.reliability[row] = f.quality[row] = 1;
    f.margin[row] = static_cast<float>(s.margin);
    f.appeal[row] = output / std::max(1e-9, e.market.ordered[cell]);
    f.prudence[row] = prudence_from(draws.uniform(id, 0, Purpose::prudence), p.accounting.buffer_spread);
    f.cash[row] = cash;
    f.bank[row] = choose_bank(e, region, draws.uniform(id, e.month, Purpose::firm_bank));
    form_opinion(e, draws, row, e.month);
    e.bank_sums[f.bank[row]].deposits += cash.fen;
    e.sums.resize(e.groups.size());
    FirmSums& sums = e.sums[f.group[row]];
    sums.entries += 1;
    sums.firms += 1;
    sums.workers += workers;
    sums.entry_money += cash.fen;
    sums.cash += cash.fen;
    sums.entry_capital += fixed_goods(capital);
    sums.entry_capital_paid += capital_paid.fen;
    sums.capital += fixed_goods(capital);
    h.entry_money += cash;
    h.used_capital += capital_paid;
    h.employed_in_firms += workers;
    e.records.events.push_back({EventKind::entry, id, f.group[row], f.workers[row], Money(), Money()});
    return true;
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
    for (auto edge = net.first[row]; edge < net.first[row] + net.count[row]; ++edge) {
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
