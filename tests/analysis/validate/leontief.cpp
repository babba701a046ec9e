// Multipliers of runs whose response is known, against those of a table.
#include <catch2/catch.hpp>

#include "tests/analysis/validate/synthetic.hpp"

using namespace rongtong::validation;
using namespace rongtong::validation::synthetic;
using nlohmann::json;

namespace {

json push(const char* sector, double duration = 0)
{
    return {{"push",
             {{"kind", "demand"},
              {"month", 13},
              {"size", 0.02},
              {"duration_months", duration},
              {"target", {{"sectors", {sector}}}}}}};
}

// Demand asks for 10 yuan more of s01, for 20 more of s02; all make `more` more from the fifth year on, before three times as much.
Validation validated(const json& shocks, double more, std::size_t length = 144, bool knows = true)
{
    Material material;
    const auto output = [&](double rise) {
        return months(length, [=](double m) { return 300 + (m < 12 ? 0 : m < 60 ? 3 * rise : rise); });
    };
    material.runs.push_back(run({.scenario = "base", .luck = false}, {indicator("output", output(0))}));
    material.runs.push_back(
        run({.scenario = "push", .luck = false, .shocks = shocks}, {indicator("output", output(more))}));
    if (knows) material.runs[1].multipliers = {{"s01", 2.0, 100, 300, 100}, {"s02", 1.5, 0, 1000, 0}};
    sort_material(material);
    return validate(material);
}

} // namespace

TEST_CASE("output of all over the demand added is held against the inverse, once stocks have settled")
{
    const auto met = validated(push("s01"), 20.2);
    REQUIRE(find(met, "multiplier.leontief"));
    CHECK(*find(met, "multiplier.leontief")->figure == Approx(1)); // 2.02 over 2
    CHECK(find(met, "multiplier.leontief")->verdict == Verdict::met);
    CHECK(find(validated(push("s01"), 21), "multiplier.leontief")->verdict == Verdict::missed);
    CHECK(*find(validated(push("s02"), 30), "multiplier.leontief")->figure == Approx(0).margin(1e-9));
    json of_the_state = push("s01");
    of_the_state["push"]["households"] = 0, of_the_state["push"]["investors"] = 0; // 6 of the 10
    CHECK(*find(validated(of_the_state, 12), "multiplier.leontief")->figure == Approx(0).margin(1e-9));
}

TEST_CASE("an economy in which nothing answers is not asked how public demand fades")
{
    Material material;
    const auto level = [](double value) {
        return months(144, [=](double m) { return value + (m < 12 ? 0 : 0.01 * value); });
    };
    const auto flat = [](double value) { return months(144, [=](double) { return value; }); };
    const auto series = [&](auto of) {
        return std::vector{indicator("government_demand", of(100)), indicator("real_value_added", of(100)),
                           indicator("exports", flat(100)), indicator("consumption", flat(100))};
    };
    for (const bool still : {false, true}) {
        material = Material();
        material.runs.push_back(run({.scenario = "base", .luck = false}, series(flat)));
        material.runs.push_back(run({.scenario = "push", .luck = false, .shocks = push("s01")}, series(level)));
        if (still) material.runs[1].multipliers = {{"s01", 2.0, 100, 300, 100}};
        sort_material(material);
        const auto found = validate(material);
        const auto* late = find(found, "public_demand.late");
        CHECK((late && late->figure) != still);
    }
}

TEST_CASE("what is no lasting push of one sector's demand is no multiplier")
{
    const auto none = [](const Validation& found) {
        const auto* finding = find(found, "multiplier.leontief");
        return !finding || !finding->figure;
    };
    CHECK(none(validated(push("s01", 12), 10)));
    CHECK(none(validated(push("s01"), 10, 100))); // too short for stocks to settle
    CHECK(none(validated(push("s01"), 10, 144, false)));
    CHECK(none(validated(push("s77"), 10)));
    json two = push("s01");
    two["push"]["target"]["sectors"].push_back("s02");
    CHECK(none(validated(two, 10)));
}
