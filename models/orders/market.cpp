// The market of a month (O5): prices that buyers see, where orders go, what arrives and what it costs.
//
//   trade share of origin q in use r ~ share at start * (P_q (1 + fee_qr) / (1 + fee at start)) ^ -trade_substitution  (Armington)
//   orders at a cell                 = sum over uses of share * wanted + exports
//   fill of a use                    = sum over origins of share * shipped / ordered (proportional rationing at each origin)
//   paid per unit ordered            = sum over origins of share * fill * revenue / shipped
// All buyers of a product in a region face the same mix. Sources: Armington 1969, doi 10.2307/3866403.
// Parameters: demand_rules.hpp. Test: tests/models/market.cpp.
#include "models/phases.hpp"

#include "models/orders/final_use.hpp"

#include <algorithm>
#include <cmath>

namespace rongtong {

namespace {

void set_trade_shares(Economy& e)
{
    Market& m = e.market;
    const auto& c = e.policy.conditions;
    const double elasticity = e.setup.parameters.demand.trade_substitution;
    const std::size_t S = e.groups.sectors(), R = e.groups.regions();
    for (std::size_t j = 0; j < S; ++j)
        for (std::size_t r = 0; r < R; ++r) {
            double* share = &m.trade[(j * R + r) * R];
            const double* start = &m.trade_start[(j * R + r) * R];
            double sum = 0;
            for (std::size_t q = 0; q < R; ++q) {
                const double cost = m.price[j * R + q] * (1 + c.goods_fee[q][r]) / (1 + c.goods_fee_at_start[q][r]);
                share[q] = start[q] * (cost == 1 ? 1.0 : std::pow(cost, -elasticity));
                sum += share[q];
            }
            m.use_price[j * R + r] = 0;
            for (std::size_t q = 0; q < R; ++q) {
                share[q] /= sum;
                m.use_price[j * R + r] += share[q] * m.price[j * R + q];
            }
        }
}

// Sum over products of weight * value, trade and transport services cut where border fees fell.
template <class Weight>
double compose(const Economy& e, const Weight& weight, const std::vector<double>& value, std::size_t r)
{
    const std::size_t S = e.groups.sectors(), R = e.groups.regions();
    double sum = 0;
    for (std::size_t j = 0; j < S; ++j)
        sum += weight(j) * trade_factor(e.market, e.technology, j, r) * value[j * R + r];
    return sum;
}

void set_composites(Economy& e, const std::vector<double>& price, std::vector<double>& basket,
                    std::vector<double>& capital)
{
    const Market& m = e.market;
    const auto& goods = e.technology.capital_goods;
    const std::size_t S = e.groups.sectors(), R = e.groups.regions();
    for (std::size_t k = 0; k < S * R; ++k)
        if (e.technology.sectors[k / R].has_firms)
            basket[k] = compose(e, [&](std::size_t j) { return m.basket[k * S + j]; }, price, k % R);
    for (std::size_t r = 0; r < R; ++r)
        capital[r] = compose(e, [&](std::size_t j) { return goods.domestic[j]; }, price, r);
}

void set_fills(Economy& e)
{
    Market& m = e.market;
    const std::size_t S = e.groups.sectors(), R = e.groups.regions();
    const auto& goods = e.technology.capital_goods;
    for (std::size_t k = 0; k < S * R; ++k) {
        if (!e.technology.sectors[k / R].has_firms) continue;
        m.basket_fill[k] = 0;
        for (std::size_t j = 0; j < S; ++j) m.basket_fill[k] += m.basket[k * S + j] * m.fill[j * R + k % R];
    }
    for (std::size_t r = 0; r < R; ++r) {
        double fill = 0, domestic = 0, services = 0, paid = 0;
        for (std::size_t j = 0; j < S; ++j) {
            fill += goods.domestic[j] * m.fill[j * R + r];
            domestic += goods.domestic[j];
            if (e.technology.sectors[j].is_trade) {
                services += m.wanted[j * R + r];
                paid += m.wanted[j * R + r] * m.pay[j * R + r];
            }
        }
        m.capital_fill[r] = domestic > 0 ? fill / domestic : 1; // 0: all capital goods are imported
        m.trade_pay[r] = services > 0 ? paid / services : 1;
    }
}

} // namespace

// Before plans: what buyers see.
void post_prices(Economy& e)
{
    Market& m = e.market;
    const auto& c = e.policy.conditions;
    const std::size_t R = e.groups.regions();
    set_trade_shares(e);
    set_composites(e, m.use_price, m.basket_price, m.capital_price);
    for (std::size_t r = 0; r < R; ++r) {
        m.capital_price[r] += e.technology.capital_goods.imported * e.world.import_price;
        double fee = 0, start = 0; // over the origins of linked goods
        for (std::size_t q = 0; q < R; ++q) {
            if (q == r) continue;
            fee += m.cross_links[r * R + q] * c.goods_fee[q][r];
            start += m.cross_links[r * R + q] * c.goods_fee_at_start[q][r];
        }
        m.border_factor[r] = start > 0 ? fee / start : 1;
    }
}

void route_market(Economy& e)
{
    Market& m = e.market;
    const std::size_t S = e.groups.sectors(), R = e.groups.regions();
    m.ordered = m.foreign;
    for (std::size_t j = 0; j < S; ++j)
        for (std::size_t r = 0; r < R; ++r)
            for (std::size_t q = 0; q < R; ++q)
                m.ordered[j * R + q] += m.trade[(j * R + r) * R + q] * m.wanted[j * R + r];
}

void settle_market(Economy& e)
{
    Market& m = e.market;
    const std::size_t S = e.groups.sectors(), R = e.groups.regions();
    std::vector<double>& revenue = m.paid_price; // first the sum of revenue in yuan, then the price
    m.shipped = e.pools.shipped;
    for (std::size_t k = 0; k < S * R; ++k) revenue[k] = e.pools.revenue[k].yuan();
    for (std::size_t g = 0; g < e.groups.size(); ++g) {
        m.shipped[e.groups.cell(g)] += from_fixed_goods(e.sums[g].market_shipped);
        revenue[e.groups.cell(g)] += Money(e.sums[g].market_revenue).yuan();
    }
    for (std::size_t k = 0; k < S * R; ++k) m.paid_price[k] = m.shipped[k] > 0 ? revenue[k] / m.shipped[k] : m.price[k];
    for (std::size_t j = 0; j < S; ++j)
        for (std::size_t r = 0; r < R; ++r) {
            double fill = 0, pay = 0;
            for (std::size_t q = 0; q < R; ++q) {
                const std::size_t k = j * R + q;
                const double arrives = m.trade[(j * R + r) * R + q] *
                                       (m.ordered[k] > 0 ? m.shipped[k] / m.ordered[k] : 1);
                fill += arrives;
                pay += arrives * m.paid_price[k];
            }
            m.fill[j * R + r] = fill;
            m.pay[j * R + r] = pay;
        }
    set_composites(e, m.pay, m.basket_pay, m.capital_pay);
    set_fills(e);
}

} // namespace rongtong
