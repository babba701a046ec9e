// The market: what is not bought over links. Sellers meet in cells (sector and region of origin); buyers order by sector and
// region of use. All purchases are paid in the month, through one clearing account that keeps only what rounding leaves.
#pragma once

#include "sim/money.hpp"

#include <vector>

namespace rongtong {

// What the buyers of a region want this month, other than firms and pools for their production.
struct RegionUse {
    double consumption = 0;          // yuan
    double housing = 0;              // capital goods
    double public_investment = 0;    // capital goods
    double government = 0;           // goods of its composition
    double administration = 0;       // yuan, cost of policies
    double producers_investment = 0; // capital goods of firms and pools
};

struct Market {
    // constants of the start
    std::vector<double> basket;      // composition of a firm's basket: [cell of the buyer][supplying sector], sums to 1
    std::vector<double> pool_basket; // of a pool: [sector of the pool][supplying sector], per unit of output
    std::vector<double> trade_start; // [sector][region of use][region of origin], sums to 1 over origin
    std::vector<double> export_start;      // by cell of origin, goods a month
    std::vector<double> cross_links;       // linked goods that cross at the start: [region of use][region of origin]
    std::size_t administration_sector = 0; // public administration: what government buys most
    // state
    std::vector<double> price;               // mean posted price by cell
    std::vector<double> share_sum, pull_sum; // of firms and pool, by cell
    double mean_quality = 1;                 // of goods made last month
    // of this month
    std::vector<RegionUse> uses;                   // by region
    std::vector<double> cell_baskets, links_saved; // by cell of the buyer; by region: goods
    std::vector<double> trade;                     // as trade_start
    std::vector<double> use_price;                 // by sector and region of use: mean price over origins
    std::vector<double> wanted;                    // orders by sector and region of use, goods
    std::vector<double> foreign;                   // export orders by cell of origin, goods
    std::vector<double> ordered;                   // by cell of origin, goods
    std::vector<double> shipped;                   // by cell of origin, goods
    std::vector<double> paid_price;                // by cell of origin: revenue over goods shipped
    std::vector<double> fill;                      // by sector and region of use: share of orders that arrives
    std::vector<double> pay;                       // by sector and region of use: yuan paid per unit ordered
    std::vector<double> trade_cut;     // by region: factor on trade and transport services bought (lower border fees)
    std::vector<double> border_factor; // by region of use: fee on linked goods over its start
    std::vector<double> trade_pay;     // by region: yuan per unit of trade and transport services ordered
    std::vector<double> basket_price, basket_fill, basket_pay;    // by cell of the buyer
    std::vector<double> capital_price, capital_fill, capital_pay; // by region, domestic and imported parts
};

} // namespace rongtong
