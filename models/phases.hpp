// The phases of a month (economy.cpp), in order.
#pragma once

#include "models/economy.hpp"

namespace rongtong {

// 1. Policy: what agents face this month (policies/policy_month.cpp).
void set_conditions(Economy& economy);

// Prices that buyers see (orders/market.cpp), and the rate that follows them.
// 2. Plans, a row phase: labour, exit, payments, orders (firm/plan.cpp); firms that
// need what others pay this month pay and end their plans (capital/clearing.cpp).
void post_prices(Economy& economy);
void set_policy_rate(Economy& economy); // bodies/policy_rate.cpp
void plan_firms(Economy& economy, const Draws& draws);
void clear_payments(Economy& economy, const Draws& draws);
void settle_losses(Economy& economy);                         // who loses how much to whom (capital/losses.cpp)
void plan_final_demand(Economy& economy, const Draws& draws); // orders/final_demand.cpp

// 3. Markets: what is ordered from whom (orders/market.cpp), production and delivery (firm/deliver.cpp).
void route_market(Economy& economy);
void deliver_goods(Economy& economy);
void charge_arrears(Economy& economy, const Draws& draws); // interest on what is late (capital/arrears.cpp)
void settle_market(Economy& economy);

void find_teachers(Economy& economy);    // which customer a firm learns from (research/find_teachers.cpp)
void look_at_partners(Economy& economy); // their digital level and standards (digital/partners.cpp)

// 4. Outcomes, a row phase: receipts, invoices, taxes, dividends, expectations, prices (firm/receive.cpp).
void receive_goods(Economy& economy, const Draws& draws);
void allot_lines(Economy& economy, const Draws& draws);  // who gets a pilot line (research/allot_lines.cpp)
void work_jointly(Economy& economy, const Draws& draws); // joint projects of two firms (joint/work_jointly.cpp)
void count_transfers(Economy& economy);                  // what policies paid to firms (policies/count_transfers.cpp)
void run_platforms(Economy& economy);                    // fees, what platforms buy (platforms/run_platforms.cpp)
void pay_investors(Economy& economy);                    // their part of what owners were paid (capital/equity.cpp)
void settle_bodies(Economy& economy);                    // pools, households, government, world (bodies/settle.cpp)
void post_market_means(Economy& economy);                // orders/market_means.cpp
void advance_frontier(Economy& economy);                 // what research made (research/advance_frontier.cpp)
void advance_progress(Economy& economy);                 // progress/advance.cpp
void finance_chains(Economy& economy); // banks buy claims on chain leaders (capital/finance_chains.cpp)
void merge_firms(Economy& economy, const Draws& draws);  // firms buy others (capital/merge_firms.cpp)
void trade_equity(Economy& economy, const Draws& draws); // stakes are sold, rounds financed (capital/equity_rounds.cpp)
void review_inputs(Economy& economy, const Draws& draws); // make, buy, or another supplier (orders/make_or_buy.cpp)
void renew_firms(Economy& economy, const Draws& draws);   // entry, lost suppliers, compaction (population/renew.cpp)

// 5. Books: sums by group, accounts, and the checks that stop a run (capital/books.cpp).
void close_books(Economy& economy);
void tidy_rows(Economy& economy,
               const Draws& draws); // once a year: size classes, holes removed (population/compaction.cpp)
void set_opening_deposits(Economy& economy);

// Fills economy.work.facts for the groups that exist: called before each row phase.
void set_plan_facts(Economy& economy);
void set_delivery_facts(Economy& economy);
void set_receipt_facts(Economy& economy);

// Adds the threads' sums to economy.sums and economy.total, and clears them.
void gather_sums(Economy& economy);

// Posts the other side of what firms paid and received so far this month (ledger/partners.cpp).
void post_partners(Economy& economy);

} // namespace rongtong
