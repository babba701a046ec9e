// Pools, households, government and the rest of the world at the end of a month: who earned, who pays, who lends.
#include "models/bodies/steps.hpp"
#include "models/capital/banking.hpp"
#include "models/capital/equity.hpp"
#include "models/labour/settle_labour.hpp"
#include "models/phases.hpp"

namespace rongtong {

void settle_bodies(Economy& economy)
{
    // 1. Who earned.
    settle_pools(economy);
    settle_labour(economy);
    pay_benefits(economy);
    settle_banks(economy);
    pay_private_investors(economy);

    // 2. Who pays for what arrived.
    charge_households(economy);
    charge_government(economy);
    trade_abroad(economy);

    // 3. Tax, and the rate of the next month.
    tax_households(economy);
    set_tax_rate(economy);
}

} // namespace rongtong
