#include <catch2/catch.hpp>

#include <sstream>

#include "analysis/compare.hpp"
#include "sim/error.hpp"
#include "tests/analysis/runs_for_tests.hpp"
#include "tests/output/scratch.hpp"

using namespace rongtong;
using sample::write_run;
namespace fs = std::filesystem;

namespace {

// Base and policy differ from month 2 on, by 2 and 4 in replicate 0, by 3 and 5 in replicate 1.
void write_study(const Scratch& folder)
{
    fs::create_directory(folder / "base");
    fs::create_directory(folder / "policy");
    write_run(folder / "base/r0.h5", "baseline", 0, {10, 11, 12, 13});
    write_run(folder / "base/r1.h5", "baseline", 1, {20, 21, 22, 23});
    write_run(folder / "policy/r0.h5", "cap", 0, {10, 11, 14, 17});
    write_run(folder / "policy/r1.h5", "cap", 1, {20, 21, 25, 28});
}

} // namespace

TEST_CASE("folders are paired by seed and replicate, from the first month that differs")
{
    const Scratch folder;
    write_study(folder);
    const auto comparison = compare_runs(folder / "base", {folder / "policy"});
    CHECK(comparison.base == "baseline");
    REQUIRE(comparison.scenarios.size() == 1);
    const auto& cap = comparison.scenarios[0];
    CHECK(cap.scenario == "cap");
    CHECK(cap.first_month == 2);
    CHECK(cap.last_month == 3);
    CHECK((cap.pairs == std::vector<RunKey>{{-1, 7, 0}, {-1, 7, 1}}));
    REQUIRE(cap.effects.size() == 2); // no state_hash
    CHECK(cap.effects[0].indicator == "output");
    CHECK(cap.effects[0].unit == "万元");
    CHECK(cap.effects[0].mean_base == 17.5);
    CHECK(cap.effects[0].mean_difference == 3.5);
    CHECK(*cap.effects[0].sd_difference == Approx(std::sqrt(0.5)));
    CHECK(cap.effects[1].mean_difference == 0.0);
}

TEST_CASE("window and statistic")
{
    const Scratch folder;
    write_study(folder);
    const auto effect = [&](const char* months, const char* statistic) {
        CompareOptions options;
        parse_month_window(months, options);
        options.statistic = parse_month_statistic(statistic);
        return *compare_runs(folder / "base", {folder / "policy"}, options).scenarios[0].effects[0].mean_difference;
    };
    CHECK(effect("0:3", "mean") == 1.75);
    CHECK(effect(":2", "last") == 2.5);
    CHECK(effect("3:", "mean") == 4.5);
    CHECK(effect("2:3", "sum") == 7.0);
    CHECK(effect("2", "mean") == 2.5);
    CHECK_THROWS_WITH(effect("2:9", "mean"), Catch::Contains("0 to 3 in common"));
    CHECK_THROWS_AS(effect("3:2", "mean"), OutputError);
    CHECK_THROWS_AS(effect("a:2", "mean"), OutputError);
    CHECK_THROWS_WITH(effect("0:3", "median"), Catch::Contains("mean, last, sum"));
}

TEST_CASE("a run without partner is left out and reported")
{
    const Scratch folder;
    write_study(folder);
    write_run(folder / "base/r2.h5", "baseline", 2, {30, 31, 32, 33});
    write_run(folder / "policy/r3.h5", "cap", 1, {30, 31, 32, 33}, 8);
    const auto cap = compare_runs(folder / "base", {folder / "policy"}).scenarios[0];
    CHECK(cap.pairs.size() == 2);
    REQUIRE(cap.left_out.size() == 2);
    CHECK_THAT(cap.left_out[0], Catch::Contains("replicate 2") && Catch::Contains("r2.h5"));
    CHECK_THAT(cap.left_out[1], Catch::Contains("seed 8"));
    CHECK_THAT(comparison_table(compare_runs(folder / "base", {folder / "policy"})),
               Catch::Contains("left out: seed 7, replicate 2"));
}

TEST_CASE("one folder may hold the base's files and several scenarios")
{
    const Scratch folder;
    write_run(folder / "base.h5", "baseline", 0, {10, 11, 12, 13});
    write_run(folder / "cap.h5", "cap", 0, {10, 11, 12, 14});
    write_run(folder / "credit.h5", "credit", 0, {10, 11, 12, 13});
    const auto comparison = compare_runs(folder / "base.h5", {folder.path});
    REQUIRE(comparison.scenarios.size() == 2);
    CHECK(comparison.scenarios[0].scenario == "cap");
    CHECK(comparison.scenarios[1].scenario == "credit");
    CHECK_FALSE(comparison.scenarios[1].differs);
    CHECK_THAT(comparison_table(comparison), Catch::Contains("no indicator differs") && Catch::Contains("single pair"));
}

TEST_CASE("what can't be compared is refused with the reason")
{
    const Scratch folder;
    write_study(folder);
    write_run(folder / "alone.h5", "alone", 9, {1, 2});
    write_run(folder / "twice.h5", "cap", 1, {1, 2});
    fs::create_directory(folder / "none");
    CHECK_THROWS_WITH(compare_runs(folder.path, {folder / "alone.h5"}), Catch::Contains("must be one of them"));
    CHECK_THROWS_WITH(compare_runs(folder / "base", {folder / "alone.h5"}), Catch::Contains("no run of 'alone'"));
    CHECK_THROWS_WITH(compare_runs(folder / "base", {folder / "policy", folder / "twice.h5"}),
                      Catch::Contains("twice"));
    CHECK_THROWS_WITH(compare_runs(folder / "base", {folder / "none"}), Catch::Contains("no results file"));
    CHECK_THROWS_WITH(compare_runs(folder / "base", {folder / "missing.h5"}), Catch::Contains("does not exist"));
}

TEST_CASE("runs of two economies are not compared")
{
    const Scratch folder;
    const auto write = [&](const char* name, std::uint64_t replicate, const sample::Origin& origin) {
        write_run(folder / name, name, replicate, {1, 2}, 7, origin);
        return folder / name;
    };
    const auto base = write("base.h5", 0, {1000, "aaaa", "c1"});
    CHECK_NOTHROW(compare_runs(base, {write("same.h5", 0, {1000, "aaaa", "c1"})}));
    CHECK_NOTHROW(compare_runs(base, {write("silent.h5", 0, {})}));
    const auto large = write("large.h5", 0, {2000, "aaaa", "c1"}), other = write("other.h5", 0, {1000, "bbbb", "c1"});
    CHECK_THROWS_WITH(compare_runs(base, {large}),
                      Catch::Contains("large.h5: 2000 firms, where") && Catch::Contains("base.h5 has 1000") &&
                          Catch::Contains("run all with the same firms") && !Catch::Contains("calibration bbbb"));
    CHECK_THROWS_WITH(compare_runs(base, {other}),
                      Catch::Contains("other.h5: calibration bbbb, where") && Catch::Contains("base.h5 has aaaa"));
    // each pair agrees, but the two pairs are of different economies
    fs::create_directory(folder / "b");
    fs::create_directory(folder / "o");
    for (const std::uint64_t r : {0, 1, 2}) {
        const sample::Origin origin{.firms = r == 0 ? 1000u : 500u};
        write_run(folder.path / ("b/" + std::to_string(r) + ".h5"), "b", r, {1, 2}, 7, origin);
        write_run(folder.path / ("o/" + std::to_string(r) + ".h5"), "o", r, {1, 3}, 7, origin);
    }
    CHECK_THROWS_WITH(compare_runs(folder / "b", {folder / "o"}),
                      Catch::Contains("500 firms") && Catch::Contains("and 3 runs more"));
}

TEST_CASE("runs of another length or another commit are compared with a note")
{
    const Scratch folder;
    write_run(folder / "base.h5", "base", 0, {1, 2, 3, 4}, 7, {.commit = "0123456789abcdef"});
    write_run(folder / "short.h5", "short", 0, {1, 5, 6}, 7, {.commit = "0123456789abcdef"});
    write_run(folder / "new.h5", "new", 0, {1, 5, 6, 7}, 7, {.commit = "fedcba9876543210"});
    const auto comparison = compare_runs(folder / "base.h5", {folder / "short.h5", folder / "new.h5"});
    REQUIRE(comparison.scenarios[0].notes.size() == 1);
    CHECK_THAT(comparison.scenarios[0].notes[0], Catch::Contains("base.h5 has months 0 to 3") &&
                                                     Catch::Contains("short.h5 has months 0 to 2") &&
                                                     Catch::Contains("months 1 to 2, which all have"));
    REQUIRE(comparison.scenarios[1].notes.size() == 1);
    CHECK_THAT(comparison.scenarios[1].notes[0],
               Catch::Contains("new.h5 was computed by commit fedcba987654") && Catch::Contains("0123456789ab"));
    CHECK_THAT(comparison_table(comparison), Catch::Contains("\nnote: runs differ in length"));
    CHECK(comparison_json(comparison)["scenarios"][0]["notes"][0] == comparison.scenarios[0].notes[0]);
    write_run(folder / "like.h5", "like", 0, {1, 5, 6, 7}, 7, {.commit = "0123456789abcdef"});
    CHECK(compare_runs(folder / "base.h5", {folder / "like.h5"}).scenarios[0].notes.empty());
}

TEST_CASE("one pair: what holds for every row is said once")
{
    const Scratch folder;
    write_study(folder);
    const auto text = comparison_table(compare_runs(folder / "base/r0.h5", {folder / "policy/r0.h5"}));
    INFO(text);
    CHECK(text.find("a single pair") == text.rfind("a single pair"));
    CHECK_THAT(text, Catch::Contains("1 pair\na single pair: no interval"));
    CHECK_THAT(text, Catch::Contains("\nindicator  unit    base   other  difference  relative\n"));
    CHECK_THAT(text, Catch::Contains("\noutput     万元  12.500  15.500       3.000  +24.00 %\n"));
}

TEST_CASE("the numbers of a row are written alike")
{
    const Scratch folder;
    const auto row = [&](double base, double other) {
        static int count = 0;
        const auto name = std::to_string(count++);
        write_run(folder.path / (name + "a.h5"), "a", 0, {base});
        write_run(folder.path / (name + "b.h5"), "b", 0, {other});
        const auto text = comparison_table(
            compare_runs(folder.path / (name + "a.h5"), {folder.path / (name + "b.h5")}));
        const auto begin = text.find("\noutput") + 1;
        std::istringstream line(text.substr(begin, text.find('\n', begin) - begin));
        std::string words;
        for (std::string word; line >> word;) words += (words.empty() ? "" : " ") + word;
        return words;
    };
    CHECK(row(1234567, 1234567.5) == "output 万元 1,234,567.000 1,234,567.500 0.500 +0.00 %");
    CHECK(row(395229, 311270) == "output 万元 395,229 311,270 -83,959 -21.24 %");
    CHECK(row(0.25, 0.2500001) == "output 万元 0.250000 0.250000 0.000000 +0.00 %");
    CHECK(row(0, 3349.82) == "output 万元 0.0 3,349.8 3,349.8 -");
    CHECK(row(0, 0) == "output 万元 0 0 0 -");
    CHECK(row(-999.5, 1000) == "output 万元 -999.5 1,000.0 1,999.5 +200.05 %");
    CHECK(row(2e-6, 1e-6) == "output 万元 2.000e-06 1.000e-06 -1.000e-06 -50.00 %");
}

TEST_CASE("JSON keeps all digits and says null for what does not exist")
{
    const Scratch folder;
    write_study(folder);
    const auto json = comparison_json(compare_runs(folder / "base/r0.h5", {folder / "policy/r0.h5"}));
    const auto& effect = json.at("scenarios").at(0).at("effects").at(0);
    CHECK(json.at("format_version") == 1);
    CHECK(json.at("scenarios").at(0).at("pairs").at(0) == nlohmann::ordered_json({{"seed", 7}, {"replicate", 0}}));
    CHECK(effect.at("mean_difference") == 3.0);
    CHECK(effect.at("low").is_null());
    CHECK(effect.at("relative_percent") == 24.0);
    CHECK_THAT(effect.at("note").get<std::string>(), Catch::Contains("single pair"));
}

TEST_CASE("large numbers get commas")
{
    const Scratch folder;
    write_run(folder / "a.h5", "a", 0, {1e9});
    write_run(folder / "b.h5", "b", 0, {1.25e8});
    const auto text = comparison_table(compare_runs(folder / "a.h5", {folder / "b.h5"}));
    CHECK_THAT(text, Catch::Contains("  1,000,000,000  125,000,000  -875,000,000  "));
}

TEST_CASE("the table's columns line up, whatever the script of the units")
{
    const Scratch folder;
    write_study(folder);
    const auto text = comparison_table(compare_runs(folder / "base", {folder / "policy"}));
    INFO(text);
    CHECK_THAT(text, Catch::Contains("cap against baseline: mean of months 2 to 3, 2 pairs"));
    CHECK_THAT(text, Catch::Contains("+20.00 %") && Catch::Contains("*** p < 0.001"));
    CHECK_THAT(text, Catch::Contains("\nindicator  unit    base   other  difference"));
    CHECK_THAT(text, Catch::Contains("\noutput     万元  17.500  21.000       3.500"));
    CHECK_THAT(text, Catch::Contains("\nprice      1"));
}
