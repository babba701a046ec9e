// codes.json of a calibration (scenarios/official_codes.hpp).
#include "scenarios/official_codes.hpp"

#include "scenarios/calibration.hpp"
#include "tests/scenarios/helper.hpp"

using namespace rongtong;

TEST_CASE("official codes are names that no digest holds")
{
    const auto c = load_calibration(china());
    const auto codes = load_codes(china(), *c);
    CHECK(codes.sectors.at("s23") == std::vector<std::string>{"C397", "C398"});
    CHECK(codes.regions.at("northeast") == std::vector<std::string>{"21", "22", "23"});
    for (const auto& s : c->sectors) CHECK_FALSE(codes.sectors.at(s.code).empty());
    TestFolder folder;
    std::filesystem::copy(china(), folder.path() / "c");
    std::filesystem::remove(folder.path() / "c/codes.json");
    const auto bare = load_calibration(folder.path() / "c");
    CHECK(bare->sha256 == c->sha256);
    CHECK(load_codes(folder.path() / "c", *bare).sectors.empty());
}

TEST_CASE("official codes of another table are passed over, a code that is mistyped is not")
{
    TestFolder folder;
    std::filesystem::copy(china(), folder.path() / "c");
    folder.write("c/codes.json", R"({"sectors": {"q1": ["A"], "q2": []}, "regions": {"east": ["11"]}})");
    const auto c = load_calibration(folder.path() / "c");
    CHECK(load_codes(folder.path() / "c", *c).sectors.empty());
    CHECK(load_codes(folder.path() / "c", *c).regions.size() == 1);
    folder.write("c/codes.json", R"({"sectors": {"s01": ["A"], "q2": []}})");
    CHECK(problems_of([&] { load_calibration(folder.path() / "c"); }).size() == 1);
}
