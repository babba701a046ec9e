// Values of parameters between bounds, and what is tried of them before anything is run.
#include "tests/scenarios/plan_helper.hpp"

#include <ctime>

using namespace rongtong;
using nlohmann::json;
using Lines = std::vector<std::string>;

namespace {

// Values of a single parameter at the points of a grid.
std::vector<json> values_of(const std::string& parameter, int steps)
{
    const SweepPlan plan = plan_of(R"("parameters": {"x": )" + parameter +
                                   R"(}, "design": {"kind": "grid", "steps": )" + std::to_string(steps) + "}");
    std::vector<json> values;
    for (std::size_t point = 0; point < plan.points(); ++point) values.push_back(plan.value(0, point));
    return values;
}

// Any value of the plan's text replaced by another one.
void replace_each(json& at, const json& whole, const std::vector<json>& others, const TestFolder& folder)
{
    const json kept = at;
    for (const auto& other : others) {
        at = other;
        INFO(whole.dump());
        for (const auto& p : problems_of([&] { load_plan(folder.write("x.json", whole.dump(1))); }))
            REQUIRE_FALSE(p.message.empty()); // and nothing else is thrown
    }
    at = kept;
    if (at.is_structured())
        for (auto& inner : at) replace_each(inner, whole, others, folder);
}

} // namespace

TEST_CASE("values in equal steps, of the value or of its logarithm")
{
    CHECK(values_of(R"({"pointer": "/model/ordering/overtime", "low": 0.1, "high": 0.3})", 3) ==
          std::vector<json>{0.1, 0.1 + (0.3 - 0.1) * 0.5, 0.3});
    const auto log = values_of(
        R"({"pointer": "/policies/cap/yearly_budget_cap", "low": 100, "high": 1000000, "scale": "logarithmic"})", 5);
    const double wanted[] = {100, 1000, 10000, 100000, 1000000};
    for (std::size_t i = 0; i < 5; ++i) CHECK(log[i].get<double>() == Approx(wanted[i]).epsilon(1e-12));
    CHECK(log[4] == 1000000); // exactly
}

TEST_CASE("whole numbers are given where the scenario wants them, or the plan")
{
    CHECK(values_of(R"({"pointer": "/policies/cap/start_month", "low": 10, "high": 15})", 3) ==
          std::vector<json>{10, 13, 15});
    CHECK(values_of(R"({"pointer": "/firms", "low": 500, "high": 50000, "scale": "logarithmic"})", 3) ==
          std::vector<json>{500, 5000, 50000});
    CHECK(values_of(R"({"pointer": "/policies/cap/yearly_budget_cap", "low": 1.2, "high": 4.6, "whole": true})", 2) ==
          std::vector<json>{2, 4}); // inside the bounds
    CHECK(values_of(R"({"pointer": "/policies/cap/yearly_budget_cap", "low": 1, "high": 4})", 3)[1] == 2.5);
    for (const auto& v : values_of(R"({"pointer": "/months", "low": 36, "high": 48})", 4)) CHECK(v.is_number_integer());
}

TEST_CASE("values of listed points are those of the file")
{
    const SweepPlan plan = plan_of(R"("parameters": {"days": {"pointer": "/policies/cap/parameters/cap_days"},
        "firm_count": {"pointer": "/firms", "low": 500, "high": 2000}}, "design": {"kind": "list", "points": [
        {"days": 45, "firm_count": 700}, {"days": 61.5, "firm_count": 600}]}, "replicates": 2)");
    CHECK(plan.runs() == 8);
    const Scenario s = run_scenario(plan, {1, 1, 1});
    CHECK(s.setup.firms == 600);
    CHECK(s.setup.policies[0].parameters[0] == 61.5);
    CHECK(s.setup.replicate == 1);
}

TEST_CASE("a parameter that only some scenarios refuse")
{
    // months below 24 are good for the baseline and not for the cap that begins then
    CHECK(
        wrong_in_plan(
            R"("parameters": {"length": {"pointer": "/months", "values": [12, 48]}}, "design": {"kind": "grid"})") ==
        Lines{
            "/parameters/length/values/0: with this value scenario \"cap\" has a problem at /policies/cap/start_month: "
            "the policy begins in month 24, after the end of the run"});
}

TEST_CASE("parameters that set the same, or what is in another one")
{
    const std::string design = R"(, "design": {"kind": "factorial"})";
    CHECK(wrong_in_plan(R"("parameters": {
        "a": {"pointer": "/model/ordering/overtime", "low": 0.1, "high": 0.2},
        "b": {"pointer": "/model/ordering/overtime", "low": 0.2, "high": 0.3}})" +
                        design) == Lines{"/parameters/b/pointer: the parameter \"a\" sets this as well"});
    CHECK(wrong_in_plan(R"("parameters": {
        "a": {"pointer": "/policies/cap/start_month", "low": 10, "high": 20},
        "b": {"pointer": "/policies/capped/start_month", "low": 10, "high": 20}})" +
                        design) ==
          Lines{"/parameters/b/pointer: no scenario of this plan has /policies/capped/start_month"});
}

TEST_CASE("long lists of values are read in a moment")
{
    std::string values;
    for (int i = 0; i < 20000; ++i) values += (i ? ", " : "") + std::to_string(1e-5 * i);
    const SweepPlan plan = plan_of(R"("parameters": {"x": {"pointer": "/policies/cap/yearly_budget_cap", "values": [)" +
                                   values + R"(]}}, "design": {"kind": "grid"})");
    CHECK(plan.runs() == 40000);
}

TEST_CASE("thousands of parameters that set the same are refused before any value is tried")
{
    std::string parameters;
    for (int i = 0; i < 3000; ++i)
        parameters += (i ? ", \"p" : "\"p") + std::to_string(i) +
                      R"(": {"pointer": "/model/ordering/overtime", "low": 0.1, "high": 0.2})";
    const std::clock_t begin = std::clock();
    const auto wrong = wrong_in_plan("\"parameters\": {" + parameters +
                                     R"(}, "design": {"kind": "sobol", "points": 4})");
    CHECK(wrong.size() == 2999);
    CHECK(double(std::clock() - begin) / CLOCKS_PER_SEC < 4); // to try them took twice as long
}

TEST_CASE("a plan with any value replaced is taken or refused")
{
    json plan = json::parse(plan_text(R"("name": "s", "title": {"en": "S"}, "replicates": {"first": 1, "count": 2},
        "parameters": {"a": {"pointer": "/policies/cap/parameters/cap_days", "values": [45, 60]},
                       "b": {"pointer": "/firms", "low": 600, "high": 900, "scale": "logarithmic", "whole": true}},
        "design": {"kind": "grid", "steps": {"b": 3}}, "keep": {"indicators": ["wages"], "months": {"every": 2}})"));
    const TestFolder folder;
    replace_each(plan, plan, {nullptr, -1, 0.5, 1e300, "", "~", json::array(), json::object()}, folder);
    plan["design"] = {{"kind", "list"}, {"points", {{{"a", 45}, {"b", 700}}, {{"a", 60}, {"b", 800}}}}};
    replace_each(plan["design"], plan, {nullptr, -1, "x", json::array(), json::object()}, folder);
}
