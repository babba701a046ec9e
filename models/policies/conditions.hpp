// What agents face this month: the only thing that levers and shocks write, and the only way in which they act.
#pragma once

#include "models/policies/fund_terms.hpp"
#include "models/policies/group_conditions.hpp"
#include "models/policies/purchasers.hpp"
#include "models/policies/target.hpp"

#include <array>
#include <cstdint>
#include <vector>

namespace rongtong {

inline constexpr std::size_t max_regions = 8;

// Firms that fail this month whatever their books say.
struct Failures {
    std::size_t count = 0;  // the largest debtors of the target
    std::uint64_t firm = 0; // or the one of this id, where it is not 0
    Target target;
};

struct Conditions {
    std::vector<GroupConditions> groups; // by group of firms (GroupTable)
    double credit_supply = 1;            // share of the credit they approved that banks grant at most
    std::vector<Failures> failures;
    FundTerms funds;                   // guidance funds, all together
    double venture_budget = 1;         // multiplier on what chain leaders can put into suppliers
    std::vector<double> pool_capacity; // by cell: multiplier on what its pool can make
    // by purchaser, and sector * regions + region of use: multiplier on real final demand; 1 = as planned
    std::array<std::vector<double>, purchaser_names.size()> final_demand;
    std::vector<double> more_lines; // by cell: pilot lines beside those of the start, over these
    // by cell: lab-months of shared equipment over small laboratories of the start; the same times the part of the saving that they keep
    std::vector<double> equipment, equipment_worth;
    std::vector<double> export_demand; // by sector: multiplier on what the rest of the world orders
    double import_price = 1;           // over the start
    // by region of origin and of use: fee on goods that cross, share of their value, paid to the trade and transport
    // sectors of the region of use
    std::array<std::array<double, max_regions>, max_regions> goods_fee{};
    std::array<std::array<double, max_regions>, max_regions> goods_fee_at_start{};
    // part of the friction between two regions that is taken off for researchers (labour/talent.hpp)
    std::array<std::array<double, max_regions>, max_regions> talent_ease{};
    std::vector<double>
        standard_cover; // by sector: how far the standard of its chain leader counts as the common one, 0 to 1
    CapabilityMap map;
    double platforms_work = 1; // part of what trade platforms do as a rule

    const std::vector<double>& demand_of(Purchaser p) const { return final_demand[static_cast<std::size_t>(p)]; }
};

} // namespace rongtong
