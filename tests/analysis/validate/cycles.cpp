#include <catch2/catch.hpp>

#include "analysis/validate/hp_filter.hpp"
#include "analysis/validate/spectrum.hpp"
#include "tests/analysis/validate/synthetic.hpp"

using namespace rongtong::validation;
using namespace rongtong::validation::synthetic;

TEST_CASE("the filter takes a straight line out, and passes a wave by its known gain")
{
    for (const double c : hp_cycle(months(200, [](double t) { return 3 + 0.5 * t; }), 1600)) CHECK(std::fabs(c) < 1e-6);
    // King & Rebelo 1993: gain of the cycle 4 l (1 - cos w)^2 / (1 + 4 l (1 - cos w)^2), far from the ends.
    for (const double period : {8.0, 40.0, 100.0}) {
        const double w = 2 * M_PI / period, z = 4 * 1600 * std::pow(1 - std::cos(w), 2);
        const auto cycle = hp_cycle(months(2000, [&](double t) { return std::cos(w * t); }), 1600);
        CHECK(cycle[1000] == Approx(z / (1 + z) * std::cos(w * 1000)).margin(1e-6));
    }
    CHECK(hp_cycle({1, 5, 2}, 0) == std::vector<double>{0, 0, 0});
    // Three values: the trend leaves (1, -2, 1) times one number.
    const auto three = hp_cycle({0, 6, 0}, 1);
    CHECK(three[0] == Approx(-12.0 / 7));
    CHECK(three[1] == Approx(24.0 / 7));
}

TEST_CASE("moments of cycles that were put in")
{
    Material material;
    for (std::size_t r = 0; r < 3; ++r) {
        const auto wave = [](double m) { return std::sin(2 * M_PI * m / 60); }; // 20 quarters: the filter passes 94 %
        material.runs.push_back(
            run({.replicate = r, .growth = 0.03},
                {indicator("real_value_added",
                           months(720, [&](double m) { return std::exp(0.0025 * m + 0.02 * wave(m)); })),
                 indicator("investment", months(720, [&](double m) { return std::exp(0.0025 * m + 0.05 * wave(m)); })),
                 indicator("consumption",
                           months(720, [&](double m) { return std::exp(0.0025 * m + 0.01 * wave(m - 15)); })),
                 indicator("unemployment_rate", months(720, [&](double m) { return 0.05 - 0.01 * wave(m); }))}));
    }
    sort_material(material);
    const auto found = validate(material);
    CHECK(*find(found, "cycle.output")->figure == Approx(2 * 0.94 / std::sqrt(2)).epsilon(0.03));
    CHECK(*find(found, "cycle.investment")->figure == Approx(2.5).epsilon(0.01));
    CHECK(*find(found, "cycle.consumption")->figure == Approx(0.5).epsilon(0.05));
    CHECK(std::fabs(*find(found, "cycle.consumption_output")->figure) < 0.05); // a quarter of a period later
    CHECK(*find(found, "cycle.unemployment_output")->figure == Approx(-1).epsilon(0.01));
    CHECK(find(found, "cycle.capacity_use")->verdict == Verdict::not_measurable);
}

TEST_CASE("periodogram: all of a wave's variance at its period, and shares that sum to one")
{
    const auto spectrum = periodogram(months(240, [](double t) { return std::sin(2 * M_PI * t / 24); }));
    CHECK(spectrum.periods[9] == Approx(24));
    CHECK(spectrum.power[9] > 0.98);
    double sum = 0;
    for (const double p : periodogram({1, 4, 2, 8, 5, 7}).power) sum += p;
    CHECK(sum == Approx(1));
    CHECK(red_noise({4, 3, 2}, 0) == std::vector<double>(3, 1 / 3.0));
}

namespace {

// Autoregressive noise in quarters, and a wave of 15 years with another phase in each run.
Validation noisy(double wave)
{
    Material material;
    std::mt19937_64 random(5);
    std::normal_distribution<double> normal;
    for (std::size_t r = 0; r < 10; ++r) {
        std::vector<double> quarters{0};
        while (quarters.size() < 240) quarters.push_back(0.7 * quarters.back() + normal(random));
        material.runs.push_back(
            run({.replicate = r}, {indicator("output", months(720, [&](double m) {
                                                 return std::exp(
                                                     0.01 * quarters[static_cast<std::size_t>(m / 3)] +
                                                     wave * std::sin(2 * M_PI * m / 200 + static_cast<double>(r)));
                                             }))}));
    }
    sort_material(material);
    return validate(material);
}

} // namespace

TEST_CASE("a period that seeds have in common stands out of noise, whatever its phase")
{
    CHECK(find(noisy(0), "spectrum.common_peak")->verdict == Verdict::met);
    const auto found = noisy(0.03);
    const auto* peak = find(found, "spectrum.common_peak");
    CHECK(peak->verdict == Verdict::missed);
    CHECK_THAT(peak->note, Catch::Contains("at a period of 16.7 years"));
}

TEST_CASE("runs that swing together are told from runs that swing each for itself")
{
    const auto swinging = [](bool alike) {
        Material material;
        std::mt19937_64 random(6);
        std::uniform_real_distribution<double> uniform(0, 2 * M_PI);
        std::normal_distribution<double> normal;
        for (std::size_t r = 0; r < 20; ++r) {
            const double phase = alike ? 1 : uniform(random);
            material.runs.push_back(
                run({.replicate = r}, {indicator("output", months(240, [&](double m) {
                                                     return std::exp(0.02 * std::sin(2 * M_PI * m / 160 + phase) +
                                                                     0.005 * normal(random));
                                                 }))}));
        }
        sort_material(material);
        return validate(material);
    };
    const auto apart = swinging(false), alike = swinging(true);
    CHECK(find(apart, "spectrum.together")->verdict == Verdict::met);
    CHECK(find(alike, "spectrum.together")->verdict == Verdict::missed);
    CHECK(*find(alike, "spectrum.together")->figure == Approx(20 / std::log(100.0)).epsilon(0.02));
}
