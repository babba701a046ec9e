// Plans of firms (row phase). In order: planned output and labour; whether it leaves; what it pays; what it orders.
#include "models/firm/plan.hpp"

#include "models/ledger/till.hpp"
#include "models/orders/ordering.hpp"
#include "models/orders/production.hpp"
#include "models/phases.hpp"
#include "sim/parallel.hpp"

#include <algorithm>
#include <cmath>

namespace rongtong {

// Adjusts the workforce: whole idle persons are let go, part of one is kept. Returns this month's wages. Nobody is employed who can't be paid from cash at hand; those who can, for
// full months.
Money Plan::hire(std::size_t row, const GroupFacts& f, FirmSums& s, const Words& w)
{
    auto& firms = e.firms;
    const auto& rules = e.setup.parameters.labour;
    const double gap = firms.planned[row] / (f.level * firms.per_worker(row)) - firms.workers[row];
    const double change = gap > 0 ? rules.hiring_speed * gap * f.hire_share
                                  : rules.firing_speed * std::min(0.0, gap + 1);
    if (gap > 0) s.workers_wanted += fixed_goods(rules.hiring_speed * gap);
    // By chance without luck too: were a gap of less than two persons never filled, the economy would look calmer than it is.
    const double chance = luck ? to_uniform(w[0]) : draws.uniform(firms.id[row], month, Purpose::firm_month);
    const std::int64_t wanted = firms.workers[row] + round_by_chance(change, chance);
    firms.workers[row] = static_cast<std::int32_t>(std::max<std::int64_t>(1, wanted));
    const Money wages = wages_of(row, f);
    if (wages <= firms.cash[row]) return wages;
    const double wage = wage_of(row, f);
    const auto paid = std::max<std::int64_t>(
        0, static_cast<std::int64_t>(static_cast<double>(firms.cash[row].fen) / wage));
    firms.workers[row] = static_cast<std::int32_t>(paid);
    return std::min(firms.cash[row], round_fen(wage * static_cast<double>(paid)));
}

namespace {

// Named by the shock firm_failure.
bool must_fail(const Economy& e, std::size_t row)
{
    return std::binary_search(e.work.failing.begin(), e.work.failing.end(), static_cast<std::uint32_t>(row));
}

} // namespace

void Plan::firm(std::size_t row, const Words& w, const Words& noise)
{
    auto& firms = e.firms;
    if (firms.state[row] != FirmState::active) return;
    const GroupFacts& f = e.work.facts[firms.group[row]];
    FirmSums& s = sums[firms.group[row]];
    if (!e.work.failing.empty() && must_fail(e, row)) return fail_unpaid(row, f, firms.workers[row], s);
    const DueToBank due = due_to_bank(row);
    draw_credit(row, s);
    const auto& rules = e.setup.parameters.ordering;
    firms.planned[row] = std::min(
        planned_output(firms.expected[row], firms.finished[row], f.holds_stock, f.trend, rules),
        capital_limit(1, firms.capital[row], firms.capital_need[row] * f.capital_per_output, rules.normal_utilisation));
    if (firms.born[row] == month - 1) firms.planned[row] = firms.expected[row]; // its capital is on order
    firms.usual_output[row] *= 1 + f.trend;
    firms.usual_output[row] += (firms.planned[row] - firms.usual_output[row]) /
                               e.setup.parameters.accounting.demand_memory;
    if (gives_up(row, f, w[1])) {
        if (!finds_successor(row, f)) return wind_up(row, f, wages_of(row, f), s);
        s.successions += 1;
        exits->push_back(
            {EventKind::succession, firms.id[row], firms.group[row], firms.workers[row], Money(), Money()});
    }
    const std::int32_t before = firms.workers[row];
    const bool helped = firms.cash[row] < wages_of(row, f) + due.interest && owners_help(row, f, s) > Money();
    const Money wages = hire(row, f, s, w);
    firms.spent[row] = Money();
    if (firms.workers[row] == 0) return fail_unpaid(row, f, before, s);
    if (!pay_bank(row, due, firms.cash[row] - wages, s)) {
        if (!reorganises(row, before)) return fail_unpaid(row, f, before, s);
        stop_payments(row, due.interest, s);
        reorganise(row, f, before, s);
        return go_on(row, f, wages, noise, s);
    }
    Money available = firms.cash[row] - wages;
    if (pay_suppliers(row, f, available, s)) return go_on(row, f, wages, noise, s);
    if (!helped && available < oldest_due(row)) available += owners_help(row, f, s); // once a month
    short_firms->push_back({static_cast<std::uint32_t>(row), before, wages, available, f.cap, noise});
}

// What the firm pays the receiver this month: a third of what it owes; negative: its part of what estates still pay it.
Money Plan::due_to_receiver(std::size_t row) const
{
    const std::int64_t due = e.firms.estate_due[row].fen;
    if (due >= 0) return std::min(cash_at_hand(row), Money((due + 2) / 3));
    const double part = static_cast<double>(-due) / e.setup.parameters.insolvency.proceedings_months;
    return -Money(static_cast<std::int64_t>(std::ceil(part)));
}

// Wages, the receiver, and orders.
void Plan::go_on(std::size_t row, const GroupFacts& f, Money wages, const Words& noise, FirmSums& s)
{
    auto& firms = e.firms;
    pay(firms, row, s, Flow::wages, wages);
    firms.spent[row] += wages;
    const Money estate = due_to_receiver(row);
    pay(firms, row, s, Flow::estates, estate);
    firms.estate_due[row] -= estate;
    s.estate_paid += estate.fen;
    s.firms += 1;
    s.workers += firms.workers[row];
    const double missing = order_inputs(row, f, noise);
    order_on_market(row, f, missing, s);
}

PastMonths past_months(Economy& e)
{
    PastMonths ring;
    for (std::int32_t k = 0; k < 4; ++k) ring[k] = e.links.ring[ring_index(e.month - 3 + k)].data();
    return ring;
}

Plan plan_of_block(Economy& e, const Draws& draws, std::size_t block)
{
    const auto& luck = e.setup.parameters.luck;
    return {e,
            draws,
            e.month,
            luck.luck_switch > 0,
            luck.link_noise * 3.4641016151377544 / 65536,
            past_months(e),
            e.work.sums[thread_slot()].data(),
            e.work.bank_sums[thread_slot()].data(),
            &e.work.exits[block],
            &e.work.short_firms[block],
            &e.work.losses[block],
            &e.work.link_losses[block]};
}

void plan_firms(Economy& e, const Draws& draws)
{
    const bool lucky = e.setup.parameters.luck.luck_switch > 0;
    auto& work = e.work;
    for_blocks(e.firms.rows(), [&](std::size_t begin, std::size_t end, std::size_t block) {
        const std::size_t slot = thread_slot();
        auto& words = work.words[slot];
        auto& noise = work.noise[slot];
        if (lucky) {
            const std::span ids{e.firms.id.data() + begin, end - begin};
            draws.fill(ids, e.month, Purpose::firm_month, {words.data(), end - begin});
            draws.fill(ids, e.month, Purpose::link_noise, {noise.data(), end - begin});
        }
        Plan plan = plan_of_block(e, draws, block);
        plan.short_firms->clear();
        for (std::size_t row = begin; row < end; ++row) plan.firm(row, words[row - begin], noise[row - begin]);
    });
}

} // namespace rongtong
