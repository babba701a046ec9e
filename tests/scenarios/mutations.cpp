// Good files with something changed: whatever comes in, it is taken or refused with its place, never anything else.
#include "scenarios/json_source.hpp"
#include "tests/scenarios/helper.hpp"

#include <nlohmann/json.hpp>

using namespace rongtong;
using nlohmann::json;

namespace {

const char* const full = R"({
  "name": "full", "title": {"en": "Full", "zh": "全"}, "seed": 3, "replicate": 1, "months": 48, "firms": 800,
  "calibration": "c", "model": {"ordering": {"overtime": 0.2}, "luck": {"switch": 1}},
  "policies": {"p": {"lever": "payment_term_cap", "start_month": 2, "ramp_months": 3, "end_month": 9,
    "parameters": {"cap_days": 45.5}, "yearly_cost_per_firm": 1, "yearly_budget_cap": 2e6,
    "target": {"regions": ["west"], "sectors": "all", "size": ["micro"], "ownership": ["state"]}}},
  "shocks": {"s": {"kind": "demand", "month": 4, "size": -0.25, "target": {"sectors": ["s03"]}}},
  "output": {"network": {"every_months": 6}, "events": true}
})";

} // namespace

TEST_CASE("any one byte of a file may be wrong or missing")
{
    const std::string text = full;
    for (std::size_t i = 0; i < text.size(); ++i) {
        for (const char c : std::string("\0\"\\{}[],:0-x \n\x80\xff", 17)) {
            std::string changed = text;
            changed[i] = c;
            std::vector<Problem> problems;
            if (parse_json(changed, "x.json", problems)) continue;
            REQUIRE_FALSE(problems.empty());
            for (const auto& p : problems) {
                INFO(changed);
                REQUIRE(p.line >= 1);
                REQUIRE(p.column >= 1);
                REQUIRE_FALSE(p.message.empty());
            }
        }
        std::vector<Problem> problems;
        REQUIRE((parse_json(text.substr(0, i) + text.substr(i + 1), "x.json", problems) || !problems.empty()));
    }
}

TEST_CASE("any one value of a scenario may be of another kind")
{
    const json good = json::parse(full);
    REQUIRE(problems_of([&] { scenario_from_text(good.dump(), china()); }).empty());
    const json flat = good.flatten();
    const json others = json::parse(
        R"([null, true, -1, 0.5, 1e300, 18446744073709551615, "x", "", [], [[]], {}, {"x": 1}])");
    for (const auto& [pointer, value] : flat.items())
        for (const auto& other : others) {
            json changed = good;
            changed[json::json_pointer(pointer)] = other;
            INFO(pointer << " = " << other);
            try {
                scenario_from_text(changed.dump(), china());
            } catch (const ScenarioError& e) {
                REQUIRE_FALSE(e.problems.empty());
                for (const auto& p : e.problems) REQUIRE(p.line == 1);
            }
        }
}
