// What firms know, how far apart two are, and what is new between them (models/research/capabilities.hpp, novelty.hpp).
#include "models/research/capabilities.hpp"
#include "models/joint/joint_rules.hpp"
#include "tests/models/fixture.hpp"

#include <array>
#include <numeric>

using namespace rongtong;

namespace {

// Distance at which novelty is highest, on a fine grid.
double top_of(double absorb, const NoveltyRules& rules)
{
    double best = 0;
    for (double d = 0; d <= 1; d += 0.0005)
        if (novelty(d, absorb, rules) > novelty(best, absorb, rules)) best = d;
    return best;
}

} // namespace

TEST_CASE("a sector's profile is half its own field, half the fields that it buys from")
{
    TechnologyTable t;
    t.sectors.resize(3);
    t.sectors[2].field = 1;
    t.coef = {.1, .2, .0, .0, .1, .0, .3, .1, .0}; // from, to
    const auto p = field_profiles(t);
    CHECK(p.size() == 6);
    CHECK(p[0] == Approx(0.5 + 0.5 * 0.25)); // buys .1 of its field and .3 of the other
    CHECK(p[1] == Approx(0.5 * 0.75));
    CHECK(p[2] == Approx(0.5 + 0.5 * 0.75)); // .2 and .1, .1
    CHECK(p[4] == 0);
    CHECK(p[5] == 1); // buys nothing
    const auto china_profiles = field_profiles(start_economy(small_setup(500)).technology);
    CHECK(std::accumulate(china_profiles.begin(), china_profiles.end(), 0.0) == Approx(china()->sector_count()));
}

TEST_CASE("distance is one less the cosine, firms draw what they know once and for all")
{
    const std::array<double, 2> a{1, 0}, b{0, 2}, c{3, 3}, none{0, 0};
    CHECK(capability_distance(a, b) == 1);
    CHECK(capability_distance(b, c) == Approx(1 - 1 / std::sqrt(2.0)));
    CHECK(capability_distance(c, c) == Approx(0).margin(1e-12));
    CHECK(capability_distance(a, none) == 1);
    const Draws draws(1, 0);
    const std::array<double, 3> profile{0.5, 0.3, 0.2};
    std::array<double, 3> one{}, again{}, other{};
    draw_capability(profile, 7, 0.5, draws, one), draw_capability(profile, 7, 0.5, draws, again);
    draw_capability(profile, 8, 0.5, draws, other);
    CHECK(one == again);
    CHECK(one != other);
    draw_capability(profile, 7, 0, draws, one);
    CHECK(one == profile);
    double log_sum = 0, log_squares = 0;
    for (std::uint64_t id = 1; id <= 4000; ++id) {
        draw_capability(profile, id, 0.5, draws, one);
        const double z = std::log(one[2] / profile[2]) / 0.5;
        log_sum += z, log_squares += z * z;
    }
    CHECK(log_sum / 4000 == Approx(0).margin(0.06));
    CHECK(log_squares / 4000 == Approx(1).margin(0.08));
}

TEST_CASE(
    "novelty peaks at middle distance, further out for who knows more, and is nothing where nothing is understood")
{
    const NoveltyRules rules = novelty_rules(default_parameters().joint);
    CHECK(novelty(0, 0.5, rules) == 1);
    CHECK(novelty(0.46, 0.5, rules) == Approx(0.66 * (0.9 - 0.8 * 0.46) / (0.2 * 0.9)));
    CHECK(top_of(0.2, rules) == Approx(0.275).margin(0.001));
    CHECK(top_of(0.5, rules) == Approx(0.4625).margin(0.001));
    CHECK(top_of(0.8, rules) == Approx(0.65).margin(0.001));
    CHECK(novelty(1, 0.2, rules) == 0); // .6 - .8
    CHECK(absorptive_capacity(1) == 0.5);
    CHECK(absorptive_capacity(0) == 0);
    NoveltyRules satiated = rules;
    satiated.saturation = 0.5;
    CHECK(novelty(0.3, 0.5, satiated) < novelty(0.3, 0.5, rules));
    CHECK(novelty(0, 0.5, satiated) == 1);
}
