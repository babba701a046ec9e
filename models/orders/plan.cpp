// Plans of firms (row phase). In order: planned output and labour; whether it leaves; what it pays; what it orders.
#include "models/orders/plan.hpp"

#include "models/capital/payments.hpp"
#include "models/orders/ordering.hpp"
#include "models/phases.hpp"
#include "sim/parallel.hpp"

namespace rongtong {

// Adjusts the workforce; returns this month's wages. Nobody is employed who can't be paid from cash at hand.
Money Plan::hire(std::size_t row, const GroupFacts& f, FirmSums& s, const Words& w)
{
    auto& firms = e.firms;
    const auto& rules = e.setup.parameters.labour;
    const double gap = firms.planned[row] / firms.productivity[row] - firms.workers[row];
    const double change = gap > 0 ? rules.hiring_speed * gap * f.hire_share : rules.firing_speed * gap;
    if (gap > 0) s.workers_wanted += fixed_goods(rules.hiring_speed * gap);
    auto workers = std::max<std::int64_t>(1,
                                          firms.workers[row] + round_by_chance(change, luck ? to_uniform(w[0]) : 0.5));
    firms.workers[row] = static_cast<std::int32_t>(workers);
    const double wage = wage_of(row, f);
    Money wages = round_fen(wage * static_cast<double>(workers));
    if (wages > firms.cash[row]) {
        workers = std::max<std::int64_t>(0, static_cast<std::int64_t>(static_cast<double>(firms.cash[row].fen) / wage));
        wages = std::min(firms.cash[row], round_fen(wage * static_cast<double>(workers)));
    }
    firms.workers[row] = static_cast<std::int32_t>(workers);
    return wages;
}

void Plan::firm(std::size_t row, const Words& w, const Words& noise)
{
    auto& firms = e.firms;
    if (firms.state[row] != FirmState::active) return;
    const GroupFacts& f = e.work.facts[firms.group[row]];
    FirmSums& s = sums[firms.group[row]];
    const DueToBank due = due_to_bank(row);
    draw_credit(row, s);
    firms.planned[row] = planned_output(firms.expected[row], firms.finished[row], f.holds_stock,
                                        e.setup.parameters.ordering);
    if (gives_up(row, f, w[1])) return wind_up(row, f, wages_of(row, f), s);
    const std::int32_t before = firms.workers[row];
    const Money wages = hire(row, f, s, w);
    firms.spent[row] = wages;
    if (firms.workers[row] == 0 || !pay_bank(row, due, firms.cash[row] - wages, s) ||
        !pay_suppliers(row, f, firms.cash[row] - wages, s))
        return fail(row, f, before, s);
    firms.cash[row] -= wages;
    const Money estate = std::min(firms.cash[row], Money((firms.estate_due[row].fen + 2) / 3));
    firms.cash[row] -= estate;
    firms.estate_due[row] -= estate;
    s.estate_paid += estate.fen;
    s.firms += 1;
    s.workers += firms.workers[row];
    s.wages += wages.fen;
    const double missing = order_inputs(row, f, noise);
    order_on_market(row, f, missing, s);
}

namespace {

std::array<Money*, 4> past_months(Economy& e)
{
    std::array<Money*, 4> ring;
    for (std::int32_t k = 0; k < 4; ++k) ring[k] = e.links.ring[ring_index(e.month - 3 + k)].data();
    return ring;
}

} // namespace

void plan_firms(Economy& e, const Draws& draws)
{
    const auto& luck = e.setup.parameters.luck;
    const bool lucky = luck.luck_switch > 0;
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
        Plan plan{e,
                  draws,
                  e.month,
                  lucky,
                  luck.link_noise * 3.4641016151377544 / 65536,
                  past_months(e),
                  work.sums[slot].data(),
                  work.bank_sums[slot].data(),
                  &work.exits[block]};
        for (std::size_t row = begin; row < end; ++row) plan.firm(row, words[row - begin], noise[row - begin]);
    });
}

} // namespace rongtong
