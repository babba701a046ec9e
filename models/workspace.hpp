// Scratch memory of a month, kept so that a month allocates nothing. Not part of the state.
#pragma once

#include "models/agents/groups.hpp"
#include "models/capital/bank_sums.hpp"
#include "models/capital/clearing.hpp"
#include "models/indicators/firm_sums.hpp"
#include "models/indicators/records.hpp"
#include "models/phase_clock.hpp"
#include "sim/column.hpp"
#include "sim/draws.hpp"

#include <cstdint>
#include <vector>

namespace rongtong {

// What buyers take from a supplier this month. 16 bytes: the table is gathered once per link.
struct Offer {
    double fen_per_ordered = 0; // invoice per unit of goods ordered: price * fill * 100
    float fill = 1;             // share of an order that is delivered; negative: the supplier is gone
    float price = 1;            // negative: this was the supplier's last delivery
};

// What a supplier gives up of its claims on a customer that is reorganised (capital/reorganise.hpp).
struct ClaimCut {
    std::uint32_t supplier = 0; // row
    Money amount;
};

// What a phase needs of a firm's group, side by side.
struct GroupFacts {
    std::uint16_t cell = 0;
    std::uint8_t sector = 0, region = 0;
    bool holds_stock = true;
    double labour = 0, imports = 0, tax = 0, capital_per_output = 0, markup = 0, margin = 0, critical = 0;
    double capacity = 1, cap_days = 120, compliance = 0, wage_index = 1, hire_share = 1, buffer = 0;
    double basket_price = 1, basket_fill = 1, basket_pay = 1, border_saving = 0, trade_pay = 1;
    double capital_price = 1, capital_fill = 1, capital_pay = 1;
    double noise_left = 1; // share of the noise in what banks see of a borrower
    double market_ordered = 0, share_scale = 1, pull_scale = 1, cell_price = 1;
};

// What an order needs of the supplying sector.
struct InputFacts {
    double cover = 0;    // months beyond the coming one that a buyer wants to hold
    double critical = 0; // 0 to 1
};

struct Workspace {
    PhaseClock clock;
    Column<Offer> offers;                                    // by row
    std::vector<GroupFacts> facts;                           // by group
    std::vector<InputFacts> inputs;                          // by supplying sector
    std::vector<std::vector<FirmSums>> sums;                 // by thread slot and group
    std::vector<std::array<BankSums, most_banks>> bank_sums; // by thread slot and bank
    std::vector<std::vector<std::uint32_t>> lost;            // by block: links whose supplier is gone
    std::vector<std::vector<Event>> exits;                   // by block, in the order of ids
    std::vector<std::vector<Event>> losses;                  // by block: of creditors
    std::vector<std::vector<ClaimCut>> cuts;                 // by block, until suppliers write them off
    std::vector<std::vector<Words>> words, noise;            // by thread slot: draws of a block
    std::vector<std::vector<ShortFirm>> short_firms;         // by block, until payments are cleared
    std::vector<std::vector<std::uint32_t>> for_sale;        // by block: rows of firms whose owners want to sell
    std::vector<std::uint32_t> merged_edges;                 // customers of the firm that is being bought
    std::vector<Event> mergers;                              // of this month
    std::vector<std::uint32_t> failing;                      // rows that the shock firm_failure names, ascending
    Clearing clearing;                                       // of this month
};

} // namespace rongtong
