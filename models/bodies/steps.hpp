// What pools do in each tier of deliveries (firm/deliver.cpp), and the steps of settle_bodies (settle.cpp), in their order. Those of labour, banks and private investors stand in
// labour/settle_labour.hpp, capital/banking.hpp and capital/equity.hpp.
#pragma once

#include "models/economy.hpp"

namespace rongtong {

void deliver_pools(Economy& economy, int tier);

void settle_pools(Economy& economy);
void charge_households(Economy& economy);
void charge_government(Economy& economy);
void trade_abroad(Economy& economy);
void tax_households(Economy& economy);
void set_tax_rate(Economy& economy);

} // namespace rongtong
