// Firms, as columns. A row is a firm inside a month; its permanent id is in `id`. Rows of firms that are gone stay as holes
// (state == gone) until rows are compacted, in id order (population/compaction.cpp).
//
// A new column is a member and an entry in the list below the members: name in files, unit, meaning, fate.
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
    Column<float> taught; // research/teaching.hpp
    // demand and output
    Column<double> expected, usual_output, planned, producible, orders, made, finished;
    // inputs bought on the market
    Column<double> basket_coef, basket_stock, basket_order, investment;
    Column<float> border_coef;
    Column<float> listed; // network/review.hpp
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

constexpr auto Firms::columns()
{
    using F = Firms;
    using enum AtMerger;
    constexpr FirmFate stays{}, hidden{.panel = false}, leaves{.merger = added, .exit = AtExit::cleared};
    return std::tuple{
        column("id", "1", "permanent number, never used again", &F::id, hidden),
        column("group", "1", "number in the table of groups", &F::group, hidden),
        column("state", "1", "0 gone, 1 active, 2 closing, 3 defaulted", &F::state,
               FirmFate{.merger = settled, .exit = AtExit::settled, .panel = false}),
        column("born", "month", "month of entry; negative: before the start", &F::born, stays),
        column("workers", "person", "workers", &F::workers, FirmFate{.merger = settled, .exit = AtExit::cleared}),
        column("productivity", "yuan", "output per worker and month in normal hours", &F::productivity,
               FirmFate{.merger = by_workers}),
        column("capital", "yuan", "capital at starting prices", &F::capital, leaves),
        column("own_labour", "1", "hands that make inputs in-house, per hand that makes output", &F::own_labour, stays),
        column("grade", "1", "log of what its labour and organisation add to a worker's output", &F::grade,
               FirmFate{.merger = by_workers}),
        column("technology", "1", "log of what its technology adds to a worker's output", &F::technology,
               FirmFate{.merger = by_workers}),
        column("labour_cost", "1", "wages per unit of output over the sector's at the start", &F::labour_cost,
               FirmFate{.merger = by_output, .entrant = 1}),
        column("capital_need", "1", "capital per unit of output over the sector's", &F::capital_need,
               FirmFate{.merger = by_output, .entrant = 1}),
        column("worth", "1", "price at which it opened over its market's at the start", &F::worth,
               FirmFate{.entrant = 1}),
        column("usual_margin", "1", "profit over sales that its costs give where all is as planned", &F::usual_margin,
               FirmFate{.merger = by_output}),
        column("research_usual", "1", "R&D over sales that it is used to; 0: does none", &F::research_usual,
               FirmFate{.merger = by_output}),
        column("research", "1", "R&D over sales that it plans", &F::research, FirmFate{.merger = by_output}),
        column("research_order", "yuan", "R&D ordered in the month, at starting prices", &F::research_order, stays),
        column("research_aim", "1",
               "R&D over sales that it does at least to pay a lower tax rate; 0: it does not aim at it",
               &F::research_aim, stays),
        column("knowledge", "1", "stock of past R&D over what its usual R&D keeps it at; 0: none", &F::knowledge,
               FirmFate{.merger = by_output}),
        column("project_stage", "1",
               "its project beyond the laboratory: 0 none, 1 waits for a pilot line, 2 pilot without one, 3 on a line, "
               "4 on "
               "the way to the market",
               &F::project_stage, stays),
        column("project_waited", "month", "months that it waits for a line, or that R&D lacks money",
               &F::project_waited, stays),
        column("claims", "1",
               "what its project did last month that may earn a prize: 1 passed the pilot, 2 reached the market",
               &F::claims, stays),
        column("idea_months", "month", "since the idea in its laboratory was begun", &F::idea_months, stays),
        column("project_months", "month", "since its project beyond the laboratory was begun", &F::project_months,
               stays),
        column("idea_done", "month", "usual R&D put into the idea in its laboratory", &F::idea_done, stays),
        column("project_done", "month", "usual R&D put into its project at this stage", &F::project_done, stays),
        column("joint", "1", "1: it is in a joint project with another firm", &F::joint, stays),
        column("joint_gain", "1", "log output per worker that its joint project gives it next month", &F::joint_gain,
               stays),
        column("taught", "1",
               "root of the part of its orders that its largest customer over links gives which does R&D and is ahead "
               "of it",
               &F::taught, stays),
        column("expected_demand", "yuan", "expected demand at starting prices", &F::expected, leaves),
        column("usual_output", "yuan", "mean of planned output over demand_memory months, at starting prices",
               &F::usual_output, leaves),
        column("planned_output", "yuan", "planned output of the month at starting prices", &F::planned, stays),
        column("producible", "yuan", "output that the inputs at hand allow, at starting prices", &F::producible, stays),
        column("orders", "yuan", "orders of the month at starting prices", &F::orders, stays),
        column("output", "yuan", "goods made in the month at starting prices", &F::made, stays),
        column("finished", "yuan", "finished goods at starting prices", &F::finished, leaves),
        column("basket_coef", "1", "domestic inputs bought on the market per unit of output", &F::basket_coef, stays),
        column("basket_stock", "yuan", "inputs bought on the market that are at hand, at starting prices",
               &F::basket_stock, FirmFate{.merger = settled, .exit = AtExit::cleared}),
        column("basket_order", "yuan", "inputs ordered on the market in the month, at starting prices",
               &F::basket_order, stays),
        column("investment", "yuan", "capital goods ordered in the month, at starting prices", &F::investment, stays),
        column("border_coef", "1", "linked inputs that cross a region's border per unit of output", &F::border_coef,
               stays),
        column("listed", "1", "what a map of capabilities says of its offer; 0: it is not on one", &F::listed, stays),
        column("price", "1", "price over the start", &F::price, stays),
        column("unit_cost", "1", "unit cost without tax and capital", &F::unit_cost, stays),
        column("largest_buyer", "1", "largest known customer's share in orders", &F::largest_buyer, stays),
        column("largest_buyer_at_start", "1", "the same at the start or at entry", &F::largest_buyer_at_start, stays),
        column("reliability", "1", "smoothed share of orders delivered", &F::reliability, FirmFate{.entrant = 1}),
        column("quality", "1", "quality", &F::quality, FirmFate{.merger = by_output, .entrant = 1}),
        column("luck", "1", "autoregressive part of log appeal", &F::luck, stays),
        column("margin", "1", "smoothed profit over sales", &F::margin, FirmFate{.merger = by_output}),
        column("appeal", "1", "weight in the market of sector and region at the start", &F::appeal,
               FirmFate{.merger = added}),
        column("market_share", "1", "share of the market of sector and region", &F::share, leaves),
        column("pull", "1", "weight that buyers want to give it in its market now", &F::pull, leaves),
        column("prudence", "1", "cash that it wants to hold, over what firms of its size do on average", &F::prudence,
               stays),
        column("usual_claims", "month", "usual claims less debts, in months of its costs", &F::usual_claims, stays),
        column("cash", "yuan", "deposits", &F::cash, FirmFate{.merger = settled, .exit = AtExit::cleared}),
        column("receivable", "yuan", "owed by known customers", &F::receivable, leaves),
        column("payable", "yuan", "owed to known suppliers", &F::payable,
               FirmFate{.merger = settled, .exit = AtExit::cleared}),
        column("overdue", "yuan", "part of payables past its due month", &F::overdue,
               FirmFate{.merger = settled, .exit = AtExit::cleared}),
        column("estate_due", "yuan", "owed to the receiver of suppliers that are gone, less what estates still pay it",
               &F::estate_due, FirmFate{.merger = added}),
        column("tax_due", "yuan", "tax not paid yet", &F::tax_due, leaves),
        column("behind", "1", "1: its suppliers wait for money past their due month and its habit", &F::behind,
               FirmFate{.merger = cleared}),
        column("sells", "1", "1: its bank owns its claims over some links", &F::sells, stays),
        column("revenue", "yuan", "sales of the month", &F::revenue,
               FirmFate{.merger = cleared, .exit = AtExit::cleared}),
        column("spent", "yuan", "costs of the month", &F::spent, FirmFate{.merger = cleared, .exit = AtExit::cleared}),
        column("bank_row", "1", "row of its bank", &F::bank, hidden),
        column("loan_short", "yuan", "owed to its bank for working capital", &F::loan_short, FirmFate{.merger = added}),
        column("loan_long", "yuan", "owed to its bank for investment", &F::loan_long, FirmFate{.merger = added}),
        column("credit_short", "yuan", "approved by the bank for the next month, for working capital", &F::credit_short,
               FirmFate{.merger = cleared}),
        column("credit_long", "yuan", "approved by the bank for the next month, for investment", &F::credit_long,
               FirmFate{.merger = cleared}),
        column("usual_debt", "1", "loans that it aims at, over leverage of its capital and working_months of its costs",
               &F::debt, FirmFate{.merger = by_output, .entrant = 1}),
        column("loan_rate", "1/year", "interest on its loans", &F::loan_rate, FirmFate{.merger = by_loans}),
        column("risk", "1", "log-odds of default that its bank counts on", &F::risk, hidden),
        column("opinion", "1", "error of what its bank sees, in standard deviations", &F::opinion, stays),
        column("obscurity", "1", "standard deviation of what a bank sees without sharing of information, log-odds",
               &F::obscurity, stays),
        column("arrears", "month", "months since it last paid its bank in full", &F::arrears,
               FirmFate{.merger = cleared}),
        column("reorganised", "month", "month of its last reorganisation; 0: none", &F::reorganised, stays),
        column("investor_share", "1", "share of the firm that outside investors hold", &F::investor_share, stays),
        column("corporate_share", "1", "share of the firm that other firms hold", &F::corporate_share, stays),
    };
}
static_assert(columns_fill<Firms>);

} // namespace rongtong
