// Pairs of runs whose response is known: pulse, policy, outage, losses.
#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "analysis/validate/losses.hpp"
#include "analysis/validate/pulse.hpp"
#include "tests/analysis/validate/synthetic.hpp"

using namespace rongtong::validation;
using namespace rongtong::validation::synthetic;
using nlohmann::json;

namespace {

std::vector<double> level(std::size_t count, double value) { return std::vector<double>(count, value); }

// base: constant; other: as given.
Validation pair_of(const Described& other, std::vector<rongtong::IndicatorSeries> base,
                   std::vector<rongtong::IndicatorSeries> changed, const std::string& sector = "")
{
    Material material;
    material.runs.push_back(run({.scenario = "base", .luck = other.luck}, std::move(base)));
    material.runs.push_back(run(other, std::move(changed)));
    for (auto& r : material.runs) r.sectors = {sector};
    sort_material(material);
    return validate(material);
}

} // namespace

TEST_CASE("a damped wave: next peak over the last, and what is left after eight years")
{
    const auto wave = months(600, [](double m) { return std::exp(-m / 40) * std::sin(2 * M_PI * m / 60); });
    // Half a period of 30 months: each peak is exp(-30/40) of the one before.
    CHECK(damping_ratio(wave) == Approx(std::exp(-0.75)).epsilon(0.01));
    CHECK(half_wave_peaks({0.001, 1, 2, 0.004, -3, -0.001, -1, 0.5}) == std::vector<double>{2, -3, 0.5});
    CHECK(three_months({3, 6, 9, 12}) == std::vector<double>{3, 4.5, 6, 9});

    const json push = {{"push", {{"kind", "demand"}, {"month", 1}, {"size", 0.01}, {"duration_months", 6}}}};
    std::vector<double> jobless;
    for (const double w : wave) jobless.push_back(0.05 + w / 100); // points
    const auto found = pair_of({.luck = false, .shocks = push}, {indicator("unemployment_rate", level(600, 0.05))},
                               {indicator("unemployment_rate", jobless)});
    CHECK(*find(found, "pulse.damping")->figure == Approx(std::exp(-0.75)).epsilon(0.02));
    CHECK(find(found, "pulse.damping")->verdict == Verdict::missed);
    double left = 0;
    for (std::size_t m = 102; m < 600; ++m) left = std::max(left, std::fabs(three_months(wave)[m]));
    CHECK(*find(found, "pulse.rest")->figure == Approx(left));

    json lasting = push; // no push: demand that stays
    lasting["push"]["duration_months"] = 0;
    const auto none = pair_of({.luck = false, .shocks = lasting}, {indicator("unemployment_rate", level(600, 0.05))},
                              {indicator("unemployment_rate", jobless)});
    CHECK_FALSE((find(none, "pulse.rest") && find(none, "pulse.rest")->figure));
}

TEST_CASE(
    "unified market: lowest year of consumption from the second on, value added of year 3, unemployment from month 36")
{
    const json market = {{"m", {{"lever", "unified_market"}, {"start_month", 13}}}};
    const auto by_year = [](std::vector<double> years) {
        return months(72, [=](double m) { return 100 + years[static_cast<std::size_t>(m / 12)]; });
    };
    const auto jobless = months(72, [](double m) { return m == 12 + 34 ? 0.06 : m == 12 + 40 ? 0.0478 : 0.05; });
    const auto found = pair_of({.luck = false, .policies = market},
                               {indicator("consumption", level(72, 100)), indicator("real_value_added", level(72, 100)),
                                indicator("unemployment_rate", level(72, 0.05))},
                               {indicator("consumption", by_year({0, -1, 0.5, 0.25, 1, 1})),
                                indicator("real_value_added", by_year({0, -3, -1, 0.75, 1, 1})),
                                indicator("unemployment_rate", jobless)});
    CHECK(*find(found, "unified_market.consumption")->figure == Approx(0.25));
    CHECK_THAT(find(found, "unified_market.consumption")->note, Catch::Contains("year 3; first year -1"));
    CHECK(*find(found, "unified_market.value_added")->figure == Approx(0.75));
    CHECK(*find(found, "unified_market.unemployment")->figure == Approx(-0.22));
    CHECK_THAT(find(found, "unified_market.unemployment")->note, Catch::Contains("in month 41"));
    CHECK(find(found, "unified_market.unemployment")->verdict == Verdict::met);
}

TEST_CASE("multiplier of public demand, other lasting demand is none")
{
    const json shock = {{"s", {{"kind", "demand"}, {"month", 13}, {"duration_months", 0}}}};
    const auto added = months(144, [](double m) { return 500 + (m < 12 ? 0 : m < 24 ? 1.0 : m < 36 ? 1.4 : 0.3); });
    const auto state = months(144, [](double m) { return 100.0 + (m < 12 ? 0 : 1); });
    const auto base = std::vector{indicator("real_value_added", level(144, 500)),
                                  indicator("government_demand", level(144, 100)), indicator("exports", level(144, 50)),
                                  indicator("consumption", level(144, 200))};
    auto changed = base;
    changed[0].values = added;
    changed[1].values = state;
    const auto found = pair_of({.luck = false, .shocks = shock}, base, changed);
    CHECK(*find(found, "public_demand.early")->figure == Approx(1.2));
    CHECK(*find(found, "public_demand.late")->figure == Approx(0.3));
    changed[3].values = months(144, [](double m) { return 200.0 + (m < 12 ? 0 : 2); }); // households buy more as well
    CHECK(find(pair_of({.luck = false, .shocks = shock}, base, changed), "public_demand.early")->verdict ==
          Verdict::not_measurable);
}

TEST_CASE("an outage: output lost in its month, and what is missing three months later")
{
    const json out = {{"out",
                       {{"kind", "capacity_loss"},
                        {"month", 3},
                        {"loss", 1},
                        {"recovery_months", 0},
                        {"target", {{"sectors", {"s01"}}}}}}};
    auto output = level(40, 100);
    output[2] = 45;
    output[5] = 98;
    const auto found = pair_of({.luck = false, .shocks = out}, {indicator("output", level(40, 100))},
                               {indicator("output", output)}, "Electricity and heat (电)");
    CHECK(*find(found, "outage.electricity")->figure == Approx(55));
    CHECK(find(found, "outage.electricity")->verdict == Verdict::met);
    CHECK(*find(found, "outage.back")->figure == Approx(-2));
    CHECK(find(found, "outage.back")->verdict == Verdict::missed);
    CHECK(find(found, "outage.water")->verdict == Verdict::not_measurable);

    std::fill(output.begin() + 20, output.end(), 89);
    const auto luck = pair_of({.shocks = out}, {indicator("output", level(40, 100))}, {indicator("output", output)},
                              "Coal");
    CHECK(*find(luck, "outage.fallen")->figure == 1);
    CHECK_THAT(find(luck, "outage.fallen")->note, Catch::StartsWith("of 1, lowest 0.89"));

    json longer = json::object(); // months 3 to 8: two years later is month 32
    for (int m = 3; m <= 8; ++m) {
        longer[fmt::format("{}", m)] = out["out"];
        longer[fmt::format("{}", m)]["month"] = m;
    }
    std::fill(output.begin() + 29, output.end(), 95);
    const auto six = pair_of({.shocks = longer}, {indicator("output", level(40, 100))}, {indicator("output", output)},
                             "Coal");
    CHECK(*find(six, "outage.fallen")->figure == 0);
    longer["3"]["target"]["sectors"] = {"s02"};
    CHECK(
        find(pair_of({.shocks = longer}, {indicator("output", level(40, 100))}, {indicator("output", output)}, "Coal"),
             "outage.fallen")
            ->verdict == Verdict::not_measurable);
}

TEST_CASE("cost of losses: convex in size, and linear in duration")
{
    CHECK(least_slope_ratio({{0.1, 1}, {0.2, 2}, {0.4, 8}}) == Approx(1));
    CHECK(least_slope_ratio({{0.1, 1}, {0.2, 4}, {0.4, 7}}) == Approx(0.5));
    CHECK(least_growth_ratio({{3, 1}, {6, 2.5}, {12, 5}}) == Approx(1));
    Material material;
    material.runs.push_back(run({.luck = false}, {indicator("output", level(24, 100))}));
    for (const double loss : {0.1, 0.2, 0.4}) {
        auto output = level(24, 100);
        output[11] -= 100 * loss * loss;
        const json shock = {{"l", {{"kind", "capacity_loss"}, {"month", 12}, {"loss", loss}, {"recovery_months", 6}}}};
        material.runs.push_back(
            run({.scenario = fmt::format("{}", loss), .luck = false, .shocks = shock}, {indicator("output", output)}));
    }
    sort_material(material);
    const auto found = validate(material);
    CHECK(*find(found, "losses.convex")->figure == Approx(2)); // slopes .1, .3, .6
    CHECK_THAT(find(found, "losses.convex")->note, Catch::Contains("0.0400 at 0.2 of capacity"));
    CHECK(find(found, "losses.duration")->verdict == Verdict::not_measurable);
}
