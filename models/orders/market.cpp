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
#include "models/orders/import_shares.hpp"

#include <algorithm>
#include <cmath>

namespace rongtong {

namespace {

void set_trade_shares(Economy& e)
{
    Market& m = e.market;
    const auto& c = e.policy.conditions;
    const double elasticity = e.setup.parameters.demand.trade_substitution;
    const auto origins = e.groups.each<OriginRegion>();
    for (Product j : e.groups.each<Product>())
        for (UseRegion r : e.groups.each<UseRegion>()) {
            double sum = 0;
            for (OriginRegion q : origins) {
                const double cost = m.price[e.groups.cell(j, q)] * (1 + c.goods_fee[q][r]) /
                                    (1 + c.goods_fee_at_start[q][r]);
                m.trade(j, r, q) = m.trade_start(j, r, q) * (cost == 1 ? 1.0 : std::pow(cost, -elasticity));
                sum += m.trade(j, r, q);
            }
            m.use_price(j, r) = 0;
            for (OriginRegion q : origins) {
                m.trade(j, r, q) /= sum;
                m.use_price(j, r) += m.trade(j, r, q) * m.price[e.groups.cell(j, q)];
            }
            m.home_price(j, r) = m.use_price(j, r);
            const double abroad = m.import_shift(j, r);
            if (abroad != 0) m.use_price(j, r) += abroad * (e.world.import_price - m.use_price(j, r));
        }
}

// Sum over products of weight * value, trade and transport services cut where border fees fell.
template <class Weight>
double compose(const Economy& e, const Weight& weight, const ByUse& value, UseRegion r)
{
    double sum = 0;
    for (Product j : e.groups.each<Product>())
        sum += weight(j) * trade_factor(e.market, e.technology, j, r) * value(j, r);
    return sum;
}

void set_composites(Economy& e, const ByUse& price, ByCell& basket, ByUseRegion& capital, ByUseRegion& research)
{
    const Market& m = e.market;
    const auto &goods = e.technology.capital_goods, &laboratory = e.technology.research_goods;
    for (Cell k : e.groups.each<Cell>())
        if (e.technology.sectors[e.groups.sector_of(k)].has_firms)
            basket[k] = compose(e, [&](Product j) { return m.basket(k, j); }, price, e.groups.use_of(k));
    for (UseRegion r : e.groups.each<UseRegion>()) {
        capital[r] = compose(e, [&](Product j) { return goods.domestic[j]; }, price, r);
        if (e.technology.research_total > 0)
            research[r] = compose(e, [&](Product j) { return laboratory.domestic[j]; }, price, r);
    }
}

void set_basket_fills(Economy& e)
{
    Market& m = e.market;
    for (Cell k : e.groups.each<Cell>()) {
        if (!e.technology.sectors[e.groups.sector_of(k)].has_firms) continue;
        m.basket_fill[k] = 0;
        for (Product j : e.groups.each<Product>()) m.basket_fill[k] += m.basket(k, j) * m.fill(j, e.groups.use_of(k));
    }
}

// Share of a composite's orders that arrives from home. 1 where all of it is imported.
double composite_fill(const Economy& e, const Composite& goods, UseRegion r)
{
    double fill = 0, domestic = 0;
    for (Product j : e.groups.each<Product>()) {
        fill += goods.domestic[j] * e.market.fill(j, r);
        domestic += goods.domestic[j];
    }
    return domestic > 0 ? fill / domestic : 1;
}

void set_region_fills(Economy& e)
{
    Market& m = e.market;
    for (UseRegion r : e.groups.each<UseRegion>()) {
        double services = 0, paid = 0;
        for (Product j : e.groups.each<Product>()) {
            if (e.technology.sectors[j].is_trade) {
                services += m.wanted(j, r);
                paid += m.wanted(j, r) * m.pay(j, r);
            }
        }
        m.capital_fill[r] = composite_fill(e, e.technology.capital_goods, r);
        if (e.technology.research_total > 0) m.research_fill[r] = composite_fill(e, e.technology.research_goods, r);
        m.trade_pay[r] = services > 0 ? paid / services : 1;
    }
}

// What was shipped of each cell, and at which price.
void add_up_sales(Economy& e)
{
    Market& m = e.market;
    m.shipped.all = e.pools.shipped;
    for (Cell k : e.groups.each<Cell>()) m.revenue[k] = e.pools.revenue[k].yuan();
    for (std::size_t g = 0; g < e.groups.size(); ++g) {
        m.shipped[e.groups.cell(g)] += from_fixed_goods(e.sums[g].comparable_shipped);
        m.revenue[e.groups.cell(g)] += Money(e.sums[g].market_revenue).yuan();
    }
    for (Cell k : e.groups.each<Cell>()) m.paid_price[k] = m.shipped[k] > 0 ? m.revenue[k] / m.shipped[k] : m.price[k];
}

} // namespace

// Before plans: what buyers see.
void post_prices(Economy& e)
{
    Market& m = e.market;
    const auto& c = e.policy.conditions;
    set_trade_shares(e);
    set_composites(e, m.use_price, m.basket_price, m.capital_price, m.research_price);
    for (UseRegion r : e.groups.each<UseRegion>()) {
        m.capital_price[r] += e.technology.capital_goods.imported * e.world.import_price;
        if (e.technology.research_total > 0)
            m.research_price[r] += e.technology.research_goods.imported * e.world.import_price;
        double fee = 0, start = 0; // over the origins of linked goods
        for (OriginRegion q : e.groups.each<OriginRegion>()) {
            if (q == r) continue;
            fee += m.cross_links(r, q) * c.goods_fee[q][r];
            start += m.cross_links(r, q) * c.goods_fee_at_start[q][r];
        }
        m.border_factor[r] = start > 0 ? fee / start : 1;
    }
}

void route_market(Economy& e)
{
    Market& m = e.market;
    m.ordered = m.foreign;
    for (Product j : e.groups.each<Product>())
        for (UseRegion r : e.groups.each<UseRegion>())
            for (OriginRegion q : e.groups.each<OriginRegion>())
                m.ordered[e.groups.cell(j, q)] += m.trade(j, r, q) * m.wanted(j, r) * (1 - m.import_shift(j, r));
}

namespace {

// What buyers take from abroad of what the market offers, and what it makes of their share next month.
void import_goods(Economy& e)
{
    Market& m = e.market;
    const auto& rules = e.setup.parameters.demand;
    double paid = 0;
    for (Product j : e.groups.each<Product>()) {
        if (!e.technology.sectors[j].tradable) continue;
        const double share = e.technology.import_share[j];
        for (UseRegion r : e.groups.each<UseRegion>()) {
            const double fill = m.home_fill(j, r), abroad = arrives_from_abroad(m.import_shift(j, r), fill);
            paid += abroad * m.wanted(j, r) * e.world.import_price;
            const double pull = import_pull(m.home_price(j, r), e.world.import_price, fill);
            m.import_shift(j, r) = import_shift(share, pull, m.import_pull(j, r), rules);
            m.import_pull(j, r) += (pull - m.import_pull(j, r)) / rules.import_memory;
        }
    }
    transfer(Flow::imports, e.ledger.clearing, e.ledger.world, round_fen(100 * paid));
}

} // namespace

void settle_market(Economy& e)
{
    Market& m = e.market;
    add_up_sales(e);
    for (Product j : e.groups.each<Product>())
        for (UseRegion r : e.groups.each<UseRegion>()) {
            double fill = 0, pay = 0;
            for (OriginRegion q : e.groups.each<OriginRegion>()) {
                const Cell k = e.groups.cell(j, q);
                const double arrives = m.trade(j, r, q) * shipped_share(m, k);
                fill += arrives;
                pay += arrives * m.paid_price[k];
            }
            const double abroad = m.import_shift(j, r), arrived = arrives_from_abroad(abroad, fill);
            m.home_fill(j, r) = fill;
            m.fill(j, r) = (1 - abroad) * fill + arrived;
            m.pay(j, r) = (1 - abroad) * pay + arrived * e.world.import_price;
        }
    import_goods(e);
    set_composites(e, m.pay, m.basket_pay, m.capital_pay, m.research_pay);
    set_basket_fills(e);
    set_region_fills(e);
}

} // namespace rongtong
