#include "models/start/start.hpp"

#include "models/indicators/range.hpp"
#include "models/network/leaders.hpp"
#include "models/network/review.hpp"
#include "models/phases.hpp"
#include "models/start/given_firms.hpp"
#include "sim/error.hpp"

#include <fmt/format.h>

namespace rongtong {

namespace {

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
        s.research_cost += round_fen(100 * e.firms.research_order[row]).fen;
        s.research_usual += round_fen(100 * e.firms.research_order[row]).fen;
        s.platform_fees += round_fen(100 * fee_of_member(e, row) * e.firms.expected[row]).fen;
        s.capital_wanted += fixed_goods(e.technology.sectors[e.groups[e.firms.group[row]].sector].capital *
                                        e.firms.capital_need[row] * e.firms.usual_output[row]);
    }
    for (const auto& s : e.sums) e.total += s;
    check_range(e.total);
}

} // namespace

namespace {

// A sector whose firms lose money from the first month, without a loan, can't be at rest.
void check_margins(const Economy& e)
{
    std::vector<Problem> problems;
    for (const auto& s : e.technology.sectors)
        if (s.has_firms && s.margin < 0)
            problems.push_back(
                {"", "/calibration", 0, 0,
                 fmt::format(
                     "firms of {} would open with a loss of {:.2g} of their sales: their capital wears by {:.3g}, "
                     "and their surplus is {:.3g}",
                     s.code, -s.margin, s.surplus - s.margin, s.surplus),
                 "a surplus that keeps capital whole in every sector",
                 "lower accounting/investment_firms, or look at fixed capital and surplus of the table"});
    if (!problems.empty()) throw ScenarioError(problems);
}

} // namespace

Economy start_economy(const Setup& setup)
{
    Economy e;
    e.setup = setup;
    mark_targets(e.setup);
    e.technology = make_technology(setup);
    e.progress = progress_at_start(setup.parameters);
    const Draws draws(setup.seed, setup.replicate);
    if (setup.own) foresee_output(e, draws);
    make_firms(e, draws);
    start_research(e);
    set_turnover(e, draws);
    check_margins(e);
    make_network(e, draws);
    if (reviews(e)) lay_places(e, draws), e.links.network.build_incoming();
    open_platforms(e, draws);
    make_pools(e);
    if (setup.own) recount_totals(e); // its output has them already
    else fit_inventories(e);
    open_tools(e, draws);
    open_frontier(e);
    make_banks(e, draws);
    open_firms(e);
    start_projects(e, draws);
    share_incomes(e);
    make_market(e);
    make_balances(e, draws);
    choose_leaders(e);
    open_standards(e);
    start_tiers(e, draws);
    e.policy.levers.resize(setup.policies.size());
    e.sums.assign(e.groups.size(), FirmSums{});
    start_joint_projects(e, draws);
    start_teaching(e);
    count_opening(e);
    set_opening_deposits(e);
    return e;
}

} // namespace rongtong
