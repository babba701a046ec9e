// Indicators of tiers (models/tiers/).
#include "models/indicators/arithmetic.hpp"
#include "models/indicators/indicator.hpp"

namespace rongtong {

namespace {

template <Tier tier>
double firms_of_tier(const Economy& e)
{
    return sum_groups(e, [](const Group& g) { return g.tier == tier; }, [](const FirmSums& s) { return s.firms; });
}

std::int64_t sales_of_tiers(const FirmSums& s) { return s.link_revenue + s.market_revenue; }

double share_of_tiers(const Economy& e)
{
    const auto specialised = [](const Group& g) { return g.tier >= Tier::specialised; };
    return ratio(sum_groups(e, specialised, sales_of_tiers), count(sales_of_tiers(e.total)));
}

double research_of_tiers(const Economy& e)
{
    return sum_groups(
        e, [](const Group& g) { return g.tier != Tier::none; },
        [](const FirmSums& s) { return yuan(s.research_cost); });
}

double around_bars(const FirmSums& s) { return ratio(count(s.above_bar), count(s.below_bar)); }

} // namespace

extern const std::vector<Indicator> indicators_tiers{
    {"tier_innovative", "count", "firms that are named innovative and no more", "before the exits of the month",
     firms_of_tier<Tier::innovative>, nullptr},
    {"tier_specialised", "count", "firms that are named specialised and no little giant", "the same",
     firms_of_tier<Tier::specialised>, nullptr},
    {"tier_little_giants", "count", "firms that are named little giants", "the same", firms_of_tier<Tier::little_giant>,
     nullptr},
    {"tier_champions", "count", "firms that are named single champions", "the same",
     firms_of_tier<Tier::single_champion>, nullptr},
    {"tier_promotions", "count", "firms named for a tier in January, by the tier", "counted at the end of December",
     nullptr, [](const FirmSums& s) { return count(s.tiers_gained); }},
    {"tier_losses", "count", "firms that lost their tier on review, by the tier", "counted at the end of December",
     nullptr, [](const FirmSums& s) { return count(s.tiers_lost); }},
    {"tier_sales_share", "1", "share of specialised firms, little giants and champions in the sales of firms",
     "sales over links and on the market", share_of_tiers, nullptr},
    {"tier_research", "yuan", "R&D of firms that have a tier in the month, at current prices", "as research_cost",
     research_of_tiers, nullptr},
    {"tier_above_bar", "count", "performers of R&D that show at most a fifth more than a tier's bar asks",
     "both bars; what they say counts (tiers/tiers.hpp)", nullptr,
     [](const FirmSums& s) { return count(s.above_bar); }},
    {"tier_below_bar", "count", "performers of R&D that show at most a fifth less than a tier's bar asks",
     "both bars; what they say counts", nullptr, [](const FirmSums& s) { return count(s.below_bar); }},
    {"tier_bunching", "1", "performers just above a tier's bar over those just below",
     "tier_above_bar / tier_below_bar", nullptr, around_bars},
};

} // namespace rongtong
