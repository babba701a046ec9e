// R&D at the start. It is part of capital formation, as the table has it, and so paid from the surplus that is there.
//
//   R_i   R&D of performer i = min(formation_limit * its formation, m * its output * intensity of its sector); m such that all R&D is
//         what the table shows, times research.base
//   K_i   its formation less R_i: capital per output is a firm's own; formation of the sector, firms and pool, stays
//   productivity of research by sector: such that the technology of performers, by output, is expected to grow by
//         technology.progress (research/gains.hpp)
// Test: tests/models/research/start.cpp.
#include "models/research/research.hpp"
#include "models/research/gains.hpp"
#include "models/start/firm_debt.hpp"
#include "models/start/growth.hpp"
#include "models/start/start.hpp"
#include "sim/error.hpp"

#include <algorithm>
#include <cmath>

namespace rongtong {

namespace {

struct Performer {
    std::size_t row, sector;
    double output, wanted, limit; // goods a month; R&D over output per unit of m, and at most
};

std::vector<Performer> list_performers(const Economy& e)
{
    std::vector<double> output(e.groups.sectors());
    std::vector<Performer> list;
    for (std::size_t row = 0; row < e.firms.rows(); ++row) {
        if (e.firms.research_usual[row] <= 0) continue;
        const std::size_t sector = e.groups[e.firms.group[row]].sector;
        const double limit = e.setup.parameters.research.formation_limit * e.technology.sectors[sector].investment *
                             e.firms.capital_need[row];
        list.push_back({row, sector, e.firms.expected[row], 0, limit});
        output[sector] += e.firms.expected[row];
    }
    for (auto& p : list)
        p.wanted = e.technology.research_total * e.technology.sectors[p.sector].research_weight / output[p.sector];
    return list;
}

// A small economy may have few performers: their limit is then raised, in proportion, as far as they must to pay for the table's R&D.
void lift_limits(std::vector<Performer>& list, double total, double formation_limit)
{
    constexpr double spare = 1.05, most = 0.95;
    double limited = 0;
    for (const auto& p : list) limited += p.output * p.limit;
    if (limited >= spare * total) return;
    const double lift = std::min(spare * total / limited, most / formation_limit);
    for (auto& p : list) p.limit *= lift;
}

// m above: where some are at their limit, the others do more.
double solve_times(const std::vector<Performer>& list, double total)
{
    double times = 1;
    for (std::size_t round = 0; round < list.size() + 1; ++round) {
        double limited = 0, free = 0;
        for (const auto& p : list)
            (times * p.wanted > p.limit ? limited : free) += p.output *
                                                             (times * p.wanted > p.limit ? p.limit : p.wanted);
        if (free <= 0) break;
        const double next = (total - limited) / free;
        if (next <= times * (1 + 1e-14)) return times;
        times = next;
    }
    throw ScenarioError(
        {{"", "/model/research/formation_limit", 0, 0,
          "the firms that do R&D can't pay for all R&D that the table shows", "R&D within what they invest",
          "raise the number of firms, lower research/performer_size, or set "
          "technology/switch to 1"}});
}

// Capital formation, capital and debt by sector, once its R&D is out.
void take_out_research(Economy& e, const std::vector<double>& research)
{
    const auto& p = e.setup.parameters;
    const StartGrowth growth(p);
    for (std::size_t s = 0; s < research.size(); ++s) {
        Sector& sector = e.technology.sectors[s];
        if (sector.output <= 0) continue;
        sector.research = research[s] / sector.output;
        sector.investment -= sector.research;
        const double capital = 12 * sector.investment / (p.accounting.depreciation + growth.year());
        sector.capital = capital / growth.made(sector);
        set_debt(sector, capital, p);
    }
}

// Of each firm; formation before R&D by sector. Their mean capital need stays 1.
void fit_capital_needs(Economy& e, const std::vector<double>& formation)
{
    auto& f = e.firms;
    std::vector<double> output(formation.size()), need(formation.size());
    const auto sector_of = [&](std::size_t row) { return e.groups[f.group[row]].sector; };
    const auto own_need = [&](std::size_t row) {
        const std::size_t s = sector_of(row);
        return (f.capital_need[row] * formation[s] - f.research_usual[row]) / e.technology.sectors[s].investment;
    };
    for (std::size_t row = 0; row < f.rows(); ++row) {
        output[sector_of(row)] += f.planned[row];
        need[sector_of(row)] += own_need(row) * f.planned[row];
    }
    for (std::size_t row = 0; row < f.rows(); ++row) {
        const std::size_t s = sector_of(row);
        const Sector& sector = e.technology.sectors[s];
        f.capital_need[row] = static_cast<float>(own_need(row) + 1 - need[s] / output[s]);
        f.capital[row] = sector.capital * f.capital_need[row] * f.planned[row];
        f.investment[row] = sector.investment * f.capital_need[row] * f.expected[row];
        open_debt(e, row, sector);
    }
    const std::size_t regions = e.groups.regions();
    for (std::size_t k = 0; k < e.cell_costs.capital_scale.size(); ++k)
        if (const double left = e.technology.sectors[k / regions].investment; left > 0)
            e.cell_costs.capital_scale[k] *= formation[k / regions] / left;
}

// Expected growth of a sector's performers, by output, a month.
double expected_growth(const Economy& e, const std::vector<Performer>& list, double productivity)
{
    const auto& rules = e.setup.parameters.research;
    double sum = 0, output = 0;
    for (const auto& p : list) {
        const double lead = e.firms.technology[p.row];
        sum += p.output * (caught_up(lead, 1, rules) + expected_gain(1, gain_scale(productivity, lead, rules), rules));
        output += p.output;
    }
    return output > 0 ? sum / output : 0;
}

double solve_productivity(const Economy& e, const std::vector<Performer>& list)
{
    const double growth = std::log1p(growth_a_month(e.setup.parameters));
    double low = 0, high = 1;
    if (list.empty() || expected_growth(e, list, 0) >= growth) return 0;
    while (expected_growth(e, list, high) < growth && high < 1e9) high *= 2;
    for (int round = 0; round < 100; ++round) {
        const double middle = 0.5 * (low + high);
        (expected_growth(e, list, middle) < growth ? low : high) = middle;
    }
    return high;
}

// What the means of technology are where front and level start (research/frontier.hpp).
void count_means(Economy& e)
{
    Frontier& front = e.frontier;
    const auto& f = e.firms;
    std::vector<double> output(front.front.size());
    double costs = 0;
    for (std::size_t row = 0; row < f.rows(); ++row) {
        const std::size_t s = e.groups[f.group[row]].sector;
        const double cost = e.technology.sectors[s].labour * f.labour_cost[row] * f.made[row];
        costs += cost, front.mean += cost * f.technology[row];
        if (f.research_usual[row] <= 0) continue;
        output[s] += f.made[row];
        front.usual[s] += f.made[row] * f.technology[row];
    }
    front.mean /= costs;
    for (std::size_t s = 0; s < output.size(); ++s)
        if (output[s] > 0) front.usual[s] /= output[s];
}

} // namespace

void open_frontier(Economy& e)
{
    if (!researches(e)) return;
    count_means(e);
    e.frontier.growth = std::log1p(growth_a_month(e.setup.parameters));
    e.frontier.gain.assign(e.frontier.gain.size(), e.frontier.growth);
}

void start_research(Economy& e)
{
    e.frontier.resize(e.groups.sectors());
    if (!researches(e)) return;
    auto list = list_performers(e);
    lift_limits(list, e.technology.research_total, e.setup.parameters.research.formation_limit);
    const double times = solve_times(list, e.technology.research_total);
    std::vector<double> research(e.groups.sectors()), output(e.groups.sectors()), formation;
    for (const auto& s : e.technology.sectors) formation.push_back(s.investment);
    for (const auto& p : list) {
        const double rate = std::min(p.limit, times * p.wanted);
        e.firms.research_usual[p.row] = e.firms.research[p.row] = static_cast<float>(rate);
        e.firms.research_order[p.row] = static_cast<float>(rate * p.output);
        e.firms.knowledge[p.row] = 1;
        research[p.sector] += rate * p.output, output[p.sector] += p.output;
    }
    take_out_research(e, research);
    fit_capital_needs(e, formation);
    for (std::size_t s = 0; s < research.size(); ++s) {
        std::vector<Performer> own;
        std::ranges::copy_if(list, std::back_inserter(own), [&](const Performer& p) { return p.sector == s; });
        e.frontier.research[s] = solve_productivity(e, own);
        if (output[s] > 0) e.frontier.rate[s] = research[s] / output[s];
    }
}

} // namespace rongtong
