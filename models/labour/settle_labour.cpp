// Labour markets at the end of a month: who works, whom firms will find next month, wages; then pools move.
//
//   pools:   persons move towards start * expected / (output at start * next level of progress), as far as the unemployed reach
// Wages: wage_curve.hpp; hiring: hiring.hpp; benefits: benefits.cpp. Parameters: labour_rules.hpp (pool_speed, pools_reach, firms_reach). Tests: tests/models/labour.cpp.
#include "models/labour/settle_labour.hpp"

#include "models/labour/hiring.hpp"
#include "models/labour/wage_curve.hpp"
#include "models/orders/final_use.hpp"
#include "sim/few.hpp"

namespace rongtong {

namespace {

using ByRegion = Few<double, max_regions>; // persons

// Counts who works. Returns the hires that firms want.
ByRegion count_workers(Economy& e)
{
    const auto markets = e.labour.of(Labour::workers);
    ByRegion wanted(markets.size());
    for (auto& market : markets) market.employed_in_firms = market.employed_in_pools = 0;
    for (std::size_t g = 0; g < e.groups.size(); ++g) {
        markets[e.groups[g].region].employed_in_firms += static_cast<double>(e.sums[g].workers);
        wanted[e.groups[g].region] += from_fixed_goods(e.sums[g].workers_wanted);
    }
    for (std::size_t k = 0; k < e.pools.persons.size(); ++k)
        markets[k % markets.size()].employed_in_pools += e.pools.persons[k];
    return wanted;
}

// ByRegion by which a pool would move, were there enough.
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
    ByRegion growth(R);
    for (std::size_t k = 0; k < p.persons.size(); ++k) growth[k % R] += std::max(0.0, wanted_move(p, k, level, speed));
    for (std::size_t k = 0; k < p.persons.size(); ++k) {
        const double found = hands(e.labour(Labour::workers, k % R), rules.pools_reach), wanted = growth[k % R];
        const double move = wanted_move(p, k, level, speed);
        p.persons[k] += move > 0 && wanted > found ? move * found / wanted : move;
    }
}

} // namespace

void settle_labour(Economy& e)
{
    const auto& p = e.setup.parameters;
    const double usual = e.setup.calibration->unemployment_rate;
    const ByRegion wanted = count_workers(e);
    for (std::size_t r = 0; r < wanted.size(); ++r) {
        LabourMarket& market = e.labour(Labour::workers, r);
        market.hire_share = hire_share(hands(market, p.labour.firms_reach), wanted[r]);
        if (p.luck.luck_switch <= 0 && std::fabs(market.unemployment() - usual) < 1e-9 && market.aspiration == 0)
            continue;
        const double price = consumption_price(e.market, e.technology, UseRegion(r), e.world.import_price);
        const Wage wage = next_wage(market, price, usual, p.labour);
        market.wage_index = wage.index, market.aspiration = wage.aspiration;
    }
    move_pool_hands(e);
}

} // namespace rongtong
