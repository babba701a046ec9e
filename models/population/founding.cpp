// A new firm (N1): what its founders bring, its row and links, and what the books say of it. Equations: entry.cpp.
#include "models/agents/firm_events.hpp"
#include "models/capital/banking.hpp"
#include "models/capital/payout.hpp"
#include "models/digital/tools_of_firm.hpp"
#include "models/labour/hiring.hpp"
#include "models/labour/hours.hpp"
#include "models/labour_kinds.hpp"
#include "models/ledger/till.hpp"
#include "models/population/closure.hpp"
#include "models/population/renewal.hpp"
#include "models/population/size_class.hpp"
#include "models/research/research.hpp"
#include "models/research/start_technology.hpp"
#include "models/selection/size_score.hpp"
#include "models/selection/usual_debt.hpp"

#include <algorithm>
#include <cmath>

namespace rongtong {

namespace {

// Capital that firms left behind: of the cell first, then of the sector's other regions; its holders are paid.
double take_capital(Economy& e, Cell cell, double wanted)
{
    auto& used = e.turnover.used_capital;
    const std::size_t R = e.groups.regions(), region = cell % R, first = cell / R * R;
    const double price = e.setup.parameters.credit.liquidation_value * e.market.capital_price[UseRegion(region)];
    double taken = 0;
    const auto take = [&](std::size_t k) {
        const double more = std::min(wanted - taken, used[k]);
        if (more <= 0) return;
        used[k] -= more, taken += more;
        transfer(Flow::used_capital, e.ledger.households[region], e.ledger.households[k % R],
                 round_fen(100 * price * more));
    };
    take(cell);
    for (std::size_t k = first; k < first + R; ++k) take(k);
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
    double grade, technology, unit_cost;
    float labour_cost, capital_need, worth; // as columns hold them
    UsualDebt usual;
    double productivity, output, capital; // output: goods a month that it plans; capital: bought used
    Money cash;
};

// Workers of a firm of the start drawn by its odds of exit, at most entrants_reach of the unemployed; researchers are trained on the job.
std::int32_t entrant_size(const Economy& e, const Founding& n, double u)
{
    const auto& t = e.turnover;
    const auto first = t.exit_weight.begin() + t.exit_first[n.sector],
               last = t.exit_weight.begin() + t.exit_first[n.sector + 1];
    if (first == last) return 0;
    const auto at = std::min(std::lower_bound(first, last, u * *(last - 1)), last - 1);
    const double found = hands(e.labour(Labour::workers, n.region), e.setup.parameters.labour.entrants_reach);
    return static_cast<std::int32_t>(
        std::min(found, t.exit_workers[static_cast<std::size_t>(at - t.exit_weight.begin())]));
}

// What its grade and technology mean in its cell.
void price_edge(const Economy& e, Founding& n)
{
    const Sector& s = e.technology.sectors[n.sector];
    const auto& p = e.setup.parameters;
    const auto& rules = p.selection;
    const auto& costs = e.cell_costs;
    const bool differ = s.labour_cost_slope > 0;
    const double edge = cost_edge(n.grade, n.technology, rules);
    n.labour_cost = differ ? static_cast<float>(labour_cost_of(s, edge, costs.labour_scale[n.cell])) : 1;
    n.unit_cost = unit_cost_of(s, n.labour_cost);
    n.worth = static_cast<float>(worth_of(s, n.labour_cost, rules));
    n.capital_need = differ ? static_cast<float>(costs.capital_scale[n.cell] * capital_need_of(s, n.labour_cost)) : 1;
    n.usual = usual_debt_of(s, n.labour_cost, n.capital_need, 0, 1, p);
}

// Where there is research, that of firms that do none.
double entrant_technology(const Economy& e, std::size_t sector, double z)
{
    const auto& p = e.setup.parameters;
    if (!researches(e)) return p.selection.technology_spread * z;
    return e.frontier.front[sector] + technology_of_others(p, z);
}

// Entrants are like those who leave, so that firms stay what they are: one of a few candidates, by odds of exit. z: its grade, where
// firms do not differ in cost.
void draw_edge(const Economy& e, const Draws& draws, double z, Founding& n)
{
    constexpr std::uint32_t candidates = 4;
    const Sector& s = e.technology.sectors[n.sector];
    const auto& p = e.setup.parameters;
    const double spread = p.network.productivity_spread;
    n.grade = spread * z, n.technology = researches(e) ? entrant_technology(e, n.sector, 0) : 0;
    price_edge(e, n);
    if (p.selection.selection_switch <= 0) return;
    const double score = size_score(s, p.network.size_shape, n.workers);
    double weights = 0;
    for (std::uint32_t k = 0; k < candidates; ++k) {
        const auto w = draws.words(n.id, e.month, Purpose::entrant_edge, 2 * k),
                   u = draws.words(n.id, e.month, Purpose::entrant_edge, 2 * k + 1);
        Founding other = n;
        other.grade = log_grade(score, normal_from(w[0], w[1]), spread, p.selection);
        other.technology = entrant_technology(e, n.sector, normal_from(w[2], w[3]));
        price_edge(e, other);
        const double lacks = s.margin - other.usual.margin;
        const double weight = margin_lift(lacks, p.turnover);
        weights += weight;
        if (to_uniform(u[0]) * weights <= weight) n = other;
    }
}

// False: no hands or no savings for it. Else its used capital is taken.
bool plan_founding(Economy& e, const Draws& draws, Founding& n)
{
    const Sector& s = e.technology.sectors[n.sector];
    const auto& p = e.setup.parameters;
    const auto w = draws.words(n.id, e.month, Purpose::entry_firm);
    n.workers = entrant_size(e, n, to_uniform(w[0]));
    if (n.workers < 1) return false;
    draw_edge(e, draws, normal_from(w[1], w[2]), n);
    n.productivity = s.productivity * e.setup.calibration->regions[n.region].relative_wage * n.worth *
                     std::exp(n.grade + n.technology);
    n.output = e.progress.level * n.productivity * (n.workers - idle_part(n.workers, to_uniform(w[3])));
    const double wanted = s.capital * n.capital_need * n.output, price = e.market.capital_price[UseRegion(n.region)];
    const Money costs = round_fen(100 * p.turnover.entrant_cash * n.unit_cost * n.output);
    if (costs + round_fen(100 * price * wanted) > e.households[n.region].deposits) return false;
    n.capital = take_capital(e, n.cell, p.turnover.used_share * wanted);
    n.cash = costs + round_fen(100 * price * (wanted - n.capital));
    return true;
}

// Fills the last row.
void settle_in(Economy& e, const Draws& draws, const Founding& n)
{
    const Sector& s = e.technology.sectors[n.sector];
    auto& f = e.firms;
    const std::size_t row = f.rows() - 1;
    f.id[row] = n.id;
    f.group[row] = e.groups.number({static_cast<std::uint8_t>(n.sector), static_cast<std::uint8_t>(n.region),
                                    size_class(s, n.workers, n.output * 12 / e.progress.index), Owner::private_owner,
                                    Tier::none});
    f.state[row] = FirmState::active;
    f.born[row] = e.month;
    f.workers[row] = n.workers;
    f.productivity[row] = n.productivity;
    f.capital[row] = n.capital;
    f.grade[row] = static_cast<float>(n.grade);
    f.technology[row] = static_cast<float>(n.technology);
    f.labour_cost[row] = n.labour_cost;
    f.capital_need[row] = n.capital_need;
    f.worth[row] = static_cast<float>(n.worth * e.cell_costs.worth_scale[n.cell]);
    f.expected[row] = f.usual_output[row] = n.output;
    f.price[row] = e.market.price[n.cell];
    f.unit_cost[row] = n.unit_cost;
    f.margin[row] = f.usual_margin[row] = static_cast<float>(n.usual.margin);
    f.debt[row] = static_cast<float>(n.usual.debt);
    f.appeal[row] = n.output / f.worth[row] / std::max(1e-9, (1 + e.progress.trend) * e.market.ordered[n.cell]);
    f.prudence[row] = prudence_from(draws.uniform(n.id, 0, Purpose::prudence),
                                    e.setup.parameters.accounting.buffer_spread);
    f.bank[row] = choose_bank(e, n.region, draws.uniform(n.id, e.month, Purpose::firm_bank));
    form_opinion(e, draws, row, e.month);
    begin_tools(e, draws, row);
}

void book_entry(Economy& e, const Founding& n)
{
    const std::size_t row = e.firms.rows() - 1;
    e.sums.resize(e.groups.size());
    auto& savers = e.ledger.households[n.region];
    firm_receives(e, row, Flow::entry_capital, savers, n.cash);
    FirmSums& sums = e.sums[e.firms.group[row]];
    sums.entries += 1;
    sums.firms += 1;
    sums.workers += n.workers;
    sums.entry_capital += fixed_goods(n.capital);
    sums.capital += fixed_goods(n.capital);
    sums.capital_wanted += fixed_goods(n.capital); // what it lacks it orders at once
    market_of(e, n.sector, n.region).employed_in_firms += n.workers;
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
