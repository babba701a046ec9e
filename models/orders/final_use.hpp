// Final use of one product in one region, before shocks: goods a month. Used to order and, after delivery, to pay.
#pragma once

#include "models/agents/technology_table.hpp"
#include "models/orders/market.hpp"

namespace rongtong {

// Factor on purchases of the product: lower border fees cut trade and transport services.
inline double trade_factor(const Market& m, const TechnologyTable& t, Product j, UseRegion r)
{
    return t.sectors[j].is_trade ? m.trade_cut[r] : 1.0;
}

inline double consumption_of(const Market& m, const TechnologyTable& t, Product j, UseRegion r)
{
    return t.consumption.domestic[j] * m.uses[r].consumption / m.use_price(j, r);
}

inline double government_use_of(const Market& m, const TechnologyTable& t, Product j, UseRegion r)
{
    return t.government.domestic[j] * m.uses[r].government;
}

inline double final_use(const Market& m, const TechnologyTable& t, Product j, UseRegion r)
{
    return consumption_of(m, t, j, r) + government_use_of(m, t, j, r) +
           t.capital_goods.domestic[j] * (m.uses[r].housing + m.uses[r].public_investment);
}

} // namespace rongtong
