#include <catch2/catch.hpp>

#include <algorithm>

#include "tests/analysis/validate/synthetic.hpp"

using namespace rongtong::validation;
using namespace rongtong::validation::synthetic;

namespace {

// n runs of 20 years: a wave that all share, and independent normal luck by year.
Material waves(std::size_t n, double common, double own)
{
    Material material;
    std::mt19937_64 random(1);
    std::normal_distribution<double> normal;
    for (std::size_t r = 0; r < n; ++r) {
        std::vector<double> years(20);
        for (auto& luck : years) luck = own * normal(random);
        const auto level = [&](double m) {
            const auto y = static_cast<std::size_t>(m / 12);
            return m == 0 ? 100 : 100 + common * std::sin(2 * M_PI * static_cast<double>(y) / 9) + years[y];
        };
        material.runs.push_back(run({.replicate = r}, {indicator("output", months(240, level))}));
    }
    sort_material(material);
    return material;
}

} // namespace

TEST_CASE("common share: 0 of independent runs, and the wave's part of all variance otherwise")
{
    const auto apart = validate(waves(200, 0, 1));
    CHECK(std::fabs(*find(apart, "wave.common_share")->figure) < 0.005);
    CHECK(*find(apart, "wave.mean_sd")->figure == Approx(1 / std::sqrt(200.0)).epsilon(0.3));
    const auto together = validate(waves(200, std::sqrt(2.0), 1)); // the wave's variance: 1
    CHECK(*find(together, "wave.common_share")->figure == Approx(0.5).margin(0.03));
    CHECK(find(together, "wave.common_share")->verdict == Verdict::missed);
    CHECK(*find(together, "wave.mean_sd")->figure == Approx(std::sqrt(18.0 / 17 + 1.0 / 200)).margin(0.06));
}

TEST_CASE("common share takes eight runs")
{
    const auto few = validate(waves(7, 1, 1));
    CHECK(find(few, "wave.common_share")->verdict == Verdict::not_measurable);
    CHECK_THAT(find(few, "wave.common_share")->note, Catch::Contains("8 runs"));
}

TEST_CASE("a run has collapsed when a year lies below 0.8 of its path, growth included")
{
    Material material;
    for (std::size_t r = 0; r < 4; ++r) {
        // Run 3 stands still while its path grows by 3 %: in year 9 it is at .77 of it.
        const auto level = [&](double m) {
            return r == 3 ? 100.0 : 100 * std::pow(1.03, m / 12) * (m > 30 ? 0.81 : 1.0);
        };
        material.runs.push_back(run({.replicate = r, .growth = 0.03}, {indicator("output", months(108, level))}));
    }
    sort_material(material);
    const auto validation = validate(material);
    const auto* finding = find(validation, "wave.collapse");
    CHECK(*finding->figure == 1.0);
    CHECK(finding->verdict == Verdict::missed);
    CHECK_THAT(finding->note, Catch::StartsWith("of 4, lowest year 0.7"));
    REQUIRE(finding->plot.curves.size() == 1);
    CHECK(finding->plot.curves[0].y.size() == 4);
    CHECK(std::is_sorted(finding->plot.curves[0].y.begin(), finding->plot.curves[0].y.end()));
    CHECK(finding->plot.borders == std::vector<double>{-20});
    CHECK(*finding->low / 4 == Approx(0.0063).margin(1e-4)); // Clopper and Pearson, 1 of 4
    CHECK(*finding->high / 4 == Approx(0.8059).margin(1e-4));
}
