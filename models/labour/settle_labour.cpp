// Labour markets at the end of a month: who works, whom firms will find next month, wages; then pools move.
//
//   pools:   persons move towards start * expected / (output at start * next level of progress), as far as the unemployed reach
// Wages: wage_curve.hpp; hiring: hiring.hpp; benefits: benefits.cpp. Parameters: labour_rules.hpp (pool_speed, pools_reach, firms_reach). Tests: tests/models/labour.cpp.
#include "models/labour/settle_labour.hpp"

#include "models/labour/hiring.hpp"
#include "models/labour/wage_curve.hpp"
#include "models/labour_kinds.hpp"
#include "models/orders/final_use.hpp"
#include "sim/few.hpp"

namespace rongtong {

namespace {

using Persons = Few<double, labour_names.size() * max_regions>; // by market

// Counts who works, and the hires that firms want.
void count_workers(Economy& e)
{
    for (auto& m : e.labour.all) m.employed_in_firms = m.employed_in_pools = m.wanted = 0;
    for (std::size_t g = 0; g < e.groups.size(); ++g) {
        LabourMarket& market = market_of(e, e.groups[g].sector, e.groups[g].region);
        market.employed_in_firms += static_cast<double>(e.sums[g].workers);
        market.wanted += from_fixed_goods(e.sums[g].workers_wanted);
    }
    const std::size_t R = e.groups.regions();
    for (std::size_t k = 0; k < e.pools.persons.size(); ++k)
        market_of(e, k / R, k % R).employed_in_pools += e.pools.persons[k];
}

// By which a pool would move, were there enough.
double wanted_move(const Pools& p, std::size_t k, double level, double speed)
{
    if (p.output_at_start[k] <= 0) return 0.0;
    const double wanted = p.persons_at_start[k] * p.expected[k] / (level * p.output_at_start[k]);
    return speed * (wanted - p.persons[k]);
}

void move_pool_hands(Economy& e)
{
    auto& p = e.pools;
    const std::size_t R = e.groups.regions();
    const auto& rules = e.setup.parameters.labour;
    const double speed = rules.pool_speed, level = e.progress.level * (1 + e.progress.trend);
    const auto number = [&](std::size_t k) {
        return static_cast<std::size_t>(&market_of(e, k / R, k % R) - e.labour.all.data());
    };
    Persons growth(e.labour.all.size());
    for (std::size_t k = 0; k < p.persons.size(); ++k)
        growth[number(k)] += std::max(0.0, wanted_move(p, k, level, speed));
    for (std::size_t k = 0; k < p.persons.size(); ++k) {
        const std::size_t m = number(k);
        const double found = hands(e.labour.all[m], rules.pools_reach), wanted = growth[m];
        const double move = wanted_move(p, k, level, speed);
        p.persons[k] += move > 0 && wanted > found ? move * found / wanted : move;
    }
}

// Whom firms will find, and wages. kind: of labour; rules: its own.
void settle_markets(Economy& e, Labour kind, const LabourRules& rules)
{
    for (std::size_t r = 0; r < e.groups.regions(); ++r) {
        LabourMarket& market = e.labour(kind, r);
        if (market.labour_force <= 0) continue;
        const double found = hands(market, rules.firms_reach);
        market.hire_share = kind == Labour::workers ? hire_share(found, market.wanted)
                                                    : share_of_talent(found, market.wanted);
        if (e.setup.parameters.luck.luck_switch <= 0 && std::fabs(market.unemployment() - market.usual) < 1e-9 &&
            market.aspiration == 0)
            continue;
        const double price = consumption_price(e.market, e.technology, UseRegion(r), e.world.import_price);
        const Wage wage = next_wage(market, price, market.usual, rules);
        market.wage_index = wage.index, market.aspiration = wage.aspiration;
    }
}

} // namespace

void settle_labour(Economy& e)
{
    count_workers(e);
    move_talent(e);
    LabourRules rules = e.setup.parameters.labour;
    settle_markets(e, Labour::workers, rules);
    rules.wage_slope *= e.setup.parameters.talent.response;
    settle_markets(e, Labour::talent, rules);
    move_pool_hands(e);
}

} // namespace rongtong
