// What one firm receives and pays at the end of a month: goods and invoices of known suppliers, purchases on the market,
// investment, taxes, dividends (receive.cpp); then what it expects and asks next month (look_ahead.cpp). A firm that leaves
// closes its books (firm/vanish.cpp). Each writes only its own row and links.
#pragma once

#include "models/economy.hpp"
#include "models/population/exit_odds.hpp"

#include <array>
#include <vector>

namespace rongtong {

struct Borrower;     // capital/scoring.hpp
struct ResearchWish; // research/budget.hpp

struct Receipt {
    Economy& e;
    const Draws& draws;
    std::int32_t month;
    bool luck, credit;
    double taste, mean_quality;
    double usual_odds,
        acceptable_odds; // log-odds of default: of a firm at rest, and the highest that a sound bank accepts
    std::uint32_t edges;
    std::array<Money*, 6> ring;              // invoices by months until they are due: 0 to 5 (5 is never used), by edge
    FirmSums* sums;                          // of the thread, by group
    BankSums* banks;                         // of the thread, by bank
    std::vector<std::uint32_t>* lost;        // of the block: links whose supplier is gone
    std::vector<std::uint32_t>* for_sale;    // of the block: firms whose owners want to sell; nullptr: no mergers
    std::vector<LineAsk>* line_asks;         // of the block: projects that wait for a pilot line
    std::vector<Event>* project_ends;        // of the block
    std::vector<JointEffort>* joint_efforts; // of the block: firms in joint projects
    std::vector<EquityAsk>* asks;            // of the block: firms that look for equity; nullptr: there is none
    const ExitOdds& exit_odds;

    void firm(std::size_t row, const Words& w);
    void pay_bank_of_lost(std::size_t row, std::uint32_t edge, FirmSums& s);
    double inputs_over_links(std::size_t row, const GroupFacts& f, double& lacking, FirmSums& s);
    void lose_supplier(std::size_t row, std::uint32_t edge, FirmSums& s);
    void take_last_invoice(std::size_t row, std::uint32_t edge, Money amount, FirmSums& s);
    void buy_on_market(std::size_t row, const GroupFacts& f, double lacking, FirmSums& s);
    void invest(std::size_t row, const GroupFacts& f, FirmSums& s);
    Money dividends_of(std::size_t row, const GroupFacts& f);
    void pay_state_and_owners(std::size_t row, const GroupFacts& f, FirmSums& s);
    void ask_for_credit(std::size_t row, const GroupFacts& f, FirmSums& s); // firm/borrow.cpp
    void ask_for_equity(std::size_t row, Borrower borrower, double denied, double buffer,
                        FirmSums& s); // firm/equity_asks.cpp
    double credit_room(std::size_t row, const GroupFacts& f, const CreditRules& rules) const;
    void learn(std::size_t row, const GroupFacts& f, FirmSums& s); // firm/research.cpp
    double pay_for_research(std::size_t row, const GroupFacts& f, FirmSums& s);
    void take_prizes(std::size_t row, const GroupFacts& f, FirmSums& s);
    double user_cost_of(std::size_t row, const GroupFacts& f) const;
    void take_support(std::size_t row, const GroupFacts& f, Money cost, FirmSums& s);
    double gain_of_research(std::size_t row, const GroupFacts& f, double spent, double own, FirmSums& s);
    void take_lower_rate(std::size_t row, const GroupFacts& f, Money profit, FirmSums& s);
    bool over_threshold(std::size_t row, const GroupFacts& f) const;
    void review_threshold(std::size_t row, const GroupFacts& f, const ResearchWish& wish);
    bool aims_at_lower_rate(std::size_t row) const;
    struct TierAim {
        double bar = 0, worth = 0; // R&D over sales; what it brings, over sales
    };
    TierAim next_tier_bar(std::size_t row, const GroupFacts& f, double wanted) const; // firm/tier_aim.cpp
    void aim_at_tier(std::size_t row, const GroupFacts& f, const ResearchWish& wish);
    void count_around_bars(std::size_t row, const GroupFacts& f, FirmSums& s) const;
    void note_project(std::size_t row, EventKind kind, double gain);
    double take_gain(std::size_t row, const GroupFacts& f, double normal);
    double gain_of_projects(std::size_t row, const GroupFacts& f, double spent, double own,
                            FirmSums& s); // firm/projects.cpp
    double own_research(std::size_t row, const GroupFacts& f, double spent, FirmSums& s);
    void move_technology(std::size_t row, const GroupFacts& f, double gain);
    void take_up_research(std::size_t row, const GroupFacts& f, FirmSums& s);
    double use_tools(std::size_t row, const GroupFacts& f, FirmSums& s); // firm/use_digital.cpp
    double pay_for_tools(std::size_t row, const GroupFacts& f, FirmSums& s);
    void take_tools_support(std::size_t row, const GroupFacts& f, FirmSums& s);
    void review_tools(std::size_t row, const GroupFacts& f, FirmSums& s);
    double climb(std::size_t row, const GroupFacts& f, double gain, double cost, const Words& w, FirmSums& s);
    void use_platform(std::size_t row, const GroupFacts& f, FirmSums& s); // firm/use_platform.cpp
    void pay_platform(std::size_t row, const GroupFacts& f, double units, FirmSums& s);
    void take_fee_support(std::size_t row, const GroupFacts& f, FirmSums& s);
    void review_membership(std::size_t row, const GroupFacts& f, FirmSums& s);
    double platform_cost(std::size_t row, const GroupFacts& f) const;
    void look_ahead(std::size_t row, const GroupFacts& f, double input_cost, const Words& w, FirmSums& s);
    void count_surprise(std::size_t row, const Forecast& told, FirmSums& s) const;
    double exit_odds_of(std::size_t row, const GroupFacts& f) const; // a month
    void close(std::size_t row, const GroupFacts& f, FirmSums& s);
    void end_last_month(std::size_t row, const GroupFacts& f, FirmSums& s);
    void vanish(std::size_t row, FirmSums& s);
    void spend(std::size_t row, Flow flow, Money amount, FirmSums& s);
};

} // namespace rongtong
