#include "tests/scenarios/plan_helper.hpp"

#include <set>

using namespace rongtong;
using nlohmann::json;

namespace {

const std::string two_values = R"("parameters": {
    "days": {"pointer": "/policies/cap/parameters/cap_days", "values": [45, 60, 90]},
    "overtime": {"pointer": "/model/ordering/overtime", "low": 0.1, "high": 0.3}},
    "design": {"kind": "grid", "steps": 2}, "replicates": {"first": 5, "count": 4})";

} // namespace

TEST_CASE("the study that comes with the program")
{
    const SweepPlan plan = load_plan(source_folder() / "scenarios/study/plan.json");
    CHECK(plan.name == "prompt-payment-study");
    CHECK(plan.runs() == 20);
    CHECK(plan.scenarios[0].label == "baseline");
    CHECK(plan.scenarios[1].label == "prompt-payment");
    for (const auto& s : plan.scenarios) {
        CHECK(s.scenario.name == s.label);
        CHECK(s.scenario.setup.firms == 1000);
        CHECK(s.scenario.setup.months == 60);
    }
    CHECK(plan.scenarios[0].scenario.setup.policies.empty());
    CHECK(plan.scenarios[1].scenario.setup.policies.size() == 1);
    CHECK(plan.scenarios[0].scenario.setup.calibration == plan.scenarios[1].scenario.setup.calibration); // read once
}

TEST_CASE("runs of a plan are numbered scenario by scenario, point by point, replicate by replicate")
{
    const SweepPlan plan = plan_of(two_values);
    CHECK(plan.points() == 6);
    CHECK(plan.runs() == 2 * 6 * 4);
    for (std::size_t run = 0; run < plan.runs(); ++run) {
        const RunIndex i = plan.index(run);
        CHECK(plan.number(i) == run);
        CHECK(run == (i.scenario * 6 + i.point) * 4 + i.replicate);
    }
    CHECK(plan.index(47).scenario == 1);
    CHECK(plan.index(47).point == 5);
    CHECK(plan.index(47).replicate == 3);
}

TEST_CASE("a run of a plan has the values of its point and the luck of its replicate")
{
    const SweepPlan plan = plan_of(two_values);
    REQUIRE(plan.parameters.size() == 2); // by name
    CHECK(plan.parameters[0].name == "days");
    for (std::size_t run = 0; run < plan.runs(); ++run) {
        const RunIndex i = plan.index(run);
        const Scenario s = run_scenario(plan, i);
        CHECK(s.setup.replicate == 5 + i.replicate);
        CHECK(s.setup.parameters.ordering.overtime == (i.point % 2 == 0 ? 0.1 : 0.3)); // the last changes fastest
        CHECK(s.setup.policies.size() == i.scenario);
        if (i.scenario == 1) CHECK(s.setup.policies[0].parameters[0] == json{45, 60, 90}[i.point / 2]);
    }
    CHECK(plan.scenarios[0].takes == std::vector<bool>{false, true}); // the baseline has no cap
    CHECK(plan.scenarios[1].takes == std::vector<bool>{true, true});
}

TEST_CASE("scenarios of a plan keep the order of the file, also those written into it")
{
    const TestFolder folder;
    const auto file = folder.write("study.json", R"({"scenarios": {"z": ")" + scenarios_folder() + R"(/small.json",
        "m": {"extends": ")" + scenarios_folder() + R"(/small.json", "seed": 4, "title": {"en": "a"}}, "a": )" +
                                                     scenario_text(R"("months": 24)") + "}}");
    const SweepPlan plan = load_plan(file);
    REQUIRE(plan.scenarios.size() == 3);
    CHECK(plan.name == "study");
    CHECK(plan.runs() == 3);
    CHECK(plan.scenarios[0].label == "z");
    CHECK(plan.scenarios[1].scenario.setup.seed == 4);
    CHECK(plan.scenarios[2].scenario.setup.months == 24);
    CHECK(plan.value(0, 0).is_null());
}

TEST_CASE("what runs of a plan keep")
{
    const OutputRequest usual = plan_of().scenarios[1].scenario.output;
    CHECK(usual.indicators.all);
    CHECK((!usual.groups.all && usual.groups.names.empty()));
    CHECK_FALSE(usual.accounts);
    CHECK(usual.hash == HashTimes::last);
    const OutputRequest other =
        plan_of(R"("keep": {"indicators": ["wages"], "groups": "all", "events": true})").scenarios[0].scenario.output;
    CHECK(other.indicators.names == std::vector<std::string>{"wages"});
    CHECK(other.groups.all);
    CHECK(other.events);
    CHECK_FALSE(other.accounts);
}

TEST_CASE("a policy is switched on and off by listing it whole")
{
    const SweepPlan plan = plan_of(R"("parameters": {"rule": {"pointer": "/policies/cap", "values": [null,
        {"lever": "payment_term_cap", "parameters": {"cap_days": 45}}]}}, "design": {"kind": "factorial"})");
    for (std::size_t s = 0; s < 2; ++s) { // of both scenarios, whether they had it or not
        CHECK(plan.scenarios[s].takes == std::vector<bool>{true});
        CHECK(run_scenario(plan, {s, 0, 0}).setup.policies.empty());
        const Scenario on = run_scenario(plan, {s, 1, 0});
        REQUIRE(on.setup.policies.size() == 1);
        CHECK(on.setup.policies[0].parameters[0] == 45);
        CHECK(on.setup.policies[0].start_month == 1);
    }
    CHECK(plan.value(0, 0).is_null());
}

TEST_CASE("a resolved plan is a plan of the same runs")
{
    const SweepPlan plan = plan_of(two_values + R"(, "keep": {"indicators": ["wages"], "groups": ["size"]},
        "title": "Study", "$schema": "plan.schema.json")");
    CHECK_FALSE(plan.resolved.contains("changes"));
    const TestFolder folder; // nothing else in it
    const SweepPlan again = load_plan(folder.write("study.json", plan.resolved.dump(2)));
    CHECK(again.resolved == plan.resolved);
    CHECK(again.sha256 == plan.sha256);
    REQUIRE(again.runs() == plan.runs());
    for (std::size_t run = 0; run < plan.runs(); ++run) {
        const Scenario one = run_scenario(plan, plan.index(run)), other = run_scenario(again, again.index(run));
        CHECK(one.sha256 == other.sha256);
        CHECK(one.merged == other.merged);
        CHECK(one.output == other.output);
    }
    CHECK(plan_of().sha256 != plan.sha256);
}

TEST_CASE("a resolved plan has the order of its scenarios")
{
    const TestFolder folder;
    const auto file = folder.write("a.json", R"({"scenarios": {"z": )" + scenario_text() + R"(, "a": )" +
                                                 scenario_text(R"("seed": 2)") + "}}");
    const SweepPlan plan = load_plan(file), again = load_plan(folder.write("b.json", plan.resolved.dump()));
    CHECK(plan.scenarios[0].label == "z");
    CHECK(again.scenarios[0].label == "z");
    CHECK(again.name == "a");
}

TEST_CASE("a value between other parameters' values is judged together with them")
{
    const std::string until = R"("policies": {"cap": {"end_month": 30}}, )";
    const TestFolder folder;
    const auto text = R"({"scenarios": {"cap": {"extends": ")" + scenarios_folder() + R"(/prompt-payment.json", )" +
                      until +
                      R"("firms": 1000}}, "parameters": {
        "from": {"pointer": "/policies/cap/start_month", "values": [24, 36, 48]},
        "until": {"pointer": "/policies/cap/end_month", "values": [20, 60, 72]}}, "design": {"kind": "grid"}})";
    const auto problems = problems_of([&] { load_plan(folder.write("study.json", text)); });
    INFO(format_problems(problems)); // 36 and 48 need a later end, which they get; 20 is too early for all
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].pointer == "/parameters/until/values/0");
}
