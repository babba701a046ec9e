// Sums over the firms of a group in one month. All are whole numbers, so that they are exact in any order: money in fen,
// goods in thousandths (fixed point), weights in units of 2^-50. Every phase adds what it decides; nothing else is summed.
#pragma once

#include "models/ledger/flows.hpp"
#include "sim/money.hpp"

#include <cmath>
#include <cstdint>

namespace rongtong {

inline constexpr double goods_unit = 1000.0;  // fixed-point units in one unit of goods
inline constexpr double weight_unit = 0x1p50; // fixed-point units in a weight of one

inline std::int64_t fixed_goods(double goods) { return std::llrint(goods * goods_unit); }
inline std::int64_t fixed_weight(double weight) { return std::llrint(weight * weight_unit); }
inline std::int64_t fixed_odds(double odds) { return std::llrint(odds * 1e9); } // sums of small chances
inline double from_fixed_odds(std::int64_t fixed) { return static_cast<double>(fixed) * 1e-9; }
inline double from_fixed_goods(std::int64_t fixed) { return static_cast<double>(fixed) / goods_unit; }
inline double from_fixed_weight(std::int64_t fixed) { return static_cast<double>(fixed) / weight_unit; }

struct FirmSums {
    std::array<std::int64_t, flow_count> flows; // fen received, less paid (ledger/flows.hpp)
    // plans
    std::int64_t firms, workers, workers_wanted;
    std::int64_t basket_ordered, border_saved, investment_ordered; // goods
    std::int64_t closures, successions, defaults, owed_by_defaulted, lost_by_creditors;
    std::int64_t freed_capital, finished_scrapped, inputs_scrapped; // goods
    // estates: fen. claims_sold: to the receiver; awarded: what estates pay suppliers later
    std::int64_t claims_sold, estate_paid, estate_awarded, estate_collected, estate_lost, proceedings_cost;
    // deliveries
    std::int64_t written_off, link_revenue, market_revenue;
    std::int64_t orders, shipped, made, market_shipped, finished, capacity; // goods
    std::int64_t comparable_shipped; // on the market, in goods of its mean price at the start (selection/cost_edge.hpp)
    // receipts
    std::int64_t invoiced, imports_paid, dividends, profit, tax_advanced;
    std::int64_t inputs_received, inputs_used, input_stock, basket_received; // goods
    std::int64_t investment_received, capital_added, depreciated, capital;   // goods
    std::int64_t capital_wanted;                                             // goods, at the user cost of the start
    std::int64_t cash, receivable, payable, overdue, estate_due, tax_due;    // closing balances
    std::int64_t share, pull, priced_share, costed_share, quality_share;     // weights
    std::int64_t overdue_1, overdue_2, overdue_3;                            // by age: up to one month, two, more
    std::int64_t arrears_charged, arrears_earned; // interest on what is late, of buyers and of suppliers
    // make or buy: goods, and counts by group of the buyer and of the supplier
    std::int64_t made_inhouse, links_dropped, customers_lost;
    // review of links: counts by group of the buyer (network/review.hpp)
    std::int64_t trials_begun, trials_failed, suppliers_left, needs_ended;
    std::int64_t trials_with_large, trials_mapped, trials_refused;
    // of links of firms whose yearly review fell in the month: count, months since the two became partners, fen ordered, to small suppliers; goods
    // ordered that can be compared
    std::int64_t links_seen, link_months, orders_seen, orders_to_small, goods_seen;
    // trade platforms (platforms/): fen ordered over links found there, of the same links; counts; fen, claimed: fees of the month before
    std::int64_t orders_found, found_on_platform;
    std::int64_t platform_members, platforms_joined, platforms_left, platform_fees, fees_claimed;
    // digital tools (digital/): goods; fen; level in 32nds; counts. claims: fen of tools of firms that agencies helped this month, claimed: last month
    std::int64_t digital_firms, digital_ordered, digital_paid, digital_units, digital_users;
    std::int64_t order_surprise,
        orders_foretold; // goods: orders less what was expected, absolute; of buyers that pass on what they expect
    std::int64_t digital_adopted, digital_helped, digital_anyway, digital_claims, digital_claimed;
    std::int64_t chain_standards, standards_changed; // counts: of firms that use a chain leader's; that took another
    // credit: fen, and counts of applications
    std::int64_t loans, granted, repaid, loans_lost, loans_of_defaulted, arrears_loans;
    std::int64_t credit_wanted, credit_approved, applications, approvals, good_applications, good_approvals;
    // claims sold to banks: fen; suppliers that sell, count
    std::int64_t factored, bought_back, sellers;
    // reorganisations: a count; fen that suppliers and banks gave up in them
    std::int64_t reorganisations, claims_cut, loans_cut;
    // mergers: counts
    std::int64_t mergers, distress_mergers, capability_mergers;
    // research: goods, counts; labour cost and output (goods) by which means of technology are taken (research/frontier.hpp)
    std::int64_t research_ordered, research_received, performers, innovations, new_performers;
    std::int64_t research_cost, research_usual, research_relabelled; // fen
    std::int64_t threshold_takers, threshold_aims, threshold_profit; // counts; fen (research/threshold.hpp)
    std::int64_t cost_weight, cost_gain, cost_technology, lab_weight, lab_gain, lab_technology;
    // projects of research (research/stages.hpp): counts; months of those that reached the market; of those that left the queue
    std::int64_t projects_waiting, projects_pilot, projects_line, projects_market;
    std::int64_t ideas_failed, pilots_passed, pilots_failed, markets_failed, projects_starved, project_months,
        pilot_prizes, market_prizes;
    std::int64_t lines_given, lines_refused, line_months, equipment_asked;
    // joint projects (joint/): fen of R&D in them, counts of firms
    std::int64_t joint_cost, joint_due; // due: next month, of those that are in a project at the end of this one
    std::int64_t joint_firms, joint_demands, joint_begun, joint_successes, joint_failed, joint_held_up;
    std::int64_t joint_walked_off, joint_partner_gone, joint_starved;
    // tiers (tiers/): counts; performers just above and below a bar, by what they show
    std::int64_t tiers_gained, tiers_lost, above_bar, below_bar;
    // equity: fen, and counts
    std::int64_t equity_asks, equity_asked, equity_rounds, equity_raised;
    // entry: a count, goods; expected exits of a month, in billionths
    std::int64_t entries, entry_capital, entry_new_capital, exits_expected;

    std::int64_t& flow(Flow f) { return flows[static_cast<std::size_t>(f)]; }
    std::int64_t flow(Flow f) const { return flows[static_cast<std::size_t>(f)]; }
    std::int64_t paid(Flow f) const { return -flow(f); }

    FirmSums& operator+=(const FirmSums& o)
    {
        auto* a = reinterpret_cast<std::int64_t*>(this);
        const auto* b = reinterpret_cast<const std::int64_t*>(&o);
        for (std::size_t i = 0; i < sizeof(FirmSums) / sizeof(std::int64_t); ++i) a[i] += b[i];
        return *this;
    }
};

} // namespace rongtong
