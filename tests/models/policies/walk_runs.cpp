#include "models/state.hpp"
#include "tests/models/policies/walk.hpp"

#include <algorithm>

namespace rongtong {

namespace {

constexpr std::int32_t months = 18, start = 7;

using Hashes = std::vector<std::uint64_t>;

Hashes hashes(const Setup& setup)
{
    Economy e = start_economy(setup);
    Hashes list;
    for (std::int32_t m = 0; m < months; ++m) advance(e), list.push_back(state_hash(e));
    return list;
}

Setup base()
{
    Setup setup = small_setup(500);
    setup.parameters.technology = {2, 0.03, 36, 60, 24}; // firms do research, and all of it succeeds
    auto& research = setup.parameters.research;
    research.idea_work = research.pilot_work = research.market_work = 0.5;
    research.idea_odds = research.market_odds = 1, research.small_lab = 1000;
    setup.parameters.joint.leader_workers = 1,
    setup.parameters.joint.cost = 0.02;     // all look for partners, and some find one
    auto& equity = setup.parameters.equity; // rounds come early, and chain leaders join them
    setup.parameters.review.review_switch = 1, setup.parameters.review.share = 0.5; // and for other suppliers
    setup.parameters.platforms.platform_switch = 1, setup.parameters.platforms.worth = 1.5;
    setup.parameters.digital.digital_switch = 1;
    auto& tiers = setup.parameters.tiers; // and some have a tier
    tiers.tier_switch = 1, tiers.innovative = tiers.specialised = 0.02;
    equity.openness = 1, equity.smallest_round = 100, equity.corporate_reserve = 0, equity.strategic_return = 0.5;
    return setup;
}

const Hashes& baseline()
{
    static const Hashes list = hashes(base());
    return list;
}

Hashes with(const Policy& policy) { return hashes(with_policy(base(), policy)); }

Hashes with(const ShockEvent& event)
{
    Setup setup = base();
    setup.shocks.push_back(event);
    return hashes(setup);
}

// Months that agree with the baseline, from the first one on.
std::int32_t agreed(const Hashes& list)
{
    const auto first = std::mismatch(list.begin(), list.end(), baseline().begin()).first;
    return static_cast<std::int32_t>(first - list.begin());
}

void check_start(std::int32_t same, Findings& findings)
{
    if (same < start - 1) findings.emplace_back("moves results before its start");
    if (same == months) findings.emplace_back("moves no result");
}

// The lever as it is, but at intensity zero in every month: `act` takes no more than a context.
const Lever* asleep = nullptr;

void act_at_zero(const LeverContext& c, Conditions& conditions)
{
    asleep->act({0, c.parameters, c.target, c.groups}, conditions);
}

Policy full(const Lever& lever)
{
    Policy p;
    p.label = lever.name, p.lever = &lever, p.start_month = start;
    for (const auto& parameter : lever.parameters) p.parameters.push_back(parameter.initial);
    p.yearly_cost_per_firm = lever.yearly_cost_per_firm;
    return p;
}

void check_zero(const Lever& lever, Findings& findings)
{
    asleep = &lever;
    Lever at_zero = lever;
    at_zero.act = act_at_zero, at_zero.provides = nullptr;
    Policy p = full(at_zero);
    p.yearly_cost_per_firm = 0;
    if (agreed(with(p)) < months) findings.emplace_back("moves results at zero intensity");
    Policy unpaid = full(lever);
    unpaid.yearly_cost_per_firm = 1, unpaid.yearly_budget_cap = 0;
    if (agreed(with(unpaid)) < months) findings.emplace_back("moves results without a budget");
}

// The dearest of a year: what is paid for events comes in lumps.
double cost_of_a_month(const Policy& p)
{
    Economy e = start_economy(with_policy(base(), p));
    double most = 0;
    for (int month = 0; month < 12; ++month) {
        advance(e);
        most = std::max(most, (e.policy.levers[0].cost + e.policy.levers[0].transfers).yuan());
    }
    return most;
}

// The cap is four tenths of what full intensity costs in its dearest month.
void check_cap(const Lever& lever, Findings& findings)
{
    Policy p = full(lever);
    p.start_month = 1, p.yearly_cost_per_firm = 1000;
    p.yearly_budget_cap = 0.4 * 12 * cost_of_a_month(p);
    Economy e = start_economy(with_policy(base(), p));
    Money cost;
    double least = 1, sum = 0;
    for (int month = 0; month < 12; ++month) {
        advance(e);
        const PolicyMonth& now = e.policy.levers[0];
        cost += now.cost + now.transfers;
        least = std::min(least, now.intensity), sum += now.intensity;
    }
    if (least > 0.6 || sum < 0.2 * 12) findings.emplace_back("its intensity passes over the budget cap");
    if (cost.yuan() > *p.yearly_budget_cap + 0.12) findings.emplace_back("costs more than its budget cap");
}

} // namespace

Findings walk_runs(const Lever& lever)
{
    Findings findings;
    Policy later = full(lever);
    check_start(agreed(with(later)), findings);
    later.start_month = months + 1;
    if (agreed(with(later)) < months) findings.emplace_back("moves results though it starts beyond the horizon");
    check_zero(lever, findings);
    check_cap(lever, findings);
    return findings;
}

Findings walk_runs(const Shock& shock)
{
    Findings findings;
    ShockEvent event{std::string(shock.name), &shock, start, {}, {}};
    for (const auto& parameter : shock.parameters) event.parameters.push_back(parameter.initial);
    check_start(agreed(with(event)), findings);
    event.month = months + 1;
    if (agreed(with(event)) < months) findings.emplace_back("moves results though it comes beyond the horizon");
    const auto zero = zero_of(shock);
    if (zero == shock.parameters.size()) return findings;
    event.month = start, event.parameters[zero] = 0;
    if (agreed(with(event)) < months) findings.emplace_back("moves results at zero");
    return findings;
}

} // namespace rongtong
