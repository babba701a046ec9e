// How often comparisons of identical policies find something, and a planted effect is found (analysis/statistics, paired.hpp).
#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>

#include "analysis/compare.hpp"

using namespace rongtong;

namespace {

// Nearly normal: twelve uniform draws of a linear congruential generator.
double draw(std::uint64_t& state)
{
    double sum = -6;
    for (int i = 0; i < 12; ++i) {
        state = state * 6364136223846793005ULL + 1442695040888963407ULL;
        sum += static_cast<double>(state >> 11) * 0x1p-53;
    }
    return sum;
}

} // namespace

TEST_CASE("identical policies: as many false findings as the level allows, and a planted effect is found as often as "
          "its power")
{
    // 200 comparisons of 12 pairs that differ by luck alone.
    std::uint64_t state = 12345;
    int rejected = 0, family = 0, found = 0, bootstrap_misses = 0;
    const double planted = detectable_effect(12, std::sqrt(2.0), 0.95); // found with 80 % power
    for (int c = 0; c < 200; ++c) {
        std::vector<PairedSample> samples;
        for (int i = 0; i < 5; ++i) {
            PairedSample s{"y" + std::to_string(i), "1", "", {}, {}};
            for (int pair = 0; pair < 12; ++pair) s.base.push_back(draw(state)), s.other.push_back(draw(state));
            samples.push_back(s);
        }
        std::vector<PairedEffect> effects{paired_effect(samples[0])};
        for (std::size_t i = 1; i < samples.size(); ++i) effects.push_back(paired_difference(samples[i]));
        std::vector<PairedEffect*> together;
        for (auto& effect : effects) together.push_back(&effect);
        adjust_by_holm(together);
        rejected += *effects[0].p < 0.05;
        bootstrap_misses += *effects[0].percentile_low > 0 || *effects[0].percentile_high < 0;
        family += std::any_of(effects.begin(), effects.end(), [](const auto& e) { return *e.p_holm < 0.05; });
        for (double& value : samples[0].other) value += planted;
        found += *paired_difference(samples[0]).p < 0.05;
    }
    // 99.9 % bands of Binomial(200, 0.05) and Binomial(200, 0.8); Holm's rate is at most 0.05.
    CHECK(rejected >= 1);
    CHECK(rejected <= 22);
    CHECK(family <= 22);
    CHECK(found >= 140);
    CHECK(found <= 178);
    CHECK(bootstrap_misses <= 34); // percentile intervals of 12 pairs are a little short
}
