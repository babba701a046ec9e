#include "scenarios/scenario.hpp"

#include "models/indicators/indicator.hpp"
#include "tests/scenarios/helper.hpp"

#include <nlohmann/json.hpp>

using namespace rongtong;
using nlohmann::json;

TEST_CASE("the scenarios that come with the program load")
{
    for (const auto& entry : std::filesystem::directory_iterator(source_folder() / "scenarios")) {
        const auto& path = entry.path();
        if (path.extension() != ".json" || path.stem().extension() == ".schema") continue;
        INFO(entry.path());
        const auto problems = problems_of([&] {
            const Scenario s = load_scenario(entry.path());
            CHECK(s.name == entry.path().stem());
            CHECK_FALSE(s.title_en.empty());
            CHECK_FALSE(s.title_zh.empty());
        });
        CHECK(format_problems(problems) == "");
    }
}

TEST_CASE("a policy scenario takes the rest from its parent")
{
    const Scenario s = load_scenario(source_folder() / "scenarios/prompt-payment.json");
    CHECK(s.setup.firms == 10000);
    CHECK(s.setup.months == 120);
    CHECK(s.setup.calibration->sector_count() == 45);
    REQUIRE(s.setup.policies.size() == 1);
    const Policy& p = s.setup.policies[0];
    CHECK(p.label == "cap");
    CHECK(p.lever == find_lever("payment_term_cap"));
    CHECK(p.start_month == 24);
    CHECK(p.ramp_months == 6);
    CHECK_FALSE(p.end_month);
    CHECK(p.parameters == std::vector<double>{60, 0.8, 0.1825, 1});
    CHECK(p.yearly_cost_per_firm == p.lever->yearly_cost_per_firm);
    CHECK_FALSE(p.yearly_budget_cap);
    CHECK(p.target.sectors.all());
    CHECK(s.files.size() == 3);
    CHECK(s.calibration_folder == std::filesystem::canonical(china()));
}

TEST_CASE("a shock and its target")
{
    const Scenario s = load_scenario(source_folder() / "scenarios/flood.json");
    REQUIRE(s.setup.shocks.size() == 1);
    const ShockEvent& k = s.setup.shocks[0];
    CHECK(k.shock == find_shock("capacity_loss"));
    CHECK(k.month == 60);
    CHECK(k.parameters == std::vector<double>{0.5, 6, 0});
    CHECK(k.target.regions.to_ulong() == 4); // west is the third of four
    CHECK(k.target.sizes.all());
}

TEST_CASE("targets, costs and ends of a policy")
{
    TestFolder folder;
    const auto file = folder.write("s.json", scenario_text(R"("policies": {
        "b": {"lever": "unified_market"},
        "a": {"lever": "payment_term_cap", "end_month": 48, "yearly_cost_per_firm": 7, "yearly_budget_cap": 1e6,
              "target": {"sectors": ["s02", "s45"], "regions": "all", "size": ["large", "micro"],
                         "ownership": ["state"], "tiers": ["specialised", "little_giant"]}}})"));
    const Scenario s = load_scenario(file);
    REQUIRE(s.setup.policies.size() == 2);
    const Policy& a = s.setup.policies[0]; // in the order of labels
    CHECK(a.label == "a");
    CHECK(a.end_month == 48);
    CHECK(a.yearly_cost_per_firm == 7);
    CHECK(a.yearly_budget_cap == 1e6);
    CHECK(a.target.sectors.to_ullong() == ((1ULL << 1) | (1ULL << 44)));
    CHECK(a.target.regions.all());
    CHECK(a.target.sizes.to_ulong() == 0b1001);
    CHECK(a.target.owners.to_ulong() == 0b10);
    CHECK(a.target.tiers.to_ulong() == 0b01100);
    CHECK(s.setup.policies[1].target.tiers.all());
    CHECK(s.setup.policies[1].start_month == 1);
    CHECK(s.setup.policies[1].parameters.size() == s.setup.policies[1].lever->parameters.size());
}

TEST_CASE("a chain of files is a merge patch on a merge patch")
{
    TestFolder folder;
    folder.write("base.json",
                 scenario_text(R"("months": 24, "seed": 5, "name": "base", "title": {"en": "Base", "zh": "基"},
        "policies": {"x": {"lever": "unified_market", "start_month": 3}, "y": {"lever": "unified_market"}})"));
    folder.write("in/middle.json", R"({"extends": "../base.json", "months": 36, "policies": {"x": {"start_month": null,
        "ramp_months": 2}, "y": null}})");
    const auto file = folder.write("in/deeper/child.json", R"({"extends": "../middle.json", "title": {"en": "Child"},
        "model": {"luck": {"switch": 0}}})");
    const Scenario s = load_scenario(file);
    CHECK(s.name == "child"); // of this file, not of a parent
    CHECK(s.title_en == "Child");
    CHECK(s.title_zh == "基");
    CHECK(s.setup.seed == 5);
    CHECK(s.setup.months == 36);
    REQUIRE(s.setup.policies.size() == 1);
    CHECK(s.setup.policies[0].label == "x");
    CHECK(s.setup.policies[0].start_month == 1);
    CHECK(s.setup.policies[0].ramp_months == 2);
    CHECK(s.setup.parameters.luck.luck_switch == 0);
    CHECK(s.files.size() == 4);
}

TEST_CASE("merged text: canonical, with seed, replicate, months and firms, without extends")
{
    const Scenario s = load_scenario(source_folder() / "scenarios/rest.json");
    const auto merged = json::parse(s.merged);
    CHECK(merged["seed"] == 1);
    CHECK(merged["replicate"] == 0);
    CHECK(merged["months"] == 60);
    CHECK(merged["firms"] == 1000);
    CHECK(merged["calibration"] == "calibration/china");
    CHECK(merged["model"] ==
          json::parse(R"({"luck": {"switch": 0}, "technology": {"progress": 0}})")); // no defaults filled in
    CHECK_FALSE(merged.contains("extends"));
    CHECK_FALSE(merged.contains("$schema"));
    CHECK(s.merged == merged.dump());
    CHECK(s.sha256.size() == 64);
}

TEST_CASE("the digest tells scenarios apart and is the same for the same scenario in other words")
{
    TestFolder folder;
    const auto digest = [&](const char* more) {
        return load_scenario(folder.write("s.json", scenario_text(more))).sha256;
    };
    const auto plain = digest("");
    CHECK(digest("\"months\":   120.0,\n\"seed\": 1") == plain); // the defaults
    CHECK(digest("\"seed\": 2") != plain);
    CHECK(digest(R"("model": {"luck": {"switch": 0}})") != plain);
}

TEST_CASE("a scenario comes back out of its merged text")
{
    const Scenario s = load_scenario(source_folder() / "scenarios/flood.json", {.set = {"/firms=2000"}, .seed = 9});
    const Scenario back = scenario_from_text(s.merged, s.calibration_folder);
    CHECK(back.merged == s.merged);
    CHECK(back.sha256 == s.sha256);
    CHECK(back.name == "flood");
    CHECK(back.setup.seed == 9);
    CHECK(back.setup.firms == 2000);
    CHECK(back.setup.shocks.size() == 1);
    CHECK(problems_of([&] {
              scenario_from_text("{\"extends\": \"a.json\", \"calibration\": \"x\"}", china());
          }).size() == 1);
    CHECK(problems_of([&] { scenario_from_text("{", china()); }).size() == 1);
    CHECK(problems_of([&] { scenario_from_text(s.merged, china() / "nowhere"); }).size() == 1);
}

TEST_CASE("output requests")
{
    TestFolder folder;
    const auto request = [&](const char* output) {
        return load_scenario(folder.write("s.json", scenario_text(std::string("\"output\": ") + output))).output;
    };
    CHECK_FALSE(request("{}").panel);
    CHECK_FALSE(request("{}").network);
    CHECK_FALSE(request("{}").events);
    CHECK(request("{\"events\": true}").events);
    CHECK(request("{\"network\": {}}").network->every_months == 12);
    CHECK(request("{\"network\": {\"every_months\": 3}}").network->every_months == 3);
}

TEST_CASE("a firm panel by variable, firms and months")
{
    TestFolder folder;
    REQUIRE(panel_variables().size() >= 2);
    const std::string first(panel_variables()[0].name), second(panel_variables()[1].name);
    const auto panel = [&](const json& value) {
        const std::string output = json{{"panel", value}}.dump();
        return *load_scenario(folder.write("s.json", scenario_text(std::string("\"output\": ").append(output))))
                    .output.panel;
    };
    const PanelRequest all = panel({{"variables", {second, first}}});
    CHECK(all.variables == std::vector<std::string>{second, first}); // in the user's order
    CHECK(all.every_months == 1);
    CHECK(all.firms.kind == FirmChoice::Kind::all);
    CHECK(panel({{"variables", {first}}, {"firms", 50}}).firms.sample == 50);
    CHECK(panel({{"variables", {first}}, {"firms", {7, 3, 7}}}).firms.list == std::vector<std::uint64_t>{3, 7});
    const auto problems = problems_of([&] { panel({{"variables", {first, first}}}); });
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].pointer == "/output/panel/variables/1");
}

TEST_CASE("which firms a panel takes")
{
    FirmChoice c;
    CHECK(c.takes(17, 1000));
    c.kind = FirmChoice::Kind::list;
    c.list = {3, 17};
    CHECK(c.takes(17, 1000));
    CHECK_FALSE(c.takes(18, 1000));
    c.kind = FirmChoice::Kind::sample;
    c.sample = 300; // every fourth of a thousand
    CHECK(c.takes(8, 1000));
    CHECK_FALSE(c.takes(9, 1000));
    c.sample = 5000; // more than there are
    CHECK(c.takes(9, 1000));
}

TEST_CASE("a file that is not there is one problem")
{
    const auto problems = problems_of([] { load_scenario("nowhere.json"); });
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].file == "nowhere.json");
    CHECK(format_problems(problems) == "nowhere.json: there is no such file (expected a JSON file)\n");
}
