#include "scenarios/fit/fit.hpp"

#include "tests/scenarios/plan_helper.hpp"

using namespace rongtong;
using nlohmann::json;

namespace {

const std::vector<KnownRegularity> known{{"exits.young_to_old", 1.4, {}, "a bar"}, {"credit.overdue", {}, {}, ""}};

FitPlan example() { return load_fit(source_folder() / "scenarios/study/fit.json", known); }

// A calibration of the small economy with these moments.
std::string with_moments(const std::string& moments)
{
    return R"({"scenarios": {"small": ")" + scenarios_folder() + R"(/small.json"},
        "parameters": {"late": {"pointer": "/model/terms/late_share", "low": 0, "high": 1}},
        "points": 8, "moments": )" +
           moments + "}";
}

} // namespace

TEST_CASE("the calibration that comes with the program")
{
    const FitPlan fit = example();
    CHECK(fit.plan.name == "small-fit");
    CHECK(fit.points == 20);
    CHECK(fit.waves == 2);
    CHECK(fit.cutoff == 3);
    CHECK(fit.largest == 1);
    CHECK(fit.handed_on == 8);
    REQUIRE(fit.moments.size() == 4);
    CHECK(fit.moments[0].name == "days");
    CHECK_FALSE(fit.moments[0].used);
    CHECK(fit.moments[0].first_month == 13);
    CHECK(fit.moments[0].last_month == 36);
    CHECK(fit.moments[3].low == 0.15);
    CHECK(fit.moments[3].used);
}

TEST_CASE("what a scenario has without a calibration is a point of it")
{
    CHECK(usual_point(example()) == std::vector<json>{0.09, 0.33}); // declared, in alphabetical order
    TestFolder folder;
    auto text = json::parse(with_moments(R"({"d": {"regularity": "exits.young_to_old", "use": true}})"));
    text["changes"] = {{"model", {{"terms", {{"late_share", 0.5}}}}}};
    CHECK(usual_point(load_fit(folder.write("own.json", text.dump()), known)) == std::vector<json>{0.5});
    text["parameters"]["late"]["low"] = 0.6; // the scenario's own lies below
    CHECK(usual_point(load_fit(folder.write("out.json", text.dump()), known)).empty());
}

TEST_CASE("waves run the scenarios that moments are of, and all are handed on")
{
    const FitPlan fit = example();
    const std::vector<std::vector<json>> points{{0.05, 0.5}, {0.1, 0.25}};
    const SweepPlan wave = plan_at_points(fit, points, false), all = plan_at_points(fit, points, true);
    CHECK(wave.runs() == 1 * 2 * 4);
    CHECK(all.runs() == 2 * 2 * 4);
    CHECK(wave.value(0, 1) == 0.1);
    CHECK(all.scenarios[1].label == "cap");
    TestFolder folder; // it is a plan like any other
    auto resolved = all.resolved;
    for (auto& s : resolved["scenarios"]) s["calibration"] = scenarios_folder() + "/calibration/china";
    const SweepPlan again = load_plan(folder.write("points.json", resolved.dump()));
    CHECK(again.runs() == all.runs());
    CHECK(again.value(1, 0) == 0.5);
}

TEST_CASE("a place is the inverse of a value")
{
    const PlanParameter linear{"a", "/a", {}, 2, 6, false, false}, logarithmic{"b", "/b", {}, 0.01, 1, true, false};
    CHECK(place_of(linear, 3) == Approx(0.25));
    CHECK(place_of(logarithmic, 0.1) == Approx(0.5));
    for (const double place : {0.0, 0.3, 1.0})
        CHECK(place_of(logarithmic, logarithmic.value_at(place).get<double>()) == Approx(place).margin(1e-12));
}

TEST_CASE("a regularity has its own band unless the file gives a target")
{
    TestFolder folder;
    const FitPlan fit = load_fit(folder.write("own.json", with_moments(R"({
        "own": {"regularity": "exits.young_to_old", "use": true},
        "given": {"regularity": "exits.young_to_old", "target": {"value": 2, "sd": 0.5}, "source": "x", "use": false}})")),
                                 known);
    CHECK_FALSE(fit.moments[0].low);
    CHECK(fit.moments[0].value == 2.0);
    CHECK(fit.moments[1].low == 1.4);
    CHECK(fit.moments[1].source == "a bar");
    const auto problems = problems_of([&] {
        load_fit(folder.write("none.json", with_moments(R"({"o": {"regularity": "credit.overdue", "use": true}})")),
                 known);
    });
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].pointer == "/moments/o");
    CHECK(problems[0].message == "this regularity has no band of its own");
}

TEST_CASE("calibrations, plans and scenarios are told apart")
{
    CHECK(is_fit(source_folder() / "scenarios/study/fit.json"));
    CHECK_FALSE(is_fit(source_folder() / "scenarios/study/plan.json"));
    CHECK_FALSE(is_fit(source_folder() / "scenarios/small.json"));
    const auto problems = problems_of([] { load_fit(source_folder() / "scenarios/study/plan.json", known); });
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].message == "this is a plan without moments");
}
