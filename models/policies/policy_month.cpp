// What agents face in a month: everything as it would be, then every lever and shock in the order of their labels.
//
//   intensity = ramp * schedule, cut where the yearly budget cap / 12 is less than what full intensity would cost; 0 while
//               the policy's rule does not hold. The ramp begins with the spell in which it does.
//   cost      = intensity * yearly cost per firm / 12 * firms reached, and what it provides to them, bought from public administration
//   transfers   what it pays to firms beside: known when they are paid; until then, by what these firms did last month (a budget cap counts
//               on a twentieth more)
#include "models/phases.hpp"

#include <algorithm>
#include <utility>

namespace rongtong {

namespace {

// As where nothing acts. Tables keep their memory.
void clear(Economy& e)
{
    Conditions old = std::exchange(e.policy.conditions,
                                   Conditions{}); // what is not said below holds by its declaration
    Conditions& c = e.policy.conditions;
    const std::size_t S = e.groups.sectors(), R = e.groups.regions();
    const auto set = [](auto& table, auto& memory, std::size_t size, auto value) {
        table = std::move(memory);
        table.assign(size, value);
    };
    set(c.groups, old.groups, e.groups.size(), GroupConditions{});
    set(c.failures, old.failures, 0, Failures{});
    for (std::size_t k = 0; k < c.final_demand.size(); ++k) set(c.final_demand[k], old.final_demand[k], S * R, 1.0);
    set(c.pool_capacity, old.pool_capacity, S * R, 1.0);
    set(c.export_demand, old.export_demand, S, 1.0);
    set(c.standard_cover, old.standard_cover, S, 0.0);
    set(c.more_lines, old.more_lines, S * R, 0.0);
    set(c.equipment, old.equipment, S * R, 0.0);
    set(c.equipment_worth, old.equipment_worth, S * R, 0.0);
    for (std::size_t q = 0; q < R; ++q)
        for (std::size_t r = 0; r < R; ++r)
            c.goods_fee[q][r] = c.goods_fee_at_start[q][r] = q == r ? 0 : e.setup.parameters.demand.border_fee;
}

double wanted_intensity(const Economy& e, const Policy& policy)
{
    const double scheduled = policy.intensity.given() ? policy.intensity.at(e.month) : 1;
    if (!policy.rule) return scheduled * policy.ramp(e.month);
    const auto spell = e.policy.spells.find(policy.label);
    return spell == e.policy.spells.end() ? 0 : scheduled * policy.ramp(e.month, spell->second);
}

// What firms do for a transfer may grow by as much in a month: a budget cap holds all the same.
constexpr double most_growth = 1.05;

// Yuan that a policy is expected to pay to firms, by what they did last month.
double transfers_of(const Economy& e, const Policy& policy, double intensity)
{
    if (!policy.lever->pays) return 0;
    LeverContext context{intensity, policy.parameters, policy.target, e.groups, money_index(e)};
    const double tax = e.setup.parameters.accounting.profit_tax;
    double sum = 0;
    for (std::size_t g = 0; g < e.sums.size(); ++g) {
        context.group = &e.groups[g];
        if (policy.target.reaches(e.groups[g])) sum += policy.lever->pays(context, e.sums[g], tax);
    }
    return sum;
}

// Yuan of the start, at full intensity.
double provided_by(const Economy& e, const Policy& policy)
{
    if (!policy.lever->provides) return 0;
    return policy.lever->provides({1, policy.parameters, policy.target, e.groups}, e.facilities);
}

PolicyMonth weigh(const Economy& e, const Policy& policy)
{
    PolicyMonth m;
    m.intensity = wanted_intensity(e, policy);
    if (m.intensity <= 0) return m;
    for (std::size_t g = 0; g < e.sums.size(); ++g)
        if (policy.target.reaches(e.groups[g])) m.reached += e.sums[g].firms;
    const double full = money_index(e) *
                        (policy.yearly_cost_per_firm / 12 * static_cast<double>(m.reached) + provided_by(e, policy));
    if (policy.yearly_budget_cap) {
        const double paid = most_growth * transfers_of(e, policy, 1), cap = *policy.yearly_budget_cap / 12;
        if (m.intensity * (full + paid) > cap) m.intensity = cap / (full + paid);
    }
    m.cost = round_fen(100 * m.intensity * full);
    m.transfers = round_fen(100 * transfers_of(e, policy, m.intensity));
    if (policy.placebo) m.cost += m.transfers, m.transfers = Money(); // the same to public administration
    return m;
}

// Rows of the firms that a shock names: by id, or those of its target that owe most to suppliers and banks (ties: lower id).
void name_failures(Economy& e)
{
    auto& rows = e.work.failing;
    rows.clear();
    e.work.named_nobody = 0;
    for (const auto& f : e.policy.conditions.failures) {
        auto& found = e.work.may_fail;
        found.clear();
        for (std::uint32_t row = 0; row < e.firms.rows(); ++row)
            if (e.firms.state[row] == FirmState::active && f.target.reaches(e.groups[e.firms.group[row]]) &&
                (f.firm == 0 || e.firms.id[row] == f.firm))
                found.push_back(row);
        const auto owed = [&](std::uint32_t row) { return e.firms.payable[row] + e.firms.loans(row); };
        std::sort(found.begin(), found.end(),
                  [&](auto a, auto b) { return owed(a) != owed(b) ? owed(a) > owed(b) : a < b; });
        if (found.size() > f.count) found.resize(f.count);
        e.work.named_nobody += found.empty();
        rows.insert(rows.end(), found.begin(), found.end());
    }
    std::sort(rows.begin(), rows.end());
}

} // namespace

Money policy_cost_of(const Economy& e, Payer payer)
{
    Money sum;
    for (std::size_t k = 0; k < e.policy.levers.size(); ++k)
        if (e.setup.policies[k].paid_by == payer) sum += e.policy.levers[k].cost + e.policy.levers[k].transfers;
    return sum;
}

void set_conditions(Economy& e)
{
    clear(e);
    for (std::size_t k = 0; k < e.setup.policies.size(); ++k) {
        const Policy& policy = e.setup.policies[k];
        e.policy.levers[k] = weigh(e, policy);
        const auto act = policy.placebo ? policy.lever->watch : policy.lever->act;
        if (e.policy.levers[k].intensity > 0 && act)
            act({e.policy.levers[k].intensity, policy.parameters, policy.target, e.groups, money_index(e)},
                e.policy.conditions);
    }
    for (const auto& event : e.setup.shocks) {
        if (e.month < event.month) continue;
        const auto level = event.intensity.given() ? std::optional(event.intensity.at(e.month)) : std::nullopt;
        event.shock->act({e.month - event.month, event.parameters, event.target, e.groups, level}, e.policy.conditions);
    }
    e.world.import_price = e.policy.conditions.import_price;
    name_failures(e);
}

} // namespace rongtong
