#include <catch2/catch.hpp>

#include "tests/analysis/validate/synthetic.hpp"

using namespace rongtong::validation;
using namespace rongtong::validation::synthetic;

namespace {

// Twenty years in which technology grows by `growth` a year on a path of .03, a tenth of the firms do R&D, and what they spend grows
// `with` or against a wave of output.
Material researching(double growth, double share, double with)
{
    Material material;
    for (std::size_t r = 0; r < 4; ++r) {
        const auto wave = [](double m) { return 0.02 * std::sin(2 * M_PI * std::floor(m / 12) / 5); };
        material.runs.push_back(
            run({.replicate = r, .growth = 0.03},
                {indicator("technology_level", months(241, [&](double m) { return std::exp(growth * m / 12); })),
                 indicator("performers", months(241, [&](double) { return 1000 * share; })),
                 indicator("firms", months(241, [](double) { return 1000.0; })),
                 indicator("research", months(241, [&](double m) { return std::exp(with * wave(m)); })),
                 indicator("real_value_added", months(241, [&](double m) { return std::exp(wave(m)); }))}));
    }
    sort_material(material);
    return material;
}

} // namespace

TEST_CASE("growth of technology is held against the path, R&D against output")
{
    const auto good = validate(researching(0.029, 0.1, 1.5)), bad = validate(researching(0.024, 0.3, -1));
    CHECK(*find(good, "research.growth")->figure == Approx(2.9 - 100 * std::log(1.03)));
    CHECK(find(good, "research.growth")->verdict == Verdict::met);
    CHECK(find(bad, "research.growth")->verdict == Verdict::missed);
    CHECK(*find(good, "research.performers")->figure == Approx(10));
    CHECK(find(bad, "research.performers")->verdict == Verdict::missed);
    CHECK(*find(good, "research.cycle")->figure == Approx(1));
    CHECK(find(bad, "research.cycle")->verdict == Verdict::missed);
}

TEST_CASE("where nobody does R&D there is nothing to measure")
{
    CHECK(find(validate(researching(0.03, 0, 1)), "research.growth")->verdict == Verdict::not_measurable);
}
