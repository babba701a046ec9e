// Turnover at the start: what exits and entrants are expected to move, so that month 0 is a rest point with luck too.
//
//   exits of a sector a month:  entry_base * sum over its firms of odds of closure * capital                              X, goods
//   entrants bring as much:     used_share of it used, the rest new; xi = 12 * (1 - used_share) * X / capital, 1/year
//   capital of a firm:          12 * investment of the table / (depreciation + growth + xi), since entrants buy a part of it
//   used capital held:          X * (1 - scrapping - used_share) / (scrapping + growth / 12): what stays when exits come, entrants take, and the
//                               rest is scrapped; and what the cohort takes
//   ages:                       exponential with each firm's odds of exit: the stationary renewal of a hazard that knows no age
//   cohort:                     founders of the month before the first, with their inputs on order
// Without luck nobody leaves or enters, and xi is 0. Parameters: turnover_rules.hpp. Test: tests/models/start.cpp.
#include "models/capital/credit.hpp"
#include "models/network/link_plan.hpp"
#include "models/network/supplier_choice.hpp"
#include "models/population/exit_odds.hpp"
#include "models/population/renewal.hpp"
#include "models/start/firm_debt.hpp"
#include "models/start/growth.hpp"
#include "models/start/start.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace rongtong {

namespace {

struct Odds {
    std::vector<double> closure, all; // by row, a month
};

Odds odds_of_firms(const Economy& e)
{
    const ExitOdds odds(e.setup.parameters.turnover);
    Odds o;
    for (std::size_t row = 0; row < e.firms.rows(); ++row) {
        const double cell = e.turnover.output[e.groups.cell(e.firms.group[row])];
        const Sector& s = e.technology.sectors[e.groups[e.firms.group[row]].sector];
        const double lacks = s.margin - e.firms.usual_margin[row];
        o.closure.push_back(odds.closure(e.firms.workers[row], e.firms.expected[row], cell, lacks));
        o.all.push_back(odds.all(e.firms.workers[row], e.firms.expected[row], cell, lacks));
    }
    return o;
}

void count_cells(Economy& e)
{
    auto& t = e.turnover;
    for (auto* v : {&t.orders_at_start, &t.firms_at_start, &t.output, &t.used_capital})
        v->assign(e.groups.sectors() * e.groups.regions(), 0);
    for (std::size_t row = 0; row < e.firms.rows(); ++row) {
        const Cell cell = e.groups.cell(e.firms.group[row]);
        t.orders_at_start[cell] += e.firms.expected[row];
        t.firms_at_start[cell] += 1;
    }
    t.output = t.orders_at_start;
}

// Rows are sorted by sector.
void set_exit_sizes(Economy& e, const Odds& odds)
{
    auto& t = e.turnover;
    std::vector<std::map<std::int32_t, double>> sizes(e.groups.sectors());
    for (std::size_t row = 0; row < e.firms.rows(); ++row)
        sizes[e.groups[e.firms.group[row]].sector][e.firms.workers[row]] += odds.closure[row];
    t.exit_first.assign(1, 0);
    t.exit_workers.clear(), t.exit_weight.clear();
    for (const auto& sector : sizes) {
        double sum = 0;
        for (const auto& [workers, weight] : sector) {
            if (weight <= 0) continue;
            t.exit_workers.push_back(workers);
            t.exit_weight.push_back(sum += weight);
        }
        t.exit_first.push_back(static_cast<std::uint32_t>(t.exit_weight.size()));
    }
}

// Output of firms that are expected to leave in a month, by cell, as far as capital goes with it.
std::vector<double> leaving_output(const Economy& e, const Odds& odds)
{
    std::vector<double> leaving(e.turnover.output.size());
    const double base = e.setup.parameters.turnover.entry_base;
    for (std::size_t row = 0; row < e.firms.rows(); ++row)
        leaving[e.groups.cell(e.firms.group[row])] += base * odds.closure[row] * e.firms.capital_need[row] *
                                                      e.firms.expected[row];
    return leaving;
}

// Capital per output that the table's investment keeps whole, entrants' purchases apart.
void set_capital(Economy& e, const std::vector<double>& leaving)
{
    const auto& p = e.setup.parameters;
    const StartGrowth growth(p);
    const std::size_t R = e.groups.regions();
    for (std::size_t s = 0; s < e.groups.sectors(); ++s) {
        Sector& sector = e.technology.sectors[s];
        double x = 0, total = 0;
        for (std::size_t k = s * R; k < s * R + R; ++k) x += leaving[k], total += e.turnover.output[k];
        if (total <= 0) continue;
        const double d = p.accounting.depreciation, xi = 12 * (1 - p.turnover.used_share) * x / total;
        const double capital = 12 * sector.investment / (d + growth.year() + xi);
        sector.capital = capital / growth.made(sector);
        set_debt(sector, capital, p);
    }
    e.turnover.entry_out = founders_purchases(e);
    for (std::size_t row = 0; row < e.firms.rows(); ++row) {
        const Sector& sector = e.technology.sectors[e.groups[e.firms.group[row]].sector];
        e.firms.capital[row] = sector.capital * e.firms.capital_need[row] * e.firms.planned[row];
        open_debt(e, row, sector);
    }
}

void set_used_capital(Economy& e, const std::vector<double>& leaving)
{
    const auto& rules = e.setup.parameters.turnover;
    const StartGrowth growth(e.setup.parameters);
    const double stays = std::max(0.0, (1 - rules.scrapping - rules.used_share) / (rules.scrapping + growth.month()));
    for (std::size_t k = 0; k < leaving.size(); ++k) {
        const Sector& sector = e.technology.sectors[k / e.groups.regions()];
        e.turnover.used_capital[k] = (stays + rules.used_share) * leaving[k] * growth.made(sector) * sector.capital;
    }
}

void set_ages(Economy& e, const Odds& odds, const Draws& draws)
{
    for (std::size_t row = 0; row < e.firms.rows(); ++row) {
        const auto w = draws.words(e.firms.id[row], 0, Purpose::firm_age);
        const double months = -std::log(to_uniform(w[0])) / std::max(1e-6, odds.all[row]);
        e.firms.born[row] = -1 - static_cast<std::int32_t>(std::min(1200.0, months));
    }
}

} // namespace

double founders_purchases(const Economy& e)
{
    if (e.setup.parameters.luck.luck_switch <= 0) return 0;
    const StartGrowth growth(e.setup.parameters);
    const double kept = (e.setup.parameters.accounting.depreciation + growth.year()) / 12;
    double sum = 0;
    for (std::size_t k = 0; k < e.turnover.output.size(); ++k) {
        const Sector& s = e.technology.sectors[k / e.groups.regions()];
        sum += (s.investment - kept * growth.made(s) * s.capital) * e.turnover.output[k];
    }
    return sum;
}

void set_turnover(Economy& e, const Draws& draws)
{
    count_cells(e);
    const Odds odds = odds_of_firms(e);
    set_exit_sizes(e, odds);
    set_ages(e, odds, draws);
    if (e.setup.parameters.luck.luck_switch <= 0) return;
    const auto leaving = leaving_output(e, odds);
    set_capital(e, leaving);
    set_used_capital(e, leaving);
}

void found_cohort(Economy& e, const Draws& draws)
{
    const auto& p = e.setup.parameters;
    if (p.luck.luck_switch <= 0) return;
    const LinkPlans plans(e.technology, p.network, e.work.link_inputs);
    const SupplierChoice choice(e, e.work.supplier_weights);
    const Odds odds = odds_of_firms(e);
    std::vector<double> expected(e.turnover.output.size());
    const std::size_t first = e.firms.rows();
    for (std::size_t row = 0; row < first; ++row) expected[e.groups.cell(e.firms.group[row])] += odds.all[row];
    e.sums.assign(e.groups.size(), FirmSums{});
    e.ledger.open(e.households.size());
    for (std::size_t k = 0; k < expected.size(); ++k) {
        const double rate = p.turnover.entry_base * expected[k];
        for (auto n = round_by_chance(rate, draws.uniform(k, 0, Purpose::entry_count));
             n > 0 && found_firm(e, draws, plans, k); --n) {
        }
    }
    link_entrants(e, draws, plans, choice, first);
    e.records.events.clear(); // they are there when the run begins
}

} // namespace rongtong
