// Firms, as columns. A row is a firm inside a month; its permanent id is in `id`. Rows of firms that are gone stay as holes
// (state == gone) until rows are compacted, in id order (population/compaction.cpp).
#pragma once

#include "models/agents/groups.hpp"
#include "sim/column.hpp"
#include "sim/money.hpp"

#include <cstdint>

namespace rongtong {

enum class FirmState : std::uint8_t {
    gone, // a hole
    active,
    closing,   // leaves this month, all creditors are paid
    defaulted, // leaves this month, creditors lose
};

struct Firms {
    Column<std::uint64_t> id;    // FirmId::value, ascending over rows
    Column<std::uint16_t> group; // number in the GroupTable
    Column<FirmState> state;
    Column<std::int32_t> born;   // month of entry; negative: before the start
    Column<std::uint8_t> behind; // 1: could not pay all that it meant to pay; pays from the oldest invoice on

    Column<std::int32_t> workers; // persons
    Column<double> productivity;  // goods per worker and month in normal hours
    Column<double> capital;       // goods

    Column<double> expected;   // expected demand, goods a month
    Column<double> planned;    // planned output of this month, goods
    Column<double> producible; // output that the inputs at hand allow, goods
    Column<double> orders;     // orders received this month (links and market), goods
    Column<double> made;       // goods
    Column<double> finished;   // stock of finished goods

    Column<double> basket_coef;  // domestic inputs bought on the market, goods per unit of output
    Column<double> basket_stock; // goods
    Column<double> basket_order; // goods ordered this month
    Column<double> investment;   // capital goods ordered this month
    Column<float> border_coef;   // linked inputs that cross a region's border, goods per unit of output
    Column<float> own_labour;    // hands that make inputs in-house, per hand that makes output

    Column<double> price;        // yuan per unit of goods
    Column<double> unit_cost;    // yuan per unit of goods, without tax and capital
    Column<float> largest_buyer; // share of the largest linked buyer in orders this month
    Column<float> largest_buyer_at_start;
    Column<float> reliability; // smoothed share of orders that was delivered
    Column<float> quality;     // relative to the sector's mean at the start
    Column<float> luck;        // AR(1) part of log appeal
    Column<float> margin;      // smoothed profit over sales
    Column<double> appeal;     // weight in the market of sector and region at the start
    Column<double> share;      // share of that market
    Column<double> pull;       // weight that buyers want to give it now

    Column<float>
        prudence; // cash that it wants to hold, over what firms of its size do on average (capital/payout.hpp)
    Column<float> usual_claims; // net of debts, months of its costs (capital/working_capital.hpp)
    Column<Money> cash;         // below zero only between clearing and delivery (capital/clearing.hpp)
    Column<Money> receivable;   // owed by linked buyers
    Column<Money> payable;      // owed to linked suppliers
    Column<Money> overdue;      // part of payable that is past its due month
    Column<Money> estate_due;   // owed to the receiver of suppliers that are gone, less what estates still pay the firm
    Column<Money> tax_due;
    Column<Money> loan_short;   // owed to its bank for working capital
    Column<Money> loan_long;    // and for investment
    Column<Money> credit_short; // what the bank approved for the next month
    Column<Money> credit_long;
    Column<float> loan_rate;          // on its loans, 1/year
    Column<float> risk;               // log-odds of default that its bank counts on
    Column<float> opinion;            // of the bank: error of what it sees, in standard deviations
    Column<float> obscurity;          // standard deviation of what a bank sees without sharing of information, log-odds
    Column<std::uint8_t> bank;        // row of its bank
    Column<std::uint8_t> sells;       // 1: its bank owns its claims over some links (capital/chain_finance.hpp)
    Column<std::uint8_t> arrears;     // months since it last paid the bank all that was due
    Column<std::int16_t> reorganised; // month of its last reorganisation; 0: none

    Column<float>
        investor_share; // of the firm that outside investors hold (capital/stakes.hpp); founders hold the rest
    Column<float> corporate_share; // the part of it that other firms hold

    Column<Money> revenue; // sales of this month
    Column<Money> spent;   // wages of this month, then all costs

    std::size_t rows() const { return id.size(); }
    double per_worker(std::size_t row) const // goods per worker and month, with the inputs that they make
    {
        return productivity[row] / (1.0 + own_labour[row]);
    }
    Money loans(std::size_t row) const { return loan_short[row] + loan_long[row]; }

    // Calls f(name, column) for every column: the one list that checkpoints, hashes and compaction go by.
    template <class Self, class F>
    static void for_each_column(Self& s, const F& f)
    {
        f("id", s.id), f("group", s.group), f("state", s.state), f("born", s.born), f("behind", s.behind);
        f("workers", s.workers), f("productivity", s.productivity), f("capital", s.capital);
        f("expected", s.expected), f("planned", s.planned), f("producible", s.producible), f("orders", s.orders);
        f("made", s.made), f("finished", s.finished);
        f("basket_coef", s.basket_coef), f("basket_stock", s.basket_stock), f("basket_order", s.basket_order);
        f("investment", s.investment), f("border_coef", s.border_coef), f("own_labour", s.own_labour);
        f("price", s.price), f("unit_cost", s.unit_cost), f("largest_buyer", s.largest_buyer);
        f("largest_buyer_at_start", s.largest_buyer_at_start), f("reliability", s.reliability);
        f("quality", s.quality), f("luck", s.luck), f("margin", s.margin), f("appeal", s.appeal);
        f("share", s.share), f("pull", s.pull);
        f("prudence", s.prudence), f("usual_claims", s.usual_claims);
        f("cash", s.cash), f("receivable", s.receivable), f("payable", s.payable);
        f("overdue", s.overdue);
        f("estate_due", s.estate_due), f("tax_due", s.tax_due), f("revenue", s.revenue), f("spent", s.spent);
        f("loan_short", s.loan_short), f("loan_long", s.loan_long), f("credit_short", s.credit_short);
        f("credit_long", s.credit_long), f("loan_rate", s.loan_rate), f("risk", s.risk);
        f("opinion", s.opinion), f("obscurity", s.obscurity), f("bank", s.bank), f("arrears", s.arrears),
            f("sells", s.sells);
        f("investor_share", s.investor_share), f("corporate_share", s.corporate_share);
        f("reorganised", s.reorganised);
    }

    void resize(std::size_t rows)
    {
        for_each_column(*this, [&](const char*, auto& column) { column.resize(rows); });
    }
    void reserve(std::size_t rows)
    {
        for_each_column(*this, [&](const char*, auto& column) { column.reserve(rows); });
    }
};

} // namespace rongtong
