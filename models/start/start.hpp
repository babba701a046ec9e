// The steps that make the starting economy, in order (start_economy in start.cpp).
#pragma once

#include "models/economy.hpp"

namespace rongtong {

// Platforms and their members; what members' fees take out of their baskets (platforms.cpp).
void open_platforms(Economy& economy, const Draws& draws);
void start_tiers(Economy& economy, const Draws& draws); // tiers.cpp

// Share of its sales that a member pays at the start.
double fee_of_member(const Economy& economy, std::size_t row);

// Digital tools and levels of firms; standards, once chain leaders stand (digital.cpp).
void open_tools(Economy& economy, const Draws& draws);
void open_standards(Economy& economy);

// The part of a firm's basket, per unit of output, that its orders lack where it spends a share of its sales on platforms or tools
// (host_product.cpp); takes it out; adds it to what cells buy elsewhere; adds what is bought instead to use by product and region.
double replaced_in_basket(const Economy& economy, std::size_t row, double spending);
void take_out_of_basket(Economy& economy, std::size_t row, double spending);
void count_replaced(const Economy& economy, Grid<double, Cell, Product>& bought);
void add_host_orders(const Economy& economy, const std::vector<double>& population, ByUse& use);

// Firms of each sector and region: workers, productivity, owner; output normalised to the sector. Rows are sorted by cell.
void make_firms(Economy& economy, const Draws& draws);

// R&D of firms that perform it, out of their capital formation; how productive it is (research.cpp).
void start_research(Economy& economy);
void start_projects(Economy& economy, const Draws& draws);       // start/projects.cpp
void start_teaching(Economy& economy);                           // start/teaching.cpp
void start_joint_projects(Economy& economy, const Draws& draws); // start/joint.cpp
void open_frontier(Economy& economy);                            // once outputs stand

// Expected exits and entrants, and the capital, used capital and ages that follow from them (turnover.cpp).
void set_turnover(Economy& economy, const Draws& draws);

// New capital that founders are expected to buy, yuan a month (turnover.cpp).
double founders_purchases(const Economy& economy);

// Founders of the month before the first, once the balances of all others stand (turnover.cpp).
void found_cohort(Economy& economy, const Draws& draws);

// Links of every firm, then their volumes: no firm's known customers order more than it makes.
void make_network(Economy& economy, const Draws& draws);

// Output with what stocks of a growing economy take (inventories.cpp).
void fit_inventories(Economy& economy);
void recount_totals(Economy& economy); // of investment, R&D and imports, from the sectors' output

// Pools of self-employed, farms and public units.
void make_pools(Economy& economy);

// The market, with its pools: what links leave, trade shares between regions, market shares, compositions.
void make_market(Economy& economy);

// Banks, and each firm's bank and loans.
void make_banks(Economy& economy, const Draws& draws);

// Stocks, invoices and cash of firms; what a firm pays its owners in month 1, yuan (firm_money.cpp).
void open_firms(Economy& economy);
double first_dividends(const Economy& economy, std::size_t row);

// Incomes of households by region, and their shares (incomes.cpp).
void share_incomes(Economy& economy);

// Deposits, bonds, taxes: the rest point in money.
void make_balances(Economy& economy, const Draws& draws);

} // namespace rongtong
