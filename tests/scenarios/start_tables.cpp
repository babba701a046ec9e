// Tables of firms and links that a scenario gives: what strangers could send.
#include "scenarios/start_tables.hpp"
#include "models/own_data.hpp"

#include "tests/scenarios/helper.hpp"

#include <sys/stat.h>

using namespace rongtong;

namespace {

const std::string head = "id,sector,region,workers,sales\n";

std::vector<Problem> problems_with(const std::string& firms, const std::string& links = "")
{
    const TestFolder folder;
    folder.write("firms.csv", firms);
    folder.write("links.csv", links);
    const std::string start = links.empty() ? R"("start": {"firms": "firms.csv"})"
                                            : R"("start": {"firms": "firms.csv", "links": "links.csv"})";
    const auto file = folder.write("own.json", scenario_text("\"firms\": 1000, " + start));
    return problems_of([&] { load_scenario(file); });
}

// The first problem as a person reads it, without the folder.
std::string first_of(const std::vector<Problem>& problems)
{
    if (problems.empty()) return "none";
    const auto& p = problems.front();
    return std::filesystem::path(p.file).filename().string() + ":" + std::to_string(p.line) + ":" +
           std::to_string(p.column) + ": " + p.message;
}

std::string told(const std::string& firms, const std::string& links = "")
{
    return first_of(problems_with(firms, links));
}

Scenario loaded(const std::string& firms, const std::string& links)
{
    const TestFolder folder;
    folder.write("firms.csv", firms);
    folder.write("links.csv", links);
    return load_scenario(folder.write(
        "own.json", scenario_text(R"("firms": 1000, "start": {"firms": "firms.csv", "links": "links.csv"})")));
}

const std::string two = head + "a,s17,east,5,100000\nb,s17,west,1,2000.5\n";

} // namespace

TEST_CASE("columns in any order, quotes, gaps, Windows' line ends and a byte order mark are taken")
{
    const Scenario s = loaded(
        "\xEF\xBB\xBFsales, \"id\" ,region,sector\r\n12345.678,\"a \"\"b\"\", c\",east,s17\r\n\r\n,甲,west,s17\r\n",
        "supplier,buyer\n甲,\"a \"\"b\"\", c\"");
    const OwnData& own = *s.setup.own;
    REQUIRE(own.firms.size() == 2);
    CHECK(own.ids == std::vector<std::string>{"a \"b\", c", "甲"});
    CHECK(own.firms[0].sales == Money(1234568));
    CHECK_FALSE(own.firms[0].workers);
    CHECK_FALSE(own.firms[1].sales);
    CHECK(own.firms[1].region == 2);
    REQUIRE(own.links.size() == 1);
    CHECK(own.links[0].buyer == 0);
    CHECK(own.links[0].supplier == 1);
    CHECK_FALSE(own.links[0].value);
    CHECK(s.merged.find(own.sha256) != std::string::npos);
    CHECK(s.files.size() == 4);
}

TEST_CASE("the digest of the tables is part of the scenario's, and may be demanded")
{
    const TestFolder folder;
    folder.write("firms.csv", two);
    const auto load = [&](const std::string& more) {
        return load_scenario(
            folder.write("own.json", scenario_text(R"("firms": 1000, "start": {"firms": "firms.csv")" + more + "}")));
    };
    const Scenario first = load("");
    const std::string pinned = ", \"sha256\": \"" + first.setup.own->sha256 + "\"";
    CHECK(load(pinned).sha256 == first.sha256);
    folder.write("firms.csv", two + " ");
    CHECK(load("").sha256 != first.sha256);
    const auto problems = problems_of([&] { load(pinned); });
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].pointer == "/start/sha256");
}

TEST_CASE("changes of a scenario keep its tables, unless they are of the start")
{
    const TestFolder folder;
    folder.write("firms.csv", two);
    const Scenario s = load_scenario(
        folder.write("own.json", scenario_text(R"("firms": 1000, "start": {"firms": "firms.csv"})")));
    std::filesystem::remove(folder.path() / "firms.csv");
    CHECK(changed_scenario(s, {.set = {"/firms=1200"}}).setup.own == s.setup.own);
    CHECK_FALSE(changed_scenario(s, {.set = {"/start=null"}}).setup.own);
    const Scenario resumed = scenario_from_text(s.merged, s.calibration_folder, "text", {}, {{}, {}, true});
    CHECK(resumed.sha256 == s.sha256);
    CHECK(resumed.setup.own->firms.empty());
    CHECK_FALSE(problems_of([&] { scenario_from_text(s.merged, s.calibration_folder); }).empty());
}

TEST_CASE("what no firm can have is refused where it stands")
{
    CHECK(told("") == "firms.csv:0:0: the file is empty");
    CHECK(told(head) == "firms.csv:1:1: there is no firm in this table");
    CHECK(told("id;sector;region\n") == "firms.csv:1:1: there is no column \"id;sector;region\" here");
    CHECK(told("id,sector,region,worker\n") == "firms.csv:1:18: there is no column \"worker\" here");
    CHECK(told("id,sector,id,region\n") == "firms.csv:1:11: the column id stands there twice");
    CHECK(told("id,region\n") == "firms.csv:1:1: the column sector is missing");
    CHECK(told(head + "甲,s99,east,,\n") == "firms.csv:2:3: sector: there is no sector \"s99\"");
    CHECK(told(head + "a,s01,east,,\n") == "firms.csv:2:3: sector: s01 has no firms: farms make its product");
    CHECK(told(head + "a,s17,,,\n") == "firms.csv:2:7: region: this field is empty");
    CHECK(told(head + ",s17,east,,\n") == "firms.csv:2:1: id: this field is empty");
    CHECK(told(head + std::string(65, 'x') + ",s17,east,,\n") == "firms.csv:2:1: id: this is too long");
    CHECK(told(head + "a,s17,east,0,\n") == "firms.csv:2:12: workers: 0 is out of range");
    CHECK(told(head + "a,s17,east,2.5,\n") == "firms.csv:2:12: workers: 2.5 is not a whole number");
    CHECK(told(head + "a,s17,east,99999999999999999999,\n") ==
          "firms.csv:2:12: workers: 99999999999999999999 is out of range");
    CHECK(told(head + "a,s17,east,,nan\n") == "firms.csv:2:13: sales: nan is out of range");
    CHECK(told(head + "a,s17,east,,-inf\n") == "firms.csv:2:13: sales: -inf is out of range");
    CHECK(told(head + "a,s17,east,,1e999\n") == "firms.csv:2:13: sales: 1e999 is out of range");
    CHECK(told(head + "a,s17,east,,NA\n") == "firms.csv:2:13: sales: \"NA\" is not a number");
    CHECK(told(head + "a,s17,east,,12 000\n") == "firms.csv:2:13: sales: \"12 000\" is not a number");
    CHECK(told(head + "a,s17,east,,\"12,000\"\n") == "firms.csv:2:13: sales: \"12,000\" is not a number");
    CHECK(told(head + "a,s17,east,,12,000\n") == "firms.csv:2:1: 6 fields, where the first line has 5");
    CHECK(told(head + "a,s17\n") == "firms.csv:2:1: 2 fields, where the first line has 5");
    CHECK(told(head + "\"a,s17,east,,\nb\"") == "firms.csv:2:1: this quote is not closed in its line");
    CHECK(told(head + "\"a\"b,s17,east,,\n") == "firms.csv:2:4: text follows the closing quote");
    CHECK(told(two + "a,s17,east,,\n") == "firms.csv:4:1: id: \"a\" stands twice in this table");
}

TEST_CASE("what is no table is refused before it is read to its end")
{
    CHECK(told(std::string("\xFF\xFEi\0d\0", 6)) == "firms.csv:1:1: the file is in UTF-16");
    CHECK(told("PK\x03\x04...") == "firms.csv:1:1: this is a spreadsheet or an archive");
    CHECK(told(std::string(100000, 'x')) == "firms.csv:1:1: this line is longer than 4096 bytes");
    CHECK(told(head + std::string(5000, ',')) == "firms.csv:2:1: this line is longer than 4096 bytes");
    CHECK(told(head + std::string("a,s17,east,\0,\n", 14)) == "firms.csv:2:1: this line holds a zero byte");
    CHECK(told("id,sector,region\ra,s17,east\r") == "firms.csv:1:1: lines end with a carriage return alone");
    const TestFolder folder;
    REQUIRE(::mkfifo((folder.path() / "pipe").c_str(), 0600) == 0);
    for (const std::string name : {"pipe", ".", "none.csv"}) {
        const auto file = folder.write("own.json", scenario_text("\"start\": {\"firms\": \"" + name + "\"}"));
        const auto problems = problems_of([&] { load_scenario(file); });
        REQUIRE(problems.size() == 1);
        CHECK(problems[0].pointer == "/start/firms");
    }
}

TEST_CASE("what no link can be is refused where it stands")
{
    CHECK(told(two, "buyer,supplier,value\na,c,5\n") == "links.csv:2:3: supplier: there is no firm \"c\"");
    CHECK(told(two, "buyer,supplier,value\na,a,5\n") == "links.csv:2:3: supplier: a firm does not buy from itself");
    CHECK(told(two, "buyer,supplier,value\na,b,5\nb,a,\na,b,6\n") ==
          "links.csv:4:1: this buyer and supplier stand in line 2 already");
    CHECK(told(two, "buyer,supplier,value\na,b,0\n") == "links.csv:2:5: value: 0 is out of range");
    CHECK(told(two, "buyer,supplier,value\na,b,-1\n") == "links.csv:2:5: value: -1 is out of range");
    CHECK(told(two, "buyer,supplier,value\n") == "none");
}

TEST_CASE("the first problems of a table are told, the others counted")
{
    std::string rows = head;
    for (int k = 0; k < 1000; ++k) rows += "a" + std::to_string(k) + ",s17,east,-1,1\n";
    const auto problems = problems_with(rows);
    REQUIRE(problems.size() == most_problems_told + 1);
    CHECK(problems[0].line == 2);
    CHECK(problems.back().message == "and 1980 more problems from here on");
}

TEST_CASE("a table with more firms than the run is refused by check as well")
{
    std::string rows = head;
    for (int k = 0; k < 1001; ++k) rows += std::to_string(k) + ",s17,east,,\n";
    const auto problems = problems_with(rows);
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].pointer == "/firms");
    CHECK(problems[0].message.find("no room for the 1001") != std::string::npos);
}
