#include "scenarios/json_source.hpp"

#include <catch2/catch.hpp>

using namespace rongtong;

namespace {

JsonSource parsed(const std::string& text)
{
    std::vector<Problem> problems;
    auto source = parse_json(text, "x.json", problems);
    REQUIRE(source);
    REQUIRE(problems.empty());
    return *source;
}

void check_place(const JsonSource& s, const char* pointer, int line, int column, int key_line, int key_column)
{
    INFO(pointer);
    const SourcePlace* p = s.find(pointer);
    REQUIRE(p);
    CHECK(p->line == line);
    CHECK(p->column == column);
    CHECK(p->key_line == key_line);
    CHECK(p->key_column == key_column);
}

} // namespace

TEST_CASE("every value and key has its place")
{
    const auto s = parsed("{\n  \"a\": [10, \"x,:]\\\"\", {\"b\" : null}],\r\n\t\"c/d~\":-1.5e3\n}");
    check_place(s, "", 1, 1, 0, 0);
    check_place(s, "/a", 2, 8, 2, 3);
    check_place(s, "/a/0", 2, 9, 0, 0);
    check_place(s, "/a/1", 2, 13, 0, 0);
    check_place(s, "/a/2", 2, 23, 0, 0);
    check_place(s, "/a/2/b", 2, 30, 2, 24);
    check_place(s, "/c~1d~0", 3, 9, 3, 2);
    CHECK(s.places.size() == 7);
    CHECK(s.find("/nothing") == nullptr);
}

TEST_CASE("columns count characters, not bytes")
{
    const auto s = parsed("{\"融通\": \"账款\", \"b\": 1}");
    check_place(s, "/融通", 1, 8, 1, 2);
    check_place(s, "/b", 1, 19, 1, 14);
}

TEST_CASE("values are those of the text")
{
    const auto s = parsed("{\"a\": [true, null, 18446744073709551615, -3, 0.1], \"b\": {\"c\": \"\\u4e2d\\n\"}}");
    CHECK(s.value == nlohmann::json::parse(s.text));
    CHECK(parsed("7").value == 7);
    CHECK(parsed("[]").value.empty());
}

TEST_CASE("nesting is taken up to the limit and refused beyond")
{
    const auto nested = [](int depth) { return std::string(depth, '[') + std::string(depth, ']'); };
    parsed(nested(deepest_nesting));
    std::vector<Problem> problems;
    CHECK_FALSE(parse_json(nested(deepest_nesting + 1), "x.json", problems));
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].column == deepest_nesting + 1);
    problems.clear();
    CHECK_FALSE(parse_json(nested(1000000), "x.json", problems)); // no stack to overflow
    CHECK(problems.size() == 1);
}

TEST_CASE("a missing file and a folder are problems")
{
    std::vector<Problem> problems;
    CHECK_FALSE(read_json("/nowhere/at all.json", "at all.json", problems));
    CHECK_FALSE(read_json("/", "root", problems));
    REQUIRE(problems.size() == 2);
    CHECK(problems[0].message == "there is no such file");
    CHECK(problems[0].file == "at all.json");
    CHECK(problems[1].message == "this is a folder");
}

TEST_CASE("a beginning of any length of a good file is refused, none crashes")
{
    const std::string text = "{\"a\": [1.5e3, \"中\\u4e2d\\n\"], \"b\": {\"c\": true}}";
    for (std::size_t n = 0; n < text.size(); ++n) {
        std::vector<Problem> problems;
        INFO(text.substr(0, n));
        CHECK_FALSE(parse_json(text.substr(0, n), "x.json", problems));
        REQUIRE(problems.size() == 1);
        CHECK(problems[0].line == 1);
        CHECK(problems[0].column >= 1);
        CHECK_FALSE(problems[0].message.empty());
    }
}
