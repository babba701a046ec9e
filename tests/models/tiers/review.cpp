// The start of tiers and their review in January (models/tiers/).
#include "models/tiers/review_tiers.hpp"

#include "tests/models/repeats.hpp"
#include "tests/models/tiers/tiered.hpp"

using namespace rongtong;

TEST_CASE("at the start each tier has its share of firms, those that have what it asks for", "[tiers]")
{
    const Economy e = start_economy(tiered(5000));
    const auto firms = firms_by_tier(e);
    CHECK(firms[1] == 150);
    CHECK(firms[2] == 75);
    CHECK(firms[3] == 10);
    CHECK(firms[4] == 3);
    const Draws draws = draws_of(e);
    const TierCriteria criteria(e, draws);
    double with_all = 0, ends = 0;
    for (std::size_t row = 0; row < e.firms.rows(); ++row) {
        const Tier tier = tier_at(e, row);
        CHECK((e.firms.tier_term[row] > 0) == (tier != Tier::none));
        if (tier == Tier::none) continue;
        CHECK(e.firms.research_usual[row] > 0);
        with_all += criteria.meets(row, tier), ends += e.firms.tier_term[row];
    }
    CHECK(with_all > 0.95 * 238);
    CHECK(ends / 238 == Approx(2).margin(0.15)); // one, two or three years
}

TEST_CASE("a firm whose term is over keeps its tier, or falls to the highest whose criteria it meets", "[tiers]")
{
    Economy e = after(tiered(5000), 1);
    const auto giant = one_of(e, Tier::little_giant), specialised = one_of(e, Tier::specialised);
    std::size_t keeps = 0;
    const Draws draws = draws_of(e);
    const TierCriteria criteria(e, draws);
    while (tier_at(e, keeps) != Tier::specialised || keeps == specialised || !criteria.meets(keeps, Tier::specialised))
        ++keeps;
    std::fill(e.firms.tier_term.begin(), e.firms.tier_term.end(), std::uint8_t(3)); // nobody else is reviewed
    for (const auto row : {giant, specialised, keeps}) e.firms.tier_term[row] = 1;
    e.setup.parameters.tiers.innovative = e.setup.parameters.tiers.specialised = 0; // and nobody named
    e.setup.parameters.tiers.little_giants = e.setup.parameters.tiers.champions = 0;
    e.firms.expected[giant] = 2 * e.firms.usual_output[giant];
    e.firms.research[giant] = 0.02f, e.firms.research[specialised] = 0.001f; // one bar, none
    const auto before = firms_by_tier(e);
    review_tiers(e, draws);
    CHECK(tier_at(e, giant) == Tier::innovative);
    CHECK(tier_at(e, specialised) == Tier::none);
    CHECK(tier_at(e, keeps) == Tier::specialised);
    CHECK(e.firms.tier_term[keeps] == 3);
    CHECK(e.total.tiers_lost == 2);
    CHECK(e.total.tiers_gained == 0);
    const auto now = firms_by_tier(e);
    CHECK(now[3] == before[3] - 1);
    CHECK(now[2] == before[2] - 1);
    CHECK(now[1] == before[1] + 1);
    review_tiers(e, draws); // the others' terms go on
    CHECK(firms_by_tier(e) == now);
    CHECK(e.firms.tier_term[keeps] == 2);
}

TEST_CASE("who meets more than its tier asks for is named, a step at a time", "[tiers]")
{
    Economy e = after(tiered(5000), 1);
    const Draws draws = draws_of(e);
    auto& tiers = e.setup.parameters.tiers;
    tiers.innovative = tiers.specialised = tiers.little_giants = tiers.champions = 0.2; // more places than firms
    const TierCriteria criteria(e, draws);
    std::vector<Tier> before;
    for (std::size_t row = 0; row < e.firms.rows(); ++row) before.push_back(tier_at(e, row));
    std::vector<bool> giant_next;
    for (std::size_t row = 0; row < e.firms.rows(); ++row)
        giant_next.push_back(before[row] == Tier::specialised && criteria.meets(row, Tier::little_giant));
    REQUIRE(std::count(giant_next.begin(), giant_next.end(), true) > 3);
    std::fill(e.firms.tier_term.begin(), e.firms.tier_term.end(), std::uint8_t(3));
    review_tiers(e, draws);
    std::int64_t up = 0;
    for (std::size_t row = 0; row < e.firms.rows(); ++row) {
        const Tier tier = tier_at(e, row);
        if (giant_next[row]) CHECK(tier == Tier::little_giant);
        if (before[row] == Tier::none) CHECK(tier <= Tier::specialised);
        up += tier > before[row];
    }
    CHECK(e.total.tiers_gained == up);
}

TEST_CASE("tiers stay near their share for ten years", "[tiers]")
{
    Economy e = start_economy(tiered(6000));
    std::array<double, tier_names.size()> mean{};
    for (int year = 1; year <= 10; ++year) {
        advance(e, 12);
        if (year > 5)
            for (std::size_t t = 0; t < mean.size(); ++t) mean[t] += firms_by_tier(e)[t] / 5;
    }
    double firms = 0;
    for (const double n : firms_by_tier(e)) firms += n;
    const auto places = places_of_tiers(e.setup.parameters.tiers, firms);
    for (std::size_t t = 1; t < mean.size(); ++t) {
        INFO(tier_names[t] << ": " << mean[t] << " where " << places[t] << " are to be");
        CHECK(std::fabs(mean[t] - places[t]) < std::max(0.2 * places[t], 2 * std::sqrt(places[t])));
    }
}

TEST_CASE("without firms that do research the switch of tiers changes nothing, and without the switch there are none",
          "[tiers]")
{
    Setup off = small_setup(1000), on = off;
    on.parameters.tiers.tier_switch = 1;
    CHECK(state_hash(after(off, 14)) == state_hash(after(on, 14)));
    const Economy e = after(researching(1000), 14);
    CHECK(firms_by_tier(e)[0] == Approx(static_cast<double>(e.total.firms)).margin(60));
    CHECK(std::count(e.firms.tier_term.begin(), e.firms.tier_term.end(), 0) ==
          static_cast<std::ptrdiff_t>(e.firms.rows()));
    CHECK(e.total.above_bar == 0);
    CHECK(e.tiers.years == 0);
}

TEST_CASE("tiers are the same on any threads and over a checkpoint", "[tiers]")
{
    check_repeats(tiered(5000), 26, 14, [](const Economy& e) {
        CHECK(e.tiers.years == 1);
        CHECK(e.tiers.odds[1] > 0);
    });
}

TEST_CASE("a checkpoint with a term that is too long, or tiers where there are none, is refused", "[tiers]")
{
    Economy e = after(tiered(1000), 1);
    e.firms.tier_term[3] = 9;
    CHECK_THROWS_AS(over_checkpoint(e), CheckpointError);
    e = after(tiered(1000), 1);
    e.tiers.odds[2] = 1.5;
    CHECK_THROWS_AS(over_checkpoint(e), CheckpointError);
    e = after(tiered(1000), 1);
    std::fill(e.firms.tier_term.begin(), e.firms.tier_term.end(), std::uint8_t(0));
    e.setup.parameters.tiers.tier_switch = 0;
    CHECK_THROWS_AS(over_checkpoint(e), CheckpointError);
}
