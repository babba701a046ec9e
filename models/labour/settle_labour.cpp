// Labour markets at the end of a month.
//
//   wages:   index' = index * (1 + wage_response * (u0 - u) / u0), u unemployment of the region, u0 of the start
//   hiring:  firms find at most half of the unemployed, pools and entrants a fifth each
//   pools:   persons move towards start * expected / output at start, as far as the unemployed reach
// Source: Phillips 1958, doi 10.1111/j.1468-0335.1958.tb00003.x. Parameters: labour_rules.hpp. Tests: tests/models/settle.cpp,
// tests/models/labour.cpp.
#include "models/labour/settle_labour.hpp"

#include "sim/few.hpp"

#include <algorithm>
#include <cmath>

namespace rongtong {

namespace {

// Pools that grow find at most a fifth of their region's unemployed.
void move_pool_hands(Economy& e, const Few<double, max_regions>& unemployed)
{
    auto& p = e.pools;
    const std::size_t R = e.groups.regions();
    const auto change = [&](std::size_t k) {
        if (p.output_at_start[k] <= 0) return 0.0;
        const double wanted = p.persons_at_start[k] * p.expected[k] / p.output_at_start[k];
        return e.setup.parameters.labour.pool_speed * (wanted - p.persons[k]);
    };
    Few<double, max_regions> growth(R);
    for (std::size_t k = 0; k < p.persons.size(); ++k) growth[k % R] += std::max(0.0, change(k));
    for (std::size_t k = 0; k < p.persons.size(); ++k) {
        const double hands = 0.2 * std::max(0.0, unemployed[k % R]), wanted = growth[k % R];
        p.persons[k] += change(k) > 0 && wanted > hands ? change(k) * hands / wanted : change(k);
    }
}

// Share of wanted hires that find a worker. At most half of the unemployed, less three standard deviations of the rounding by
// chance: with pools' and entrants' fifths nobody works twice.
double hire_share(double unemployed, double wanted)
{
    const double most = 0.5 * std::max(0.0, unemployed);
    return wanted > 0 ? std::clamp((most - 3 * std::sqrt(most)) / wanted, 0.0, 1.0) : 1;
}

} // namespace

void settle_labour(Economy& e)
{
    const auto& rules = e.setup.parameters.labour;
    const double usual = e.setup.calibration->unemployment_rate;
    const std::size_t R = e.groups.regions();
    Few<double, max_regions> unemployed(R), wanted(R);
    for (auto& h : e.households) h.employed_in_firms = h.employed_in_pools = 0;
    for (std::size_t g = 0; g < e.groups.size(); ++g) {
        e.households[e.groups[g].region].employed_in_firms += static_cast<double>(e.sums[g].workers);
        wanted[e.groups[g].region] += from_fixed_goods(e.sums[g].workers_wanted);
    }
    for (std::size_t k = 0; k < e.pools.persons.size(); ++k)
        e.households[k % R].employed_in_pools += e.pools.persons[k];
    for (std::size_t r = 0; r < R; ++r) {
        auto& h = e.households[r];
        unemployed[r] = h.labour_force - h.employed_in_firms - h.employed_in_pools;
        const double u = unemployed[r] / h.labour_force;
        h.hire_share = hire_share(unemployed[r], wanted[r]);
        if (e.setup.parameters.luck.luck_switch > 0 || std::fabs(u - usual) > 1e-9)
            h.wage_index *= 1 + rules.wage_response * std::clamp((usual - u) / std::max(usual, 1e-6), -2.0, 2.0);
    }
    move_pool_hands(e, unemployed);
}

} // namespace rongtong
