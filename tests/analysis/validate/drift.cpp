#include <catch2/catch.hpp>

#include "tests/analysis/validate/synthetic.hpp"

using namespace rongtong::validation;
using namespace rongtong::validation::synthetic;

namespace {

double path(double growth, double month) { return 100 * std::pow(1 + growth, month / 12); }

// Grows by `growth` a year; from year 4 on 1 % above that path, in one replicate by .2 % more, in the other by less.
Material two_runs(double growth, double believed)
{
    Material material;
    for (const double tilt : {-0.002, 0.002}) {
        const auto level = [&](double m) { return path(growth, m) * (m >= 36 ? 1.01 + tilt : 1.0); };
        const auto jobless = [&](double m) { return m >= 24 && m < 36 ? 0.044 + tilt : 0.05; };
        material.runs.push_back(run(
            {.replicate = tilt > 0 ? 1U : 0U, .growth = believed},
            {indicator("real_value_added", months(60, level)), indicator("unemployment_rate", months(60, jobless))}));
    }
    sort_material(material);
    return material;
}

} // namespace

TEST_CASE("drift is measured around the growth path, in the year that is furthest")
{
    for (const double growth : {0.0, 0.03}) {
        const auto found = validate(two_runs(growth, growth));
        const auto* output = find(found, "drift.value_added");
        REQUIRE(output);
        CHECK(*output->figure == Approx(1.0));
        CHECK(output->n == 2);
        CHECK(*output->sd == Approx(0.2 * std::sqrt(2)));
        CHECK(output->verdict == Verdict::met);
        CHECK_THAT(output->note, Catch::StartsWith("in year 4"));
        const auto* jobless = find(found, "drift.unemployment");
        CHECK(*jobless->figure == Approx(-0.6));
        CHECK(jobless->verdict == Verdict::missed);
        CHECK_THAT(jobless->note, Catch::StartsWith("in year 3"));
    }
}

TEST_CASE("growth that is not told is drift")
{
    const auto found = validate(two_runs(0.03, 0));
    const double fifth_year = [] {
        double sum = 0;
        for (int m = 48; m < 60; ++m) sum += std::pow(1.03, m / 12.0) / 12;
        return 100 * (1.01 * sum - 1);
    }();
    CHECK(*find(found, "drift.value_added")->figure == Approx(fifth_year));
    CHECK(find(found, "drift.value_added")->verdict == Verdict::missed);
}

TEST_CASE("the same economy without luck is where a run starts")
{
    Material material;
    material.runs.push_back(run({}, {indicator("consumer_price", std::vector<double>(12, 990))}));
    material.runs.push_back(run({.luck = false}, {indicator("consumer_price", {1000})}));
    sort_material(material);
    CHECK(*find(validate(material), "drift.price")->figure == Approx(-1.0));
    material.runs.pop_back();
    material.ensembles.clear();
    sort_material(material);
    CHECK(*find(validate(material), "drift.price")->figure == Approx(0.0));
}

TEST_CASE("of a single run the mean of years 3 to 20 counts")
{
    Material material;
    const auto swings = [](double m) {
        return m < 24 ? (m < 1 ? 100.0 : 150.0) : std::fmod(m, 24) < 12 ? 96.0 : 105.0;
    };
    material.runs.push_back(run({}, {indicator("output", months(240, swings))}));
    sort_material(material);
    const auto validation = validate(material);
    const auto* finding = find(validation, "drift.value_added");
    CHECK(*finding->figure == Approx(0.5));
    CHECK(!finding->se);
    CHECK_THAT(finding->note, Catch::Contains("of output: no real_value_added recorded"));
}

TEST_CASE("what no run allows stands there with what it needs")
{
    Material material;
    material.runs.push_back(run({}, {indicator("output", {1, 1})}));
    sort_material(material);
    const auto validation = validate(material);
    const auto* finding = find(validation, "drift.price");
    CHECK(finding->verdict == Verdict::not_measurable);
    CHECK(!finding->figure);
    CHECK_THAT(finding->note, Catch::Contains("needs runs without policies"));
    CHECK_THAT(validation_table(validation), Catch::Contains("not measurable"));
    CHECK(validation_json(validation)["sections"][0]["findings"][0]["figure"].is_null());
}
