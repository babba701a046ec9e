// The level that a firm begins with, and what it can be expected to pay for its tools (maturity.hpp).
#pragma once

#include "models/digital/maturity.hpp"
#include "models/economy.hpp"

namespace rongtong {

// Before the firms of the start settle: drawn by the shares of its size.
std::uint8_t initial_digital(Size size, double uniform, const DigitalRules& rules);

// The mean of these.
double mean_initial_level(Size size, const DigitalRules& rules);

// What steps and upkeep mean to a firm, per level: yuan of gain; cost without K.
struct ToolsOffer {
    double gain, cost;
};
ToolsOffer tools_offer(const Economy& e, std::size_t row, double partners);

// Odds of a step in a year where no researcher is dearer than at the start. k: K.
inline double usual_odds(const ToolsOffer& offer, double k, const DigitalRules& rules)
{
    return adoption_odds(offer.gain, k * offer.cost, rules);
}

// A firm before it settles: many years of ageing and of steps at the odds that it has now.
struct Unsettled {
    std::uint64_t id;
    std::int32_t month; // of its draws
    std::uint8_t units;
};
inline constexpr std::uint32_t settling_years = 40;
std::uint8_t settled(const Economy& e, const Draws& draws, const Unsettled& firm, double odds, std::uint32_t copy = 0);

// Yuan a month: upkeep, and a twelfth of the steps that it can be expected to take in a year.
double expected_tools_cost(const Economy& e, std::size_t row, double partners);

// Of a new firm, which stands where firms like it do.
void begin_tools(Economy& e, const Draws& draws, std::size_t row);

} // namespace rongtong
