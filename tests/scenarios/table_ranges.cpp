// Units and ranges of tables: another unit gives the same economy, what does not fit is refused in words.
#include "tests/scenarios/table_runs.hpp"

using namespace rongtong;
using namespace rongtong::table_runs;

TEST_CASE("a table in another unit gives the same economy, to the bit")
{
    const auto hash_in = [](const std::string& unit, double factor) {
        TableCase one;
        for (const auto& key : vector_keys)
            for (std::size_t s = 0; s < one.size(); ++s) one.at(key, s) *= factor;
        for (std::size_t i = 0; i < one.size(); ++i)
            for (std::size_t j = 0; j < one.size(); ++j) one.flow(i, j) *= factor;
        one.table["unit"] = unit;
        Economy e = start_economy(setup_of(one.load()));
        const Draws draws(1, 0);
        while (e.month < 3) advance_month(e, draws);
        return state_hash(e);
    };
    const auto in_millions = hash_in("million yuan a year", 1);
    CHECK(hash_in("billion yuan a year", 1e-3) == in_millions);
    CHECK(hash_in("100 million yuan", 1e-2) == in_millions);
    CHECK(hash_in("1 yuan a year", 1e6) == in_millions);
    for (const char* unit : {"yuan a year", "million", "Mio. yuan", "million yuan a month"}) {
        INFO(unit);
        TableCase one;
        one.table["unit"] = unit;
        const TestFolder folder;
        const auto problems = problems_of([&] { load_calibration(one.write(folder)); });
        REQUIRE(problems.size() == 1);
        CHECK(problems[0].pointer == "/unit");
    }
}

TEST_CASE("totals that do not fit into 64 bits are refused before a run")
{
    TableCase one;
    one.table["unit"] = "3500 million yuan a year"; // 3 500 times the amounts
    const TestFolder folder;
    one.write(folder, "large");
    const auto scenario = [&](const std::string& firms) {
        const auto file = folder.write("s.json",
                                       "{\"calibration\": \"large\", \"months\": 3, \"firms\": " + firms + "}");
        return problems_of([&] { load_scenario(file); });
    };
    CHECK(scenario("1000").empty());
    const auto problems = scenario("1000000");
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].pointer == "/calibration");
    CHECK(problems[0].line == 1);
    CHECK(problems[0].message.find("do not fit into 64 bits: capital of") != std::string::npos);
    one.table["unit"] = "1 yuan a year"; // a millionth of the amounts
    one.write(folder, "small");
    const auto small = problems_of([&] { load_scenario(folder.write("t.json", "{\"calibration\": \"small\"}")); });
    REQUIRE(small.size() == 1);
    CHECK(small[0].message.find("a month's wage is") != std::string::npos);
}

TEST_CASE("a sum over firms that leaves its range stops the run")
{
    FirmSums sums{};
    check_range(sums);
    sums.capital = std::int64_t{1} << 61;
    CHECK_THROWS_AS(check_range(sums), MoneyOverflow);
    sums.capital = -sums.capital;
    CHECK_THROWS_AS(check_range(sums), MoneyOverflow);
}

TEST_CASE("ranges of a calibration are said in words")
{
    TableCase one;
    one.table["gross_output"][3] = -1;
    const TestFolder folder;
    auto regions = nlohmann::json::parse(read_text(china() / "regions.json"));
    regions["regions"][0]["population"] = 0;
    one.write(folder);
    folder.write("case/regions.json", regions.dump());
    const auto text = format_problems(problems_of([&] { load_calibration(folder.path() / "case"); }));
    INFO(text);
    CHECK(text.find("e-308") == std::string::npos);
    CHECK(text.find("a number above 0, at most 1000000000000 (persons)") != std::string::npos);
}
