// What a tier asks for, and whether a firm has it (tiers.hpp).
#pragma once

#include "models/economy.hpp"

#include <array>
#include <vector>

namespace rongtong {

bool has_tiers(const Economy& economy);

// R&D over sales that the firms of a group must show: innovative, and beyond.
struct TierBars {
    double low = 0, high = 0;
};
TierBars bars_of(const TierRules& rules, const TierTerms& terms);

// Share of the main field in a firm's sales.
inline double main_field_of(const Draws& draws, std::uint64_t id)
{
    return 0.5 + 0.5 * draws.uniform(id, 0, Purpose::main_field);
}

// R&D over sales that a firm shows: what it does, or the bar, or the threshold of a lower tax rate, that it says that it reaches.
double shown_research(const Economy& economy, std::size_t row, const GroupConditions& conditions);

class TierCriteria {
public:
    TierCriteria(const Economy& economy, const Draws& draws);

    bool meets(std::size_t row, Tier tier) const;
    int met(std::size_t row, Tier tier) const; // how many of the tier's criteria
    bool could(std::size_t row) const;         // does R&D: else it meets none

private:
    static constexpr int asked = 5;
    using Answers = std::array<bool, asked>;
    Answers answers(std::size_t row, Tier tier, bool all) const;
    bool shows_research(std::size_t row, Tier tier) const;
    bool has_buyers(std::size_t row) const;

    const Economy& e_;
    const Draws& draws_;
    std::vector<float> giant_quality_, champion_quality_; // by sector: the least of these ranks
};

// Firms that a tier is to have, of so many.
std::array<double, tier_names.size()> places_of_tiers(const TierRules& rules, double firms);

void move_to_tier(Economy& economy, std::size_t row, Tier tier);

} // namespace rongtong
