// A parameter that is gone is still understood (models/retired.hpp).
#include "models/retired.hpp"

#include "scenarios/notes.hpp"
#include "scenarios/scenario_parts.hpp"
#include "tests/scenarios/helper.hpp"

using namespace rongtong;

namespace {

const RetiredParameters retired{
    {"terms", "old_days", 30, 120, 60, "terms/base_days", true, "0.9", "it has a better name"},
    {"terms", "mood", 0, 1, 0.5, "luck/switch", false, "0.9", "moods are luck now"},
    {"terms", "gone", 0, 1, 0, "", false, "0.9", "nothing takes its place"},
};

struct Read {
    Parameters parameters = default_parameters();
    std::vector<Problem> problems;
};

Read read(const std::string& terms)
{
    Read result;
    auto source = parse_json("{\"terms\": " + terms + "}", "file", result.problems);
    REQUIRE(source);
    Document document;
    document.problems = &result.problems;
    document.layers.push_back(std::make_shared<const JsonSource>(std::move(*source)));
    document.value = document.layers.front()->value;
    read_model(Node::root(document), result.parameters, retired);
    return result;
}

} // namespace

TEST_CASE("a retired parameter of the same meaning gives its value to its successor")
{
    const Read r = read("{\"old_days\": 75}");
    CHECK(r.problems.empty());
    CHECK(r.parameters.terms.base_days == 75);
    CHECK(read("{\"old_days\": 500}").problems.size() == 1); // its range holds still
    const auto both = read("{\"old_days\": 75, \"base_days\": 60}").problems;
    REQUIRE(both.size() == 1);
    CHECK(both[0].message == "this parameter is retired since 0.9, and /model/terms/base_days is given as well");
    CHECK(both[0].pointer == "/terms/old_days");
}

TEST_CASE("one of another meaning passes at its old default, and else says what to do")
{
    CHECK(read("{\"mood\": 0.5, \"gone\": 0}").problems.empty());
    const auto problems = read("{\"mood\": 0.7, \"gone\": 1}").problems;
    REQUIRE(problems.size() == 2);
    CHECK(problems[0].message == "this parameter is retired since 0.9: moods are luck now");
    CHECK(problems[0].hint == "see /model/luck/switch");
    CHECK(problems[1].hint.empty());
    CHECK(read("{\"mod\": 0.7}").problems.size() == 1); // unknown as ever
}

TEST_CASE("a scenario that names one is told")
{
    const auto scenario = nlohmann::json::parse(R"({"model": {"terms": {"old_days": 75, "mood": 0.5}}})");
    const auto notes = notes_on_retired(scenario, retired);
    REQUIRE(notes.size() == 2);
    CHECK(notes[0] == "/model/terms/old_days is retired since 0.9: it has a better name; /model/terms/base_days takes "
                      "its value");
    CHECK(notes_on_retired(nlohmann::json::parse("{}"), retired).empty());
}

TEST_CASE("what is retired is no parameter any more")
{
    Parameters p = default_parameters();
    for_each_group(p, [&](std::string_view group, auto&, const auto& declared) {
        for (const auto& d : declared) CHECK_FALSE(find_retired(retired_parameters(), group, d.info.name));
    });
}
