// Odds of being named for a tier, places, bars (models/tiers/): by numbers.
#include "models/tiers/naming.hpp"

#include "tests/models/tiers/tiered.hpp"

using namespace rongtong;

TEST_CASE("firms are named with the odds that fill what is missing, from the top")
{
    Candidates c;
    c.champions = 4, c.giants = 20;
    c.specialised_from_innovative = 10, c.specialised_only = 6, c.specialised_or_innovative = 24, c.innovative = 88;
    const PerTier odds = odds_of_naming({0, 50, 30, 8, 2}, {900, 40, 25, 7, 1}, c);
    CHECK(odds[4] == Approx(1.0 / 4));
    CHECK(odds[3] == Approx((1 + 1.0) / 20)); // one is missing, one leaves upward
    CHECK(odds[2] == Approx((5 + 2.0) / 40)); // five are missing, two leave upward
    const double leave = 10 * odds[2], left = 88 + 24 * (1 - odds[2]);
    CHECK(odds[1] == Approx((10 + leave) / left));
    CHECK(odds[0] == 0);
}

TEST_CASE("nobody is named where nobody may be or none is missing, and all are where too few may be")
{
    Candidates none, few;
    few.innovative = 3;
    CHECK(odds_of_naming({0, 5, 5, 5, 5}, {}, none) == PerTier{});
    CHECK(odds_of_naming({0, 5, 0, 0, 0}, {}, few)[1] == 1);
    CHECK(odds_of_naming({0, 5, 0, 0, 0}, {0, 9, 0, 0, 0}, few)[1] == 0);
}

TEST_CASE("places are whole firms, bars move with what policies say and never below nothing")
{
    TierRules rules = default_parameters().tiers;
    CHECK(places_of_tiers(rules, 10000)[4] == 0); // below 20 thousand firms there is no champion
    CHECK(places_of_tiers(rules, 1e6)[1] == 7200);
    CHECK(places_of_tiers(rules, 1e6)[2] == 4200);
    CHECK(places_of_tiers(rules, 1e6)[3] == Approx(490).margin(1));
    CHECK(places_of_tiers(rules, 1e6)[4] == Approx(52).margin(1));
    rules.bar_low = 0.01, rules.bar_high = 0.03;
    CHECK(bars_of(rules, {0, 0.01, 0, 0}).high == Approx(0.04));
    CHECK(bars_of(rules, {-0.5, 0, 0, 0}).low == 0);
}

TEST_CASE("the share of a firm's main field is between a half and one, and the same for all its life")
{
    const Draws draws(7, 0);
    double sum = 0;
    for (std::uint64_t id = 1; id <= 4000; ++id) {
        const double share = main_field_of(draws, id);
        CHECK((share > 0.5 && share < 1 && share == main_field_of(draws, id)));
        sum += share;
    }
    CHECK(sum / 4000 == Approx(0.75).margin(0.01));
}
