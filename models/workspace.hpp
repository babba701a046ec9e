// Scratch memory of a month, kept so that a month allocates nothing. Not part of the state.
#pragma once

#include "models/agents/groups.hpp"
#include "models/capital/bank_sums.hpp"
#include "models/capital/clearing.hpp"
#include "models/capital/stakes.hpp"
#include "models/digital/forecasts.hpp"
#include "models/indicators/firm_sums.hpp"
#include "models/indicators/records.hpp"
#include "models/joint/joint_projects.hpp"
#include "models/phase_clock.hpp"
#include "models/platforms/platforms.hpp"
#include "models/policies/group_conditions.hpp"
#include "models/research/frontier.hpp"
#include "models/research/pilot_lines.hpp"
#include "sim/column.hpp"
#include "sim/draws.hpp"

#include <cmath>
#include <cstdint>
#include <vector>

namespace rongtong {

// What buyers take from a supplier this month. 16 bytes: the table is gathered once per link.
class Offer {
public:
    Offer() = default;
    // `fill`: share of an order that is delivered; `last`: the supplier closes after this delivery.
    static Offer of(double price, double fill, bool last)
    {
        return {price * fill * 100, static_cast<float>(fill), static_cast<float>(last ? -price : price)};
    }
    static Offer of_gone() { return {0, -1, 0}; }

    bool gone() const { return fill_ < 0; }
    bool last() const { return price_ < 0; }
    double fill() const { return fill_; }
    double price() const { return std::fabs(price_); }
    double fen(double ordered) const { return fen_per_ordered_ * ordered; } // the invoice for an order

private:
    Offer(double fen_per_ordered, float fill, float price)
        : fen_per_ordered_(fen_per_ordered), fill_(fill), price_(price)
    {}

    double fen_per_ordered_ = 0; // price * fill * 100
    float fill_ = 1, price_ = 1; // below zero: gone, last
};
static_assert(sizeof(Offer) == 16);

// What a creditor loses on a link: its buyer defaults, or is reorganised (capital/reorganise.hpp).
struct LinkLoss {
    std::uint32_t buyer = 0, edge = 0;
    Money owed, lost;
    bool given_up = false; // in a reorganisation: the buyer stays and shows nothing to its suppliers
};

// What a phase needs of a firm's group, side by side.
struct GroupFacts : GroupConditions {
    Cell cell;
    std::uint8_t sector = 0, region = 0;
    std::int8_t tier = 0; // of delivery
    bool holds_stock = true;
    double labour = 0, imports = 0, tax = 0, capital_per_output = 0, markup = 0, margin = 0, critical = 0;
    double market_cost = 1;                     // selection/cost_edge.hpp
    double wanted_capital = 0, capital_gap = 1; // capital/investment.hpp
    double cell_output = 0;                     // goods that the cell's firms made last month
    double level = 1, trend = 0;                // of progress
    double wage_index = 1, hire_share = 1, buffer = 0;
    double basket_price = 1, basket_fill = 1, basket_pay = 1, border_saving = 0, trade_pay = 1;
    double scarcity = 0;  // of its cell (orders/scarcity.hpp)
    double formation = 1; // multiplier on what its firms invest
    double capital_price = 1, capital_fill = 1, capital_pay = 1;
    double research_price = 1, research_fill = 1, research_pay = 1; // of R&D
    double front = 0, research = 0, research_rate = 0;              // of its sector (research/frontier.hpp)
    double knowledge = 1; // factor on what its R&D does (research/knowledge.hpp)
    double equipment = 1; // ease of a small laboratory (research/pilot_lines.hpp)
    double success = 1,
           small_success = 1;        // successes that can be expected, over those of the start; of small laboratories
    double diffusion = 1;            // speed of catching up over that at the start's protection (joint/contract.hpp)
    double taught = 0, teaching = 1; // of firms without R&D at the start (research/teaching.hpp)
    double tools_price = 1, tools_pay = 1, talent_wage = 1; // of digital tools; of researchers over others
    double platform_unit = 0; // share of sales that fees of trade platforms are counted in
    double ageing = 0;        // of a performer's product, a month (research/gains.hpp)
    double saving = 1;        // log fall of labour cost per unit of technology gained
    double market_ordered = 0, share_scale = 1, pull_scale = 1, cell_price = 1;
};

// What an order needs of the supplying sector.
struct InputFacts {
    double cover = 0;     // months beyond the coming one that a buyer wants to hold
    bool storable = true; // false: what is ordered is used in the month or lapses
};

// A critical input of a cell's producers that can't be stored, from a product that is delivered before theirs.
struct InputNeed {
    std::uint8_t product = 0;
    float critical = 0; // 0 to 1
    double basket = 0;  // its part in the basket of the cell's firms
};

// Interest that a supplier charges on what is late.
struct ArrearsInterest {
    std::uint32_t edge = 0;
    Money amount;
};

// A link that the buyer wants to give to a supplier that the law does not protect.
struct DroppedLink {
    std::uint32_t edge = 0, buyer = 0;
};

// What a buyer looks at in a firm that it might buy from, side by side: it is gathered once a candidate (network/review.hpp).
struct SupplierCard {
    double offer = 0; // log weight
    double room = 0;  // goods a month that it could deliver more to known customers
    double most = 0;  // that one buyer may ask for, of that
    float worth = 1;
    std::uint16_t group = 0;
    bool active = false;
};
static_assert(sizeof(SupplierCard) == 32);

// What becomes of a link in the review (network/review.hpp).
struct LinkChange {
    enum What : std::uint8_t { trial_failed, supplier_left, paid_off };
    std::uint32_t edge = 0, buyer = 0;
    What what = trial_failed;
};

// A buyer asks for a trial at a place, for more over a settled link, or to take a link over whose need ended.
struct LinkAsk {
    enum What : std::uint8_t { trial, more, move };
    float gain; // of weight, as it seems to the buyer
    std::uint32_t edge, buyer, supplier;
    double goods; // a month, of the whole volume
    What what;
    enum Way : std::uint8_t { around, map, platform } way = around; // where the supplier was found; a map may be old

    void improve(double weight, std::uint32_t by, double volume, Way found)
    {
        if (weight <= gain) return;
        gain = static_cast<float>(weight), supplier = by, goods = volume, way = found;
    }
};

// What a firm's links are at its yearly review.
struct LinksSeen {
    std::uint32_t buyer;
    std::int64_t links, months, ordered, to_small, goods, found; // as in FirmSums
};

// What entry looks at in a cell (population/entry.cpp).
struct CellMonth {
    std::int64_t firms = 0, orders = 0, shipped = 0, exits_expected = 0;
};

// An entrant that opens this month, and how much it can still deliver (network/replacement.cpp).
struct NewSupplier {
    std::uint32_t row;
    double room; // goods a month
};

// A link that lost its supplier.
struct LostLink {
    std::uint32_t edge, buyer, supplier; // the new one if no entrant takes the link
};

struct Workspace {
    PhaseClock clock;
    std::vector<double> cell_share, cell_cost;               // by cell: sums over its firms
    Column<Offer> offers;                                    // by row
    std::vector<GroupFacts> facts;                           // by group
    std::vector<InputFacts> inputs;                          // by supplying sector
    std::vector<InputNeed> needs;                            // cell by cell (orders/input_limits.cpp)
    std::vector<std::uint32_t> first_need;                   // by cell: its first; one more at the end
    Column<float> input_factor;                              // by row: share of output that stored inputs allow
    std::vector<std::vector<FirmSums>> sums;                 // by thread slot and group
    std::vector<std::array<BankSums, most_banks>> bank_sums; // by thread slot and bank
    std::vector<std::vector<std::uint32_t>> lost;            // by block: links whose supplier is gone
    std::vector<std::vector<Event>> exits;                   // by block, in the order of ids
    std::vector<std::vector<Event>> losses;                  // by block: of banks on loans, then of all
    std::vector<std::vector<LinkLoss>> link_losses;          // by block
    std::vector<std::vector<Words>> words, noise;            // by thread slot: draws of a block
    std::vector<std::vector<ShortFirm>> short_firms;         // by block, until payments are cleared
    std::vector<std::vector<std::uint32_t>> for_sale;        // by block: rows of firms whose owners want to sell
    std::vector<std::vector<Event>> project_ends;            // by block: of research
    std::vector<std::vector<LineAsk>> line_asks;             // by block
    std::vector<std::vector<JointEffort>> joint_efforts;     // by block
    JointWorkspace joint;
    OpenFacilities open_facilities;                       // this month's
    std::vector<LineAsk> line_queue;                      // of all blocks
    std::vector<std::vector<ArrearsInterest>> arrears;    // by block
    std::vector<std::vector<DroppedLink>> dropped;        // by block
    std::vector<std::vector<LinkChange>> link_changes;    // by block
    std::vector<std::vector<LinkAsk>> link_asks;          // by block
    std::vector<std::vector<LinksSeen>> links_seen;       // by block
    std::vector<LinkAsk> asks_of_all;                     // of all blocks
    std::vector<PlatformCounts> platform_counts;          // by thread slot
    std::vector<std::uint32_t> member_first, member_next; // by platform and sector (platforms/meet.cpp)
    std::vector<std::uint32_t> member_rows;
    Column<SupplierCard> cards;                           // by row
    Column<float> partners_level;                         // by row: of who reviews its tools this month
    Column<std::uint8_t> next_standard;                   // by row: of the same
    Column<Forecast> forecasts;                           // by row: of its customers, where some pass them on
    std::vector<float> standard_cover;                    // by standard (digital/standards.hpp)
    Column<double> promised;                              // by row, goods a month: of suppliers that are asked
    std::vector<std::uint32_t> merged_edges;              // customers of the firm that is being bought
    std::vector<Event> mergers;                           // of this month
    std::vector<TechnologyMeans> performers;              // by sector
    std::vector<double> entrants, firms_of_cell, density; // by cell
    std::vector<CellMonth> cell_months;                   // by cell
    std::vector<std::vector<NewSupplier>> openings;       // by sector
    std::vector<LostLink> lost_links;                     // of all blocks
    std::vector<std::vector<std::uint8_t>> link_inputs;   // by sector (network/link_plan.hpp)
    std::vector<double> supplier_weights;                 // network/supplier_choice.hpp
    std::vector<std::uint32_t> may_fail;                  // rows that the shock firm_failure may name
    std::int32_t named_nobody = 0;                        // shocks firm_failure of this month that found no firm
    std::vector<std::uint32_t> failing;                   // rows that the shock firm_failure names, ascending
    Clearing clearing;                                    // of this month
    EquityWork equity;
};

} // namespace rongtong
