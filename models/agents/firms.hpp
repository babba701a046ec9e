// Firms, as columns. A row is a firm inside a month; its permanent id is in `id`. Rows of firms that are gone stay as holes
// (state == gone) until rows are compacted, in id order (population/compaction.cpp).
//
// A new column is a member here and an entry in the list of firm_columns.hpp: name in files, unit, meaning, fate.
#pragma once

#include "models/agents/fates.hpp"
#include "models/agents/groups.hpp"
#include "sim/money.hpp"
#include "sim/table.hpp"

#include <cstdint>

namespace rongtong {

enum class FirmState : std::uint8_t {
    gone, // a hole
    active,
    closing,   // leaves this month, all creditors are paid
    defaulted, // leaves this month, creditors lose
};

struct Firms {
    // who it is
    Column<std::uint64_t> id; // FirmId::value, ascending over rows
    Column<std::uint16_t> group;
    Column<FirmState> state;
    Column<std::int32_t> born;
    // what it makes with
    Column<std::int32_t> workers;
    Column<double> productivity, capital;
    Column<float> own_labour;
    Column<float> grade, technology, labour_cost, capital_need, worth, usual_margin; // selection/cost_edge.hpp
    Column<float> research_usual, research, research_order;                          // research/budget.hpp
    Column<float> knowledge;                                                         // research/gains.hpp
    Column<float> research_aim;                                                      // research/threshold.hpp
    Column<std::uint8_t> claims;                                                     // research/prizes.hpp
    Column<std::uint8_t> project_stage, project_waited, idea_months, project_months; // research/stages.hpp
    Column<float> idea_done, project_done;
    Column<std::uint8_t> joint; // joint/joint_projects.hpp
    Column<float> joint_gain;
    Column<float> taught;           // research/teaching.hpp
    Column<std::uint8_t> tier_term; // tiers/tiers.hpp
    // demand and output
    Column<double> expected, usual_output, planned, producible, orders, made, finished;
    // inputs bought on the market
    Column<double> basket_coef, basket_stock, basket_order, investment;
    Column<float> border_coef;
    Column<float> listed;                           // network/review.hpp
    Column<std::uint8_t> platform, platform_months; // platforms/platforms.hpp
    Column<Money> platform_fee;
    Column<std::uint8_t> digital, standard; // digital/maturity.hpp, standards.hpp
    Column<float> digital_rate, digital_order, digital_claim;
    // its place in the market
    Column<double> price, unit_cost;
    Column<float> largest_buyer, largest_buyer_at_start, reliability, quality, luck, margin;
    Column<double> appeal, share, pull;
    // money
    Column<float> prudence, usual_claims;
    Column<Money> cash; // below zero only between clearing and delivery (capital/clearing.hpp)
    Column<Money> receivable, payable, overdue, estate_due, tax_due;
    Column<std::uint8_t> behind, sells;
    Column<Money> revenue, spent; // spent: wages of this month, then all costs
    // its bank
    Column<std::uint8_t> bank;
    Column<Money> loan_short, loan_long, credit_short, credit_long;
    Column<float> debt, loan_rate, risk, opinion, obscurity;
    Column<std::uint8_t> arrears;
    Column<std::int16_t> reorganised;
    // outside owners (capital/stakes.hpp); founders hold the rest
    Column<float> investor_share, corporate_share;

    static constexpr auto columns();

    std::size_t rows() const { return id.size(); }
    double per_worker(std::size_t row) const // goods per worker and month, with the inputs that they make
    {
        return productivity[row] / (1.0 + own_labour[row]);
    }
    Money loans(std::size_t row) const { return loan_short[row] + loan_long[row]; }
};

} // namespace rongtong
