// What agents face this month: the only thing that levers and shocks write, and the only way in which they act.
#pragma once

#include "models/agents/groups.hpp"

#include <array>
#include <cstdint>
#include <vector>

namespace rongtong {

inline constexpr std::size_t max_regions = 8;

struct Conditions {
    // by group of firms (GroupTable)
    std::vector<double> capacity;        // multiplier on what the capital stock can produce; 1 = unharmed
    std::vector<double> term_cap_days;   // longest legal payment term of buyers of the group; no cap: 120
    std::vector<double> term_compliance; // share of their supply links on which the cap is kept, 0 to 1
    std::vector<double> noise_left;      // share of the noise in what banks see of a borrower, 0 to 1
    double credit_supply = 1;            // share of the credit they approved that banks grant at most
    // by sector * regions + region of use
    std::vector<double> final_demand; // multiplier on real final demand; 1 = as planned
    // by region of origin and of use: fee on goods that cross, share of their value, paid to the trade and transport
    // sectors of the region of use
    std::array<std::array<double, max_regions>, max_regions> goods_fee{};
    std::array<std::array<double, max_regions>, max_regions> goods_fee_at_start{};
};

} // namespace rongtong
