// Digital tools of the start (digital/maturity.hpp): levels at which steps up and ageing balance firm by firm, and what they take out of baskets.
//
//   levels    drawn by the shares of each size class, then settled: settling_years of ageing and steps at the odds that a firm has at the start
//   K         by size class, such that its firms' mean level is then what the shares say
//   bought    by sector: at most basket_part of what its firms buy of the host's product on the market pays for their tools
//   standards the ones that fit when all have looked standard_rounds times, from the national one
// What firms are expected to spend on tools is taken out of their baskets, so that no cost differs from the table's. Test: tests/models/digital/month.cpp.
#include "models/digital/partners.hpp"
#include "models/digital/tools_of_firm.hpp"
#include "models/platforms/meet.hpp"
#include "models/start/start.hpp"

#include <algorithm>

namespace rongtong {

namespace {

constexpr int standard_rounds = 5;
constexpr std::size_t most_sampled = 4000; // of a size class
constexpr double basket_part = 0.4;        // platforms may take half

struct Settler {
    std::size_t row;
    Size size;
    std::uint8_t units;
    ToolsOffer offer;
};

std::vector<Settler> list_settlers(Economy& e, const Draws& draws)
{
    auto& f = e.firms;
    const auto& rules = e.setup.parameters.digital;
    for (std::size_t row = 0; row < f.rows(); ++row)
        f.digital[row] = initial_digital(e.groups[f.group[row]].size,
                                         draws.uniform(f.id[row], 0, Purpose::digital_start), rules);
    std::vector<Settler> list;
    list.reserve(f.rows());
    for (std::size_t row = 0; row < f.rows(); ++row)
        list.push_back(
            {row, e.groups[f.group[row]].size, f.digital[row], tools_offer(e, row, level_of_suppliers(e, row))});
    return list;
}

double solve_cost(const Economy& e, const Draws& draws, const std::vector<Settler>& list, Size size)
{
    std::vector<const Settler*> own;
    for (const auto& s : list)
        if (s.size == size && s.offer.gain > 0) own.push_back(&s);
    if (own.empty()) return 1;
    const auto& rules = e.setup.parameters.digital;
    const std::size_t stride = (own.size() + most_sampled - 1) / most_sampled;
    const auto copies = static_cast<std::uint32_t>(std::max<std::size_t>(1, most_sampled / own.size()));
    const auto mean = [&](double k) {
        double sum = 0, count = 0;
        for (std::size_t n = 0; n < own.size(); n += stride)
            for (std::uint32_t copy = 0; copy < copies; ++copy)
                sum += level_of(settled(e, draws, {e.firms.id[own[n]->row], 0, own[n]->units},
                                        usual_odds(own[n]->offer, k, rules), copy)),
                    count += 1;
        return sum / count;
    };
    const double even = own.front()->offer.gain / own.front()->offer.cost, aim = mean_initial_level(size, rules);
    double low = std::log(even) - 20, high = std::log(even) + 20;
    for (int round = 0; round < 16; ++round) {
        const double middle = 0.5 * (low + high);
        (mean(std::exp(middle)) > aim ? low : high) = middle;
    }
    return std::exp(0.5 * (low + high));
}

// What part of tools each sector's firms buy: what is free in their baskets bounds it. costs: of all tools, by row, yuan a month.
void set_bought(Economy& e, const std::vector<double>& costs)
{
    const std::size_t sectors = e.groups.sectors(), host = platform_host(e.technology);
    std::vector<double> cost(sectors), sales(sectors);
    for (std::size_t row = 0; row < costs.size(); ++row) {
        const std::size_t s = e.groups[e.firms.group[row]].sector;
        cost[s] += costs[row], sales[s] += e.firms.expected[row];
    }
    const auto& p = e.setup.parameters;
    e.digital.bought.assign(sectors, p.digital.bought);
    for (std::size_t s = 0; s < sectors; ++s) {
        const double room = basket_part * (1 - p.network.link_share) * e.technology.input(host, s) * sales[s];
        if (p.digital.bought * cost[s] > room) e.digital.bought[s] = room / cost[s];
    }
}

} // namespace

void open_tools(Economy& e, const Draws& draws)
{
    if (!has_digital(e)) return;
    auto& f = e.firms;
    const auto list = list_settlers(e, draws);
    for (const Size size : {Size::micro, Size::small, Size::medium, Size::large})
        e.digital.cost[static_cast<std::size_t>(size)] = solve_cost(e, draws, list, size);
    for (const auto& s : list) {
        const double odds = usual_odds(s.offer, e.digital.cost[static_cast<std::size_t>(s.size)],
                                       e.setup.parameters.digital);
        f.digital[s.row] = settled(e, draws, {f.id[s.row], 0, s.units}, odds);
    }
    std::vector<double> costs(f.rows());
    for (std::size_t row = 0; row < f.rows(); ++row)
        costs[row] = expected_tools_cost(e, row, level_of_suppliers(e, row));
    set_bought(e, costs);
    for (std::size_t row = 0; row < f.rows(); ++row) {
        const double bought = e.digital.bought[e.groups[f.group[row]].sector];
        f.digital_rate[row] = static_cast<float>(f.expected[row] > 0 ? bought * costs[row] / f.expected[row] : 0);
        take_out_of_basket(e, row, f.digital_rate[row]);
    }
}

void open_standards(Economy& e)
{
    if (!has_digital(e)) return;
    set_cover(e);
    auto& next = e.work.next_standard;
    next.resize(e.firms.rows());
    for (int round = 0; round < standard_rounds; ++round) {
        for (std::size_t row = 0; row < e.firms.rows(); ++row)
            next[row] = fitting_standard(e, row, e.firms.expected[row]);
        std::copy(next.begin(), next.end(), e.firms.standard.begin());
    }
}

} // namespace rongtong
