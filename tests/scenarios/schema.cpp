#include "scenarios/schema.hpp"

#include "models/policies/lever.hpp"
#include "scenarios/fit/parts.hpp"
#include "scenarios/plan_parts.hpp"
#include "scenarios/scenario_parts.hpp"
#include "tests/scenarios/helper.hpp"

using namespace rongtong;

TEST_CASE("scenarios/scenario.schema.json is what the program generates")
{
    INFO("renew it: rongtong schema > scenarios/scenario.schema.json");
    CHECK((read_text(source_folder() / "scenarios/scenario.schema.json") == scenario_schema().dump(2) + "\n"));
}

TEST_CASE("scenarios/plan.schema.json is what the program generates")
{
    INFO("renew it: rongtong schema --plan > scenarios/plan.schema.json");
    CHECK((read_text(source_folder() / "scenarios/plan.schema.json") == plan_schema().dump(2) + "\n"));
}

TEST_CASE("the schema of plans knows every key")
{
    const auto schema = plan_schema();
    CHECK(schema["properties"].size() == plan_keys().size());
    for (const auto& key : plan_keys()) CHECK(schema["properties"].contains(key));
    CHECK(schema["properties"]["changes"]["properties"].size() == change_keys().size());
    const auto& inline_scenario = schema["$defs"]["scenario"]["properties"];
    for (const auto& key : change_keys()) CHECK(inline_scenario.contains(key));
    CHECK(inline_scenario["model"] == scenario_schema()["properties"]["model"]);
    CHECK(schema["properties"]["keep"]["properties"] == scenario_schema()["properties"]["output"]["properties"]);
    CHECK(schema["properties"]["design"] == design_schema());
}

TEST_CASE("scenarios/calibrate.schema.json is what the program generates, and knows every key")
{
    INFO("renew it: rongtong schema --calibration > scenarios/calibrate.schema.json");
    const auto schema = fit_schema();
    CHECK((read_text(source_folder() / "scenarios/calibrate.schema.json") == schema.dump(2) + "\n"));
    CHECK(schema["properties"].size() == fit_keys().size() + plan_keys().size() - 2); // no design, no order
    for (const auto& key : fit_keys()) CHECK(schema["properties"].contains(key));
    CHECK(schema["properties"]["moments"]["additionalProperties"]["properties"].size() == moment_keys().size());
}

TEST_CASE("the schema knows every key, parameter, lever and shock")
{
    const auto schema = scenario_schema();
    const auto& top = schema["properties"];
    CHECK(top.size() == scenario_keys().size());
    for (const auto& key : scenario_keys()) CHECK(top.contains(key));
    Parameters p = default_parameters();
    for_each_group(p, [&](const char* group, auto&, const auto& declared) {
        for (const auto& d : declared) {
            INFO(group << "/" << d.info.name);
            const auto& s = top["model"]["properties"][group]["properties"][std::string(d.info.name)];
            CHECK(s["minimum"] == d.info.low);
            CHECK(s["maximum"] == d.info.high);
            CHECK(s["default"] == d.info.initial);
        }
    });
    const auto& policy = top["policies"]["additionalProperties"];
    CHECK(policy["allOf"].size() == all_levers().size());
    CHECK(policy["properties"].size() == policy_keys().size());
    CHECK(policy["properties"]["target"]["properties"].size() == target_keys().size());
    CHECK(top["shocks"]["additionalProperties"]["allOf"].size() == all_shocks().size());
}
