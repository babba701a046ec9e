// Entry and the replacement of lost suppliers (N1, O6), after outcomes and before the books.
//
//   entrants of a cell a month = base rate * exp(entry_profit * (margin of the cell - its start)
//                                + entry_shortage * unfilled share of orders), rounded by chance
//   base rate                  = entry_base * expected closures of the starting firms at their usual margin
//   an emptied cell gets an entrant.
// An entrant brings its owner's money (entrant_cash months of planned costs), takes capital of firms that left (same cell, then
// same sector), draws suppliers as at the start, orders inputs in its first month and opens in the next, when it takes
// customers whose supplier was lost until they ask for half of what it can make beside the market. The other lost links are redrawn at once with
// the weights of the network build. Parameters: turnover_rules.hpp, network_rules.hpp. Test: tests/models/turnover.cpp.
#include "models/phases.hpp"

#include "models/orders/link_plan.hpp"
#include "models/orders/supplier_choice.hpp"
#include "models/population/size_class.hpp"
#include "sim/parallel.hpp"

#include <algorithm>
#include <cmath>

namespace rongtong {

namespace {

void take_exits(Economy& e)
{
    e.records.events.clear();
    for (auto& block : e.work.exits) {
        e.records.events.insert(e.records.events.end(), block.begin(), block.end());
        block.clear();
    }
    for (std::size_t g = 0; g < e.groups.size(); ++g)
        e.turnover.used_capital[e.groups.cell(g)] += from_fixed_goods(e.sums[g].freed_capital);
}

struct CellMonth {
    std::int64_t firms = 0, profit = 0, revenue = 0, orders = 0, shipped = 0;
};

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
    const auto workers = static_cast<std::int32_t>(
        std::clamp(1 + std::floor(p.turnover.entrant_size * drawn), 1.0, std::max(1.0, s.largest_workers)));
    const double productivity = s.productivity * e.setup.calibration->regions[region].relative_wage *
                                std::exp(p.network.productivity_spread * normal_from(w[1], w[2]));
    const double output = productivity * workers;
    const Money cash = round_fen(100 * p.turnover.entrant_cash * s.unit_cost * output);
    if (cash > e.households[region].deposits) return false;
    const double capital = take_capital(e, cell, s.capital * output);
    if (capital <= 0) return false;
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
    f.cash[row] = cash;
    e.sums.resize(e.groups.size());
    FirmSums& sums = e.sums[f.group[row]];
    sums.entries += 1;
    sums.firms += 1;
    sums.entry_money += cash.fen;
    sums.cash += cash.fen;
    sums.entry_capital += fixed_goods(capital);
    sums.capital += fixed_goods(capital);
    e.households[region].entry_money += cash;
    e.records.events.push_back({EventKind::entry, id, f.group[row], f.workers[row], Money(), Money()});
    return true;
}

// A new supplier is not asked for more than it can take on; what is beyond is bought on the market.
void fit_to_supplier(Economy& e, std::uint32_t edge, std::size_t buyer)
{
    const double most = e.setup.parameters.network.largest_new * e.firms.expected[e.links.network.target[edge]];
    const double wanted = e.links.coef[edge] * e.firms.expected[buyer];
    if (wanted <= most) return;
    const double moved = e.links.coef[edge] * (1 - most / wanted);
    e.links.coef[edge] = static_cast<float>(e.links.coef[edge] - moved);
    e.firms.basket_coef[buyer] += moved;
}

// An entrant's suppliers, terms and market remainder (as start/network.cpp).
void link_entrant(Economy& e, const Draws& draws, const LinkPlans& plans, const SupplierChoice& choice, std::size_t row)
{
    auto& net = e.links.network;
    const Group& g = e.groups[e.firms.group[row]];
    draw_links(e, draws, plans, choice, row, e.month);
    double linked = 0, crossing = 0;
    for (std::uint32_t n = 0; n < net.count[row]; ++n) {
        const auto edge = net.first[row] + n;
        set_terms(e, draws, row, edge, n, e.month);
        net.attach(edge);
        fit_to_supplier(e, edge, row);
        linked += e.links.coef[edge];
        if (e.groups[e.firms.group[net.target[edge]]].region != g.region) crossing += e.links.coef[edge];
    }
    e.firms.basket_coef[row] = std::max(0.0, e.technology.sectors[g.sector].domestic - linked);
    e.firms.border_coef[row] = static_cast<float>(crossing);
}

void enter(Economy& e, const Draws& draws, const LinkPlans& plans, const SupplierChoice& choice)
{
    const std::size_t cells = e.turnover.entry_rate.size(), first = e.firms.rows();
    std::vector<CellMonth> months(cells);
    for (std::size_t g = 0; g < e.groups.size(); ++g) {
        auto& m = months[e.groups.cell(g)];
        m.orders += e.sums[g].orders, m.shipped += e.sums[g].shipped;
        m.firms += e.sums[g].firms, m.profit += e.sums[g].profit,
            m.revenue += e.sums[g].link_revenue + e.sums[g].market_revenue;
    }
    for (std::size_t k = 0; k < cells; ++k)
        for (auto n = entrants_of(e, k, months[k], draws); n > 0 && found_firm(e, draws, plans, k); --n) {
        }
    for (std::size_t row = first; row < e.firms.rows(); ++row) link_entrant(e, draws, plans, choice, row);
    e.work.offers.resize(e.firms.rows());
}

// Entrants of last month, which open now: by sector, with what they can still take.
struct Opening {
    std::uint32_t row;
    double room; // goods a month
};

std::vector<std::vector<Opening>> openings(const Economy& e)
{
    std::vector<std::vector<Opening>> by_sector(e.groups.sectors());
    std::size_t row = e.firms.rows();
    while (row > 0 && e.firms.born[row - 1] >= e.month - 1) --row;
    for (; row < e.firms.rows(); ++row)
        if (e.firms.born[row] == e.month - 1 && e.firms.state[row] == FirmState::active)
            by_sector[e.groups[e.firms.group[row]].sector].push_back(
                {static_cast<std::uint32_t>(row), 0.5 * e.firms.expected[row]});
    for (auto& list : by_sector) std::reverse(list.begin(), list.end()); // taken from the back: lowest id first
    return by_sector;
}

std::uint32_t buyer_of(const Network& net, std::uint32_t edge)
{
    const auto it = std::upper_bound(net.first.begin(), net.first.end(), edge);
    auto row = static_cast<std::size_t>(it - net.first.begin()) - 1;
    while (net.count[row] == 0) --row; // rows without links share their start with the next
    return static_cast<std::uint32_t>(row);
}

void move_link(Economy& e, const Draws& draws, std::uint32_t edge, std::uint32_t buyer, std::uint32_t supplier)
{
    auto& net = e.links.network;
    const auto region = [&](std::uint32_t row) { return e.groups[e.firms.group[row]].region; };
    const float coef = e.links.coef[edge];
    float& border = e.firms.border_coef[buyer];
    if (region(net.target[edge]) != region(buyer)) border = std::max(0.0f, border - coef);
    if (region(supplier) != region(buyer)) border += coef;
    net.retarget(edge, supplier, false);
    fit_to_supplier(e, edge, buyer);
    set_terms(e, draws, buyer, edge, edge - net.first[buyer], e.month);
}

void replace_lost(Economy& e, const Draws& draws, const SupplierChoice& choice)
{
    auto opening = openings(e);
    for (auto& block : e.work.lost) {
        for (auto edge : block) {
            const auto buyer = buyer_of(e.links.network, edge);
            if (e.firms.state[buyer] != FirmState::active) continue;
            auto& list = opening[e.links.sector[edge]];
            if (!list.empty() && list.back().row != buyer) {
                auto& o = list.back();
                o.room -= e.links.coef[edge] * e.firms.expected[buyer];
                move_link(e, draws, edge, buyer, o.row);
                if (o.room <= 0) list.pop_back();
                continue;
            }
            const auto supplier = draw_supplier(e, draws, choice, buyer, e.links.sector[edge],
                                                edge - e.links.network.first[buyer], e.month);
            if (supplier != no_supplier) move_link(e, draws, edge, buyer, supplier);
        }
        block.clear();
    }
}

} // namespace

void renew_firms(Economy& e, const Draws& draws)
{
    take_exits(e);
    const bool lucky = e.setup.parameters.luck.luck_switch > 0;
    const bool lost = std::any_of(e.work.lost.begin(), e.work.lost.end(),
                                  [](const auto& block) { return !block.empty(); });
    if (!lucky && !lost) return;
    const LinkPlans plans(e.technology, e.setup.parameters.network);
    const SupplierChoice choice(e);
    if (lucky) enter(e, draws, plans, choice);
    replace_lost(e, draws, choice);
}

} // namespace rongtong
