// A new firm (N1): what its founders bring, its row and links, and what the books say of it. Equations: entry.cpp.
#include "models/agents/firm_events.hpp"
#include "models/capital/banking.hpp"
#include "models/capital/payout.hpp"
#include "models/labour/hiring.hpp"
#include "models/ledger/till.hpp"
#include "models/population/renewal.hpp"
#include "models/population/size_class.hpp"

#include <algorithm>
#include <cmath>

namespace rongtong {

namespace {

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
    const auto edges = plans.count(sector, workers);
    append_firm(e.firms);
    e.links.network.target.resize(e.links.network.edges() + edges);
    resize_columns(e.links, e.links.network.edges());
    e.links.network.append_row(edges);
}

// What founders begin with.
struct Founding {
    std::uint64_t id;
    Cell cell;
    std::size_t sector, region;
    std::int32_t workers;
    double productivity, output, capital; // output: goods a month at normal hours
    Money cash, capital_paid;
};

// Workers, at most entrants_reach of the unemployed.
std::int32_t entrant_size(const Economy& e, const Founding& n, double u)
{
    const Sector& s = e.technology.sectors[n.sector];
    const auto& p = e.setup.parameters;
    const double drawn = s.size_scale * (std::pow(u, -1 / p.network.size_shape) - 1);
    const double found = hands(e.labour(Labour::workers, n.region), p.labour.entrants_reach);
    const double wanted = std::clamp(1 + std::floor(p.turnover.entrant_size * drawn), 1.0,
                                     std::max(1.0, s.largest_workers));
    return static_cast<std::int32_t>(std::min(found, wanted));
}

// False: no hands, no savings or no capital for it. Else its capital is taken.
bool plan_founding(Economy& e, const Draws& draws, Founding& n)
{
    const Sector& s = e.technology.sectors[n.sector];
    const auto& p = e.setup.parameters;
    const auto w = draws.words(n.id, e.month, Purpose::entry_firm);
    n.workers = entrant_size(e, n, to_uniform(w[0]));
    if (n.workers < 1) return false;
    n.productivity = s.productivity * e.setup.calibration->regions[n.region].relative_wage *
                     std::exp(p.network.productivity_spread * normal_from(w[1], w[2]));
    n.output = n.productivity * n.workers;
    n.cash = round_fen(100 * p.turnover.entrant_cash * s.unit_cost * n.output);
    const double fen_per_capital = 100 * p.credit.liquidation_value * e.market.capital_price[UseRegion(n.region)];
    if (n.cash + round_fen(fen_per_capital * s.capital * n.output) > e.households[n.region].deposits) return false;
    n.capital = take_capital(e, n.cell, s.capital * n.output);
    n.capital_paid = round_fen(fen_per_capital * n.capital);
    return n.capital > 0;
}

// Fills the last row.
void settle_in(Economy& e, const Draws& draws, const Founding& n)
{
    const Sector& s = e.technology.sectors[n.sector];
    auto& f = e.firms;
    const std::size_t row = f.rows() - 1;
    f.id[row] = n.id;
    f.group[row] = e.groups.number({static_cast<std::uint8_t>(n.sector), static_cast<std::uint8_t>(n.region),
                                    size_class(s, n.workers, n.output * 12), Owner::private_owner, Tier::none});
    f.state[row] = FirmState::active;
    f.born[row] = e.month;
    f.workers[row] = n.workers;
    f.productivity[row] = n.productivity;
    f.capital[row] = n.capital;
    f.expected[row] = n.output;
    f.price[row] = e.market.price[n.cell];
    f.unit_cost[row] = s.unit_cost;
    f.margin[row] = static_cast<float>(s.margin);
    f.appeal[row] = n.output / std::max(1e-9, e.market.ordered[n.cell]);
    f.prudence[row] = prudence_from(draws.uniform(n.id, 0, Purpose::prudence),
                                    e.setup.parameters.accounting.buffer_spread);
    f.bank[row] = choose_bank(e, n.region, draws.uniform(n.id, e.month, Purpose::firm_bank));
    form_opinion(e, draws, row, e.month);
}

void book_entry(Economy& e, const Founding& n)
{
    const std::size_t row = e.firms.rows() - 1;
    e.sums.resize(e.groups.size());
    auto& savers = e.ledger.households[n.region];
    firm_receives(e, row, Flow::entry_capital, savers, n.cash);
    transfer(Flow::used_capital, savers, e.ledger.government, n.capital_paid);
    FirmSums& sums = e.sums[e.firms.group[row]];
    sums.entries += 1;
    sums.firms += 1;
    sums.workers += n.workers;
    sums.entry_capital += fixed_goods(n.capital);
    sums.capital += fixed_goods(n.capital);
    e.labour(Labour::workers, n.region).employed_in_firms += n.workers;
    e.records.events.push_back({EventKind::entry, n.id, e.firms.group[row], n.workers, Money(), Money()});
}

} // namespace

bool found_firm(Economy& e, const Draws& draws, const LinkPlans& plans, std::size_t cell)
{
    const std::size_t regions = e.groups.regions();
    Founding n{};
    n.id = e.next_id;
    n.cell = Cell(cell), n.sector = cell / regions, n.region = cell % regions;
    if (!plan_founding(e, draws, n)) return false;
    append_row(e, plans, n.sector, n.workers);
    ++e.next_id;
    settle_in(e, draws, n);
    book_entry(e, n);
    return true;
}

} // namespace rongtong
