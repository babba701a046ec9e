// What R&D a firm aims at to reach the bar of a tier, and what it shows (tiers/tiers.hpp).
#include "models/firm/receive.hpp"
#include "models/research/budget.hpp"
#include "models/tiers/criteria.hpp"

namespace rongtong {

// The next bar above what it wants to do, if it could get a tier there and lacks less than `within`.
Receipt::TierAim Receipt::next_tier_bar(std::size_t row, const GroupFacts& f, double wanted) const
{
    const auto& rules = e.setup.parameters.tiers;
    const TierBars bars = bars_of(rules, f.tiers);
    const auto near = [&](double bar) { return wanted < bar && wanted >= (1 - rules.within) * bar; };
    const Group& g = e.groups[e.firms.group[row]];
    if (g.size == Size::large && g.tier != Tier::single_champion) return {};
    const double usual = e.firms.research_usual[row];
    if (near(bars.low)) return {bars.low, rules.worth + f.tiers.low_gain * usual};
    if (!near(bars.high) || main_field_of(draws, e.firms.id[row]) < rules.main_field) return {};
    return {bars.high, rules.worth + f.tiers.high_gain * usual};
}

// Once a year by id.
void Receipt::aim_at_tier(std::size_t row, const GroupFacts& f, const ResearchWish& wish)
{
    auto& firms = e.firms;
    ResearchWish free = wish;
    free.aim = 0;
    const auto& p = e.setup.parameters;
    const double wanted = wanted_research(firms.research_usual[row], free, p.research);
    const TierAim aim = next_tier_bar(row, f, wanted);
    const double real = mix_worth_its_cost(wanted, aim.bar, aim.worth, p.tiers.relabelling_cost);
    auto& term = firms.tier_term[row];
    term = static_cast<std::uint8_t>((term & tier_years) | (real > 0 ? says_it_reaches : 0));
    firms.research_aim[row] = static_cast<float>(real);
}

// Performers around a bar, by what they show.
void Receipt::count_around_bars(std::size_t row, const GroupFacts& f, FirmSums& s) const
{
    const TierBars bars = bars_of(e.setup.parameters.tiers, f.tiers);
    const double shown = shown_research(e, row, f);
    for (const double bar : {bars.low, bars.high}) {
        s.above_bar += shown >= bar && shown < 1.2 * bar;
        s.below_bar += shown < bar && shown >= 0.8 * bar;
    }
}

} // namespace rongtong
