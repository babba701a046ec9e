// Strength by month and rules in scenario files (scenarios/read_course.cpp).
#include "models/policies/lever.hpp"
#include "tests/scenarios/helper.hpp"

using namespace rongtong;

namespace {

Scenario read(const std::string& more)
{
    TestFolder folder;
    return load_scenario(folder.write("s.json", scenario_text(more)));
}

// What is said about the first problem: pointer, then words that it must hold.
void refused(const std::string& more, const std::string& pointer, const std::string& words, std::size_t problems = 1)
{
    const auto found = problems_of([&] { read(more); });
    INFO(more << "\n" << format_problems(found));
    REQUIRE(found.size() == problems);
    CHECK(found[0].pointer == pointer);
    CHECK((found[0].message + " | " + found[0].expected + " | " + found[0].hint).find(words) != std::string::npos);
}

std::string policy(const std::string& more)
{
    return R"("policies": {"p": {"lever": "unified_market", "start_month": 6, )" + more + "}}";
}

std::string shock(const std::string& more) { return R"("shocks": {"s": {"month": 6, )" + more + "}}"; }

const std::string course = "/policies/p/intensity", when = "/policies/p/when";

} // namespace

TEST_CASE("a course is a list with a value a month, or months with their values")
{
    const auto list = read(policy(R"("intensity": [0.1, 0.5, 1])")).setup.policies[0];
    CHECK(list.intensity == Schedule{{6, 7, 8}, {0.1, 0.5, 1}, false});
    const auto table =
        read(policy(R"("intensity": {"months": [6, 24], "values": [0, 1], "between": "line"})")).setup.policies[0];
    CHECK(table.intensity == Schedule{{6, 24}, {0, 1}, true});
    const auto hit = read(shock(R"("kind": "import_price", "size": 1, "intensity": [0.03, -0.02])")).setup.shocks[0];
    CHECK(hit.intensity == Schedule{{6, 7}, {0.03, -0.02}, false});
    CHECK_FALSE(read(policy(R"("ramp_months": 3)")).setup.policies[0].intensity.given());
}

TEST_CASE("a faulty course is refused")
{
    refused(policy(R"("intensity": [])"), course, "empty");
    refused(policy(R"("intensity": 0.5)"), course, "a list with a value a month");
    refused(policy(R"("intensity": [0.5, 1.5])"), course + "/1", "from 0 to 1");
    refused(policy(R"("intensity": [0.5, "x"])"), course + "/1", "a number");
    refused(policy(R"("intensity": {"months": [6, 8]})"), course, "\"values\" is missing");
    refused(policy(R"("intensity": {"months": [6, 8], "values": [1]})"), course + "/values", "1 values for 2 months");
    refused(policy(R"("intensity": {"months": [8, 8], "values": [1, 1]})"), course + "/months/1", "months that rise");
    refused(policy(R"("intensity": {"months": [3, 8], "values": [1, 1]})"), course + "/months/0", "passed over");
    refused(policy(R"("intensity": {"months": [8], "values": [1], "between": "lines"})"), course + "/between",
            "did you mean \"line\"");
    refused(policy(R"("intensity": {"month": [8], "months": [8], "values": [1]})"), course + "/month", "did you mean");
}

TEST_CASE("a shock's course takes the place of its own, inside the bounds of its size")
{
    const std::string at = "/shocks/s/intensity";
    refused(shock(R"("kind": "demand", "size": 1, "intensity": [0.1, -1.5])"), at + "/1", "from -1 to 2");
    refused(shock(R"("kind": "demand", "fade": 0, "intensity": [0.1])"), "/shocks/s/fade", "no say");
    refused(shock(R"("kind": "firm_failure", "intensity": [0.1])"), at, "event of one month");
}

TEST_CASE("a rule names an indicator, a bound, and where it ends")
{
    const auto rule =
        *read(policy(R"("when": {"indicator": "unemployment_rate", "region": "west", "above": 0.06, "until": 0.05,
              "least_months": 6})"))
             .setup.policies[0]
             .rule;
    CHECK(rule.indicator->name == "unemployment_rate");
    CHECK(rule.region == 2);
    CHECK((rule.above && rule.bound == 0.06 && rule.until == 0.05 && rule.least_months == 6));
    const auto below = *read(policy(R"("when": {"indicator": "output", "below": 1e9})")).setup.policies[0].rule;
    CHECK((!below.above && below.bound == 1e9 && below.until == 1e9 && below.least_months == 1 && !below.region));
}

TEST_CASE("a faulty rule is refused")
{
    refused(policy(R"("when": "later")"), when, "an object");
    refused(policy(R"("when": {"indicator": "output"})"), when, "there is no bound");
    refused(policy(R"("when": {"indicator": "output", "above": 1, "below": 2})"), when, "side by side");
    refused(policy(R"("when": {"indicator": "outputs", "above": 1})"), when + "/indicator", "did you mean \"output\"");
    refused(policy(R"("when": {"above": 1})"), when, "\"indicator\" is missing");
    refused(policy(R"("when": {"indicator": "output", "above": 1, "until": 2})"), when + "/until", "1 or less");
    refused(policy(R"("when": {"indicator": "output", "below": 1, "until": 0})"), when + "/until", "1 or more");
    refused(policy(R"("when": {"indicator": "output", "above": 1, "region": "East"})"), when + "/region",
            "did you mean \"east\"");
    refused(policy(R"("when": {"indicator": "imports", "above": 1, "region": "east"})"), when + "/region",
            "not known by region");
    refused(policy(R"("when": {"indicator": "output", "above": 1, "least_months": 0})"), when + "/least_months",
            "from 1");
    refused(policy(R"("when": {"indicator": "output", "abov": 1})"), when, "there is no bound", 2);
}

TEST_CASE("a rule that can never hold is refused, with the reason")
{
    const std::string rule = R"("when": {"indicator": "output", "above": 1})";
    refused(R"("months": 1, "policies": {"p": {"lever": "unified_market", )" + rule + "}}", when, "month 1 has none");
    refused(R"("policies": {"p": {"lever": "unified_market", "end_month": 2, )" + rule + "}}", when,
            "month 1 has none");
}

TEST_CASE("a target that is named otherwise than by its code gets the right hint")
{
    const auto hint = [](const std::string& target) {
        const auto found = problems_of([&] { read(policy("\"target\": {" + target + "}")); });
        REQUIRE(found.size() == 1);
        return found[0].hint;
    };
    const std::string components =
        "did you mean \"s23\" (Electronic components (with integrated circuits and displays), "
        "电子元器件)?";
    const auto cap = [&](const std::string& sector) {
        const auto found = problems_of([&] {
            read(R"("policies": {"p": {"lever": "payment_term_cap", "target": {"sectors": [")" + sector + R"("]}}})");
        });
        REQUIRE(found.size() == 1);
        return found[0].hint;
    };
    CHECK(cap("Electronic components") == components);
    CHECK(cap("电子元器件") == components);
    CHECK(cap("C397") == components);
    CHECK(cap("C39").find("\"s22\"") != std::string::npos);
    CHECK(cap("C39").find("\"s23\"") != std::string::npos);
    CHECK(cap("C39").find("s39") == std::string::npos);
    CHECK(cap("39") == cap("C39"));
    CHECK(cap("S23") == components);
    CHECK(cap("Constructoin").find("\"s30\"") != std::string::npos);
    CHECK(cap("s46") == "rongtong describe sectors lists the codes");
    CHECK(hint(R"("regions": ["西部"])").find("\"west\"") != std::string::npos);
    CHECK(hint(R"("regions": ["44"])").find("\"east\"") != std::string::npos); // Guangdong
}
