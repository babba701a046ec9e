#include "models/start/start.hpp"

#include "models/indicators/range.hpp"
#include "models/network/leaders.hpp"
#include "models/phases.hpp"

#include <cmath>

namespace rongtong {

namespace {

// Entrants a month by cell: usual closures of the starting firms, so that the number of firms has a rest point.
void set_turnover(Economy& e)
{
    const auto& rules = e.setup.parameters.turnover;
    const std::size_t regions = e.groups.regions();
    auto& t = e.turnover;
    t.entry_rate.assign(e.groups.sectors() * regions, 0);
    t.used_capital.assign(t.entry_rate.size(), 0);
    t.margin_at_start.assign(t.entry_rate.size(), 0);
    for (std::size_t k = 0; k < t.entry_rate.size(); ++k)
        t.margin_at_start[k] = e.technology.sectors[k / regions].margin;
    for (std::size_t row = 0; row < e.firms.rows(); ++row)
        t.entry_rate[e.groups.cell(e.firms.group[row])] += rules.entry_base * rules.closure_rate / 12 *
                                                           std::pow(e.firms.workers[row], -rules.closure_size);
}

// Sums of month 0: the opening stocks of month 1, and how many firms each group has.
void count_opening(Economy& e)
{
    const auto& net = e.links.network;
    for (std::size_t row = 0; row < e.firms.rows(); ++row) {
        FirmSums& s = e.sums[e.firms.group[row]];
        double inputs = e.firms.basket_stock[row];
        for (auto edge : net.outgoing(row)) inputs += e.links.flow[edge].stock;
        s.firms += 1;
        s.workers += e.firms.workers[row];
        s.finished += fixed_goods(e.firms.finished[row]);
        s.input_stock += fixed_goods(inputs);
        s.capital += fixed_goods(e.firms.capital[row]);
    }
    for (const auto& s : e.sums) e.total += s;
    check_range(e.total);
}

} // namespace

Economy start_economy(const Setup& setup)
{
    Economy e;
    e.setup = setup;
    e.technology = make_technology(setup);
    const Draws draws(setup.seed, setup.replicate);
    make_firms(e, draws);
    make_network(e, draws);
    make_market(e);
    make_banks(e, draws);
    make_balances(e);
    set_turnover(e);
    choose_leaders(e);
    e.policy.levers.resize(setup.policies.size());
    e.sums.assign(e.groups.size(), FirmSums{});
    count_opening(e);
    set_opening_deposits(e);
    return e;
}

} // namespace rongtong
