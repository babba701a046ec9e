#include "models/capital/policy_rate.hpp"

#include "models/orders/final_use.hpp"
#include "models/phases.hpp"

#include <algorithm>
#include <cmath>

namespace rongtong {

PolicyRate next_rate(const PolicyRate& old, double price, double unemployment, double usual,
                     const PolicyRateRules& rules)
{
    PolicyRate p = old;
    p.inflation += (12 * std::log(price / old.price) - old.inflation) / rules.inflation_memory;
    p.price = price;
    p.unemployment += (unemployment - old.unemployment) / rules.unemployment_memory;
    const double wanted = old.neutral + rules.inflation * p.inflation + rules.gap * (usual - p.unemployment) -
                          rules.change * 12 * (p.unemployment - old.unemployment);
    p.rate = std::max(0.0, old.rate + rules.speed * (wanted - old.rate));
    p.neutral += rules.learning * (p.rate - old.neutral);
    p.real += (p.shift() - rules.expected_inflation * p.inflation - old.real) / rules.memory;
    return p;
}

void set_policy_rate(Economy& e)
{
    const auto& p = e.setup.parameters;
    if (p.policy_rate.speed <= 0) return;
    double price = 0, force = 0, unemployed = 0;
    for (UseRegion r : e.groups.each<UseRegion>()) {
        price += e.households[r].income_share * consumption_price(e.market, e.technology, r, e.world.import_price);
    }
    for (const auto& market : e.labour.all) force += market.labour_force, unemployed += market.unemployed();
    const double usual = e.setup.calibration->unemployment_rate;
    double u = unemployed / force;
    if (p.luck.luck_switch <= 0 && std::fabs(u - usual) < 1e-9) u = usual; // what rounding leaves is no news
    if (p.luck.luck_switch <= 0 && std::fabs(price - e.policy_rate.price) < 1e-12) price = e.policy_rate.price;
    e.policy_rate = next_rate(e.policy_rate, price, u, usual, p.policy_rate);
}

} // namespace rongtong
