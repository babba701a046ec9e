// Each file in bad_plans/ has faults of its own; expected.json names every one, as in bad/.
#include "tests/scenarios/plan_helper.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

using namespace rongtong;

namespace {

const std::filesystem::path bad_plans = source_folder() / "tests/scenarios/bad_plans";

bool shows(const Problem& p, const nlohmann::json& wanted, const std::string& file)
{
    const std::string words = p.message + " | " + p.expected + " | " + p.hint;
    return p.pointer == wanted["pointer"].get<std::string>() && p.line == wanted["line"].get<int>() &&
           p.column == wanted["column"].get<int>() && words.find(wanted["text"].get<std::string>()) != words.npos &&
           p.file.ends_with("/" + wanted.value("file", "bad_plans/" + file));
}

} // namespace

TEST_CASE("every bad plan is refused with all of its problems, each named once")
{
    const auto expected = nlohmann::json::parse(read_text(bad_plans / "expected.json"));
    REQUIRE(expected.size() >= 100);
    for (const auto& [file, wanted] : expected.items()) {
        DYNAMIC_SECTION(file)
        {
            const auto problems = problems_of([&, &name = file] { load_plan(bad_plans / name); });
            INFO("it says:\n" << format_problems(problems));
            for (const auto& want : wanted) {
                INFO("named other than once: " << want.dump());
                CHECK(std::count_if(problems.begin(), problems.end(),
                                    [&, &name = file](const Problem& p) { return shows(p, want, name); }) == 1);
            }
            CHECK(problems.size() == wanted.size());
        }
    }
}

TEST_CASE("every file in bad_plans/ has its expectation")
{
    const auto expected = nlohmann::json::parse(read_text(bad_plans / "expected.json"));
    for (const auto& entry : std::filesystem::directory_iterator(bad_plans)) {
        const auto name = entry.path().filename().string();
        INFO(name);
        CHECK((entry.is_directory() || name == "expected.json" || expected.contains(name)));
    }
}

TEST_CASE("plans and scenarios are told apart")
{
    const auto scenario = source_folder() / "scenarios/small.json",
               plan = source_folder() / "scenarios/study/plan.json";
    CHECK(is_plan(plan));
    CHECK_FALSE(is_plan(scenario));
    CHECK_FALSE(is_plan("no-such-file.json"));
    CHECK_FALSE(is_plan(source_folder()));
    CHECK_FALSE(is_plan(bad_plans / "broken-comma.json"));
    CHECK(is_plan(bad_plans / "no-scenarios.json"));
    const auto as_plan = problems_of([&] { load_plan(scenario); });
    REQUIRE(as_plan.size() == 1);
    CHECK(as_plan[0].hint == "rongtong run takes it");
    const auto as_scenario = problems_of([&] { load_scenario(plan); });
    REQUIRE(as_scenario.size() == 1);
    CHECK(as_scenario[0].hint == "rongtong sweep takes it");
}

TEST_CASE("a plan that nothing but its file's absence is wrong with")
{
    const auto problems = problems_of([] { load_plan("no-such-plan.json"); });
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].message == "there is no such file");
}

TEST_CASE("a change that some scenarios of a plan refuse says which")
{
    const auto hint = [](const std::string& file) { return problems_of([&] { load_plan(bad_plans / file); })[0].hint; };
    CHECK(hint("changes-of-one.json") == "in scenario \"b\"");
    const auto problems = problems_of([] { load_plan(bad_plans / "many.json"); });
    const auto firms = std::ranges::find(problems, "/changes/firms", &Problem::pointer);
    REQUIRE(firms != problems.end());
    CHECK(firms->hint == ""); // all that could be read
}
