// The plan of one firm in a month, in four steps: labour (plan.cpp), whether it leaves (firm/leave.cpp), what it pays
// (firm/pay.cpp), what it orders (order.cpp). Each reads its own row, its links and what its group faces, and writes only
// these. A firm whose cash does not reach waits after the third step until payments are cleared (capital/clearing.hpp).
#pragma once

#include "models/capital/credit.hpp"
#include "models/economy.hpp"
#include "models/labour/hours.hpp"

#include <algorithm>
#include <vector>

namespace rongtong {

struct Plan {
    Economy& e;
    const Draws& draws;
    std::int32_t month;
    bool luck;
    double noise_scale; // of a link's order per 16-bit step
    PastMonths ring;

    FirmSums* sums;                      // of the thread, by group
    BankSums* banks;                     // of the thread, by bank
    std::vector<Event>* exits;           // of the block
    std::vector<ShortFirm>* short_firms; // of the block
    std::vector<Event>* losses;          // of the block
    std::vector<LinkLoss>* link_losses;  // of the block

    void firm(std::size_t row, const Words& w, const Words& noise);
    void after_clearing(const ShortFirm& s);
    // Once suppliers are paid.
    void go_on(std::size_t row, const GroupFacts& f, Money wages, const Words& noise, FirmSums& s);
    double wage_of(std::size_t row, const GroupFacts& f) const // of a full month, fen per worker
    {
        return f.labour * e.firms.labour_cost[row] * e.firms.productivity[row] * f.wage_index * 100;
    }
    Money wages_of(std::size_t row, const GroupFacts& f) const
    {
        const auto& firms = e.firms;
        return round_fen(wage_of(row, f) *
                         persons_paid(firms.planned[row], f.level * firms.per_worker(row), firms.workers[row]));
    }
    Money hire(std::size_t row, const GroupFacts& f, FirmSums& s, const Words& w);
    bool gives_up(std::size_t row, const GroupFacts& f, std::uint32_t word) const;
    bool finds_successor(std::size_t row, const GroupFacts& f) const;
    Money used_capital_price(std::size_t row, const GroupFacts& f) const;
    void end_loans(std::size_t row, Money to_bank, FirmSums& s);
    void wind_up(std::size_t row, const GroupFacts& f, Money wages, FirmSums& s);
    void fail(std::size_t row, const GroupFacts& f, std::int32_t workers, FirmSums& s); // workers: before the month
    void leave_nothing(std::size_t row);
    void fail_unpaid(std::size_t row, const GroupFacts& f, std::int32_t workers, FirmSums& s);
    bool reorganises(std::size_t row, std::int32_t workers) const; // firm/reorganise.cpp
    void reorganise(std::size_t row, const GroupFacts& f, std::int32_t workers, FirmSums& s);
    void stop_payments(std::size_t row, Money interest, FirmSums& s);
    Money cut_debts(std::size_t row, double cut, std::int32_t months);
    void roll_loans(std::size_t row, Money secured, double cut, FirmSums& s);
    void draw_credit(std::size_t row, FirmSums& s); // firm/borrow.cpp
    DueToBank due_to_bank(std::size_t row) const;   // on what it owes before new loans
    bool pay_bank(std::size_t row, const DueToBank& due, Money available,
                  FirmSums& s); // false: the bank calls its loans
    bool pay_suppliers(std::size_t row, const GroupFacts& f, Money available, FirmSums& s);
    void book_payment(std::size_t row, Money paid, FirmSums& s);
    Money due_to_receiver(std::size_t row) const;
    Money owners_help(std::size_t row, const GroupFacts& f, FirmSums& s); // firm/owner_money.cpp
    Money oldest_due(std::size_t row) const;                              // to suppliers, since three months
    Money cash_at_hand(std::size_t row) const { return std::max(Money(), e.firms.cash[row]); }
    double order_inputs(std::size_t row, const GroupFacts& f, const Words& noise); // returns what is missing, goods
    double capital_wish(std::size_t row, const GroupFacts& f) const;               // goods
    double order_tools(std::size_t row, const GroupFacts& f, double money, FirmSums& s);
    double research_order(std::size_t row, const GroupFacts& f, double money) const; // goods
    void order_on_market(std::size_t row, const GroupFacts& f, double missing, FirmSums& s);
};

PastMonths past_months(Economy& economy);
Plan plan_of_block(Economy& economy, const Draws& draws, std::size_t block); // for the thread that calls

} // namespace rongtong
