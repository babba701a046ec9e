// Each file in bad/ has faults of its own; expected.json names every one: its pointer, line and column, and words
// that the message must hold. A file may show these problems and no others.
#include "tests/scenarios/helper.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

using namespace rongtong;

namespace {

const std::filesystem::path bad_folder = source_folder() / "tests/scenarios/bad";

bool shows(const Problem& p, const nlohmann::json& wanted, const std::string& file)
{
    const std::string words = p.message + " | " + p.expected + " | " + p.hint;
    return p.pointer == wanted["pointer"] && p.line == wanted["line"] && p.column == wanted["column"] &&
           words.find(wanted["text"].get<std::string>()) != words.npos &&
           p.file.ends_with("bad/" + wanted.value("file", file));
}

} // namespace

TEST_CASE("every bad scenario file is refused with all of its problems")
{
    const auto expected = nlohmann::json::parse(read_text(bad_folder / "expected.json"));
    REQUIRE(expected.size() >= 100);
    for (const auto& [file, wanted] : expected.items()) {
        DYNAMIC_SECTION(file)
        {
            const auto problems = problems_of([&, &name = file] { load_scenario(bad_folder / name); });
            INFO("it says:\n" << format_problems(problems));
            for (const auto& want : wanted) {
                INFO("missing: " << want.dump());
                CHECK(std::any_of(problems.begin(), problems.end(),
                                  [&, &name = file](const Problem& p) { return shows(p, want, name); }));
            }
            CHECK(problems.size() == wanted.size());
        }
    }
}

TEST_CASE("every file in bad/ has its expectation")
{
    const auto expected = nlohmann::json::parse(read_text(bad_folder / "expected.json"));
    for (const auto& entry : std::filesystem::directory_iterator(bad_folder)) {
        const auto name = entry.path().filename().string();
        INFO(name);
        CHECK((entry.is_directory() || name == "expected.json" || expected.contains(name)));
    }
}
