// The market: what is not bought over links. Sellers meet in cells (sector and region of origin); buyers order by product and
// region of use. All purchases are paid in the month, through one clearing account that keeps only what rounding leaves.
#pragma once

#include "models/agents/axes.hpp"

namespace rongtong {

// What the buyers of a region want this month, other than firms and pools for their production.
struct RegionUse {
    double consumption = 0;          // yuan
    double housing = 0;              // capital goods
    double public_investment = 0;    // capital goods
    double government = 0;           // goods of its composition
    double administration = 0;       // yuan, cost of policies
    double platforms = 0;            // yuan, what platforms spend
    double producers_investment = 0; // capital goods of firms and pools
    double research = 0;             // R&D of firms
    double tools = 0;                // digital tools of firms, goods
};

using ByCell = Grid<double, Cell>;
using ByUse = Grid<double, Product, UseRegion>;
using ByUseRegion = Grid<double, UseRegion>;
using Trade = Grid<double, Product, UseRegion, OriginRegion>; // shares, sum to 1 over origin

struct Market {
    // constants of the start
    Grid<double, Cell, Product> basket;              // composition of a firm's basket by its cell, sums to 1
    Grid<double, BuyingSector, Product> pool_basket; // of a pool, per unit of output
    Trade trade_start;
    ByCell export_start;                               // goods a month
    Grid<double, UseRegion, OriginRegion> cross_links; // linked goods that cross at the start
    std::size_t administration_sector = 0;             // public administration: what government buys most
    // state
    ByCell price;               // mean posted price
    ByCell share_sum, pull_sum; // of firms and pool
    ByUseRegion trade_cut;      // factor on trade and transport services bought (lower border fees)
    double mean_quality = 1;    // of goods made last month
    ByUse import_shift;         // part of market purchases that goes abroad instead of home (import_shares.hpp)
    ByUse import_pull;          // mean of what pulls it
    ByCell scarcity;            // log of orders over deliveries, mean (scarcity.hpp)
    // of this month
    Grid<RegionUse, UseRegion> uses;
    ByCell cell_baskets;       // goods that firms order for their baskets
    ByUseRegion links_saved;   // goods: what firms planned to save on links by lower fees
    double services_saved = 0; // goods: all that lower border fees save of trade and transport services
    Trade trade;
    ByUse home_price, use_price;                          // mean price over origins at home; with imports
    ByUse home_fill;                                      // share of orders that arrives from home
    ByUse wanted;                                         // orders, goods
    ByUse fill;                                           // share of orders that arrives
    ByUse pay;                                            // yuan paid per unit ordered
    ByCell foreign;                                       // export orders, goods
    ByCell ordered, shipped;                              // goods
    ByCell revenue;                                       // yuan
    ByCell paid_price;                                    // revenue over goods shipped
    ByCell asked, delivered;                              // of firms and pool, goods: links as well
    ByCell priced_share;                                  // sum of share * price of firms and pool
    ByUseRegion border_factor;                            // fee on linked goods over its start
    ByUseRegion trade_pay;                                // yuan per unit of trade and transport services ordered
    ByCell basket_price, basket_fill, basket_pay;         // of the cell's firms
    ByUseRegion capital_price, capital_fill, capital_pay; // domestic and imported parts
    ByUseRegion research_price, research_fill, research_pay;

    // f(name, table) for constants and state.
    template <class M, class F>
    static void for_each_state(M& m, const F& f)
    {
        f("basket", m.basket), f("pool_basket", m.pool_basket), f("trade_start", m.trade_start);
        f("export_start", m.export_start), f("cross_links", m.cross_links), f("price", m.price);
        f("share_sum", m.share_sum), f("pull_sum", m.pull_sum), f("trade_cut", m.trade_cut);
        f("import_shift", m.import_shift), f("import_pull", m.import_pull), f("scarcity", m.scarcity);
    }

    // All tables in the size that the axes have, as before the first month.
    template <class Counts>
    void shape(const Counts& counts)
    {
        for_each_state(*this, [&](const char*, auto& table) { table.shape(counts); });
        uses.shape(counts);
        trade.shape(counts);
        for (auto* table : {&home_price, &use_price, &home_fill, &fill, &pay}) table->shape(counts, 1);
        for (auto* table : {&cell_baskets, &foreign, &ordered, &shipped, &revenue, &priced_share, &asked, &delivered})
            table->shape(counts, 0);
        for (auto* table : {&price, &share_sum, &pull_sum, &paid_price, &basket_price, &basket_fill, &basket_pay})
            table->shape(counts, 1);
        for (auto* table : {&trade_cut, &border_factor, &trade_pay, &capital_price, &capital_fill, &capital_pay,
                            &research_price, &research_fill, &research_pay})
            table->shape(counts, 1);
        wanted.shape(counts, 0);
        links_saved.shape(counts, 0);
    }
};

// Share of what is ordered of a cell that it ships.
inline double shipped_share(const Market& m, Cell k) { return m.ordered[k] > 0 ? m.shipped[k] / m.ordered[k] : 1; }

} // namespace rongtong
