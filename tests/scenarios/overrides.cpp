#include "tests/scenarios/helper.hpp"

#include <nlohmann/json.hpp>

using namespace rongtong;

namespace {

const auto flood = source_folder() / "scenarios/flood.json";

Scenario with(std::vector<std::string> set) { return load_scenario(flood, {.set = std::move(set)}); }

void refused(const std::string& set, const std::string& pointer, const std::string& words)
{
    const auto problems = problems_of([&] { with({set}); });
    INFO(set << "\n" << format_problems(problems));
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].file == "--set " + set);
    CHECK(problems[0].pointer == pointer);
    CHECK(problems[0].line == 0);
    CHECK((problems[0].message + problems[0].expected + problems[0].hint).find(words) != std::string::npos);
}

} // namespace

TEST_CASE("the option --set changes the merged scenario")
{
    CHECK(with({"/firms=2000"}).setup.firms == 2000);
    CHECK(with({"/model/ordering/overtime=0.2"}).setup.parameters.ordering.overtime == 0.2); // objects grow on the way
    CHECK(with({"/shocks/flood/loss=0.25"}).setup.shocks[0].parameters[0] == 0.25);
    CHECK(with({"/shocks/flood=null"}).setup.shocks.empty());
    CHECK(with({"/shocks/flood/target/regions/0=\"east\""}).setup.shocks[0].target.regions.to_ulong() == 1);
    CHECK(with({"/shocks/flood/target/regions/0=east"}).setup.shocks[0].target.regions.to_ulong() == 1); // plain text
    CHECK(with({"/shocks/flood/target/regions=[\"east\", \"west\"]"}).setup.shocks[0].target.regions.count() == 2);
    CHECK(with({"/title/en=a=b"}).title_en == "a=b"); // the first equals sign parts
    CHECK(with({"/title/en="}).title_en.empty());
    CHECK(with({"/firms=2000", "/firms=3000"}).setup.firms == 3000);
    CHECK(with({"/policies/a~0b/lever=unified_market"}).setup.policies.at(0).label == "a~b");
    CHECK(nlohmann::json::parse(with({"/firms=2000"}).merged)["firms"] == 2000);
}

TEST_CASE("the option --seed, --replicate and --months win over the file and --set")
{
    const Scenario s = load_scenario(flood, {.set = {"/seed=3"}, .seed = 4, .replicate = 5, .months = 70});
    CHECK(s.setup.seed == 4);
    CHECK(s.setup.replicate == 5);
    CHECK(s.setup.months == 70);
    const auto problems = problems_of([] { load_scenario(flood, {.set = {}, .seed = -1, .months = 0}); });
    REQUIRE(problems.size() >= 2);
    CHECK(problems[0].file == "--seed -1");
}

TEST_CASE("the option --set: what can't be set")
{
    refused("firms=2000", "", "sets nothing");
    refused("/firms", "", "sets nothing");
    refused("=5", "", "sets nothing");
    refused("/extends=\"a.json\"", "/extends", "read before");
    refused("/firms=12", "/firms", "from 500 to 35000000");
    refused("/firms=many", "/firms", "whole number");
    refused("/firms=1e400", "/firms", "whole number");
    refused("/frms=2000", "/frms", "did you mean \"firms\"");
    refused("/firms/x=1", "/firms/x", "below a plain value");
    refused("/shocks/flood/target/regions/7=east", "/shocks/flood/target/regions/7", "an index below 1");
    refused("/shocks/flood/loss=[1", "/shocks/flood/loss", "broken JSON");
    refused("/title/en=caf\xe9", "", "UTF-8");
    refused("/model/ordering/overtim=0.2", "/model/ordering/overtim", "did you mean \"overtime\"");
    refused("/calibration=no/such/folder", "/calibration", "no such calibration folder: no/such/folder");
    refused("/policies/a={\"lever\": \"payment_term_cap\", \"parameters\": {\"cap_days\": 1}}",
            "/policies/a/parameters/cap_days", "from 30 to 120 (d)");
}

TEST_CASE("the option --set: what the user may have meant")
{
    refused("firms=2000", "", "did you mean /firms=2000?");
    refused("model.ordering.overtime=0.2", "", "did you mean /model/ordering/overtime=0.2?");
    refused("/firms", "", "the value is missing");
    refused("/extends=\"a.json\"", "/extends", "a file that extends this one");
    refused("/firms/x=1", "/firms/x", "/firms is a plain value");
    refused("/model/x=1", "/model/x", "one of: ordering, pricing");
    refused("/model/pricing/zzzzzz=1", "/model/pricing/zzzzzz", "one of: price_speed");
    refused("/shocks/flod/month=70", "/shocks/flod", "did you mean /shocks/flood?");
    refused("/policies/cap/start_month=3", "/policies/cap", "no file has /policies/cap");
}

TEST_CASE("the option --months: a policy or shock that then begins too late")
{
    const auto problems = problems_of([] { load_scenario(flood, {.set = {}, .months = 12}); });
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].pointer == "/shocks/flood/month");
    CHECK(problems[0].line > 0);
    CHECK(problems[0].expected == "a month from 1 to 12");
    CHECK(problems[0].hint.find("the run has 12 months") != std::string::npos);
    CHECK(problems[0].hint.find("--set /shocks/flood=null") != std::string::npos);
    CHECK(load_scenario(flood, {.set = {"/shocks/flood=null"}, .months = 12}).setup.months == 12);
}
