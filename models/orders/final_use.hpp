// Final use of one product in one region by purchaser, before shocks: goods a month. Used to order and, after delivery, to pay.
#pragma once

#include "models/agents/technology_table.hpp"
#include "models/orders/market.hpp"

namespace rongtong {

// Factor on purchases of the product: lower border fees cut trade and transport services.
inline double trade_factor(const Market& m, const TechnologyTable& t, Product j, UseRegion r)
{
    return t.sectors[j].is_trade ? m.trade_cut[r] : 1.0;
}

// What a yuan of consumption at the start's composition costs without the services that lower border fees save.
inline double paid_part(const Market& m, const TechnologyTable& t, UseRegion r)
{
    double part = t.consumption.imported;
    for (std::size_t j = 0; j < t.sectors.size(); ++j)
        part += t.consumption.domestic[j] * trade_factor(m, t, Product(j), r);
    return part > 0 ? part : 1; // nobody consumes
}

// Price of consumption that a region's buyers see, over the start (Laspeyres), what is saved of services included.
inline double consumption_price(const Market& m, const TechnologyTable& t, UseRegion r, double import_price)
{
    double price = t.consumption.imported * import_price;
    for (std::size_t j = 0; j < t.sectors.size(); ++j)
        price += t.consumption.domestic[j] * trade_factor(m, t, Product(j), r) * m.use_price(Product(j), r);
    return price > 0 ? price : 1;
}

inline double consumption_of(const Market& m, const TechnologyTable& t, Product j, UseRegion r)
{
    return t.consumption.domestic[j] * m.uses[r].consumption / m.use_price(j, r);
}

inline double government_use_of(const Market& m, const TechnologyTable& t, Product j, UseRegion r)
{
    return t.government.domestic[j] * m.uses[r].government;
}

inline double building_of(const Market& m, const TechnologyTable& t, Product j, UseRegion r)
{
    return t.capital_goods.domestic[j] * (m.uses[r].housing + m.uses[r].public_investment);
}

// By how much shocks multiply what firms and pools of a region invest.
inline double formation_times(const TechnologyTable& t, const std::vector<double>& times, std::size_t regions,
                              std::size_t region)
{
    double sum = 0, all = 0;
    for (std::size_t j = 0; j < t.sectors.size(); ++j) {
        sum += t.capital_goods.domestic[j] * times[j * regions + region];
        all += t.capital_goods.domestic[j];
    }
    return all > 0 && sum != all ? sum / all : 1;
}

} // namespace rongtong
