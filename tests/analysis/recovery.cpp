// Paths and their figures by hand.
#include <catch2/catch.hpp>

#include <cmath>
#include <fstream>

#include "analysis/resilience/recovery.hpp"
#include "sim/error.hpp"
#include "tests/analysis/runs_for_tests.hpp"
#include "tests/output/scratch.hpp"

using namespace rongtong;

namespace {

Resilience of_table(const std::string& text, const RecoveryOptions& options = {})
{
    const Scratch folder;
    std::ofstream(folder / "in.csv") << text;
    return resilience_of_csv(folder / "in.csv", options);
}

} // namespace

TEST_CASE("a dip: loss, area, depth, trough and recovery by hand")
{
    RecoveryOptions options;
    options.hold = 2;
    const auto r = recovery_of({100, 100, 100, 100, 100, 100}, {100, 90, 80, 95, 99.5, 101}, false, options);
    CHECK(r.loss == Approx(34.5));
    CHECK(r.area == Approx(0.355)); // the last month is above, and makes good nothing
    CHECK(r.depth == Approx(0.2));
    CHECK(r.trough == 2);
    REQUIRE(r.recovery);
    CHECK(*r.recovery == 4); // within 1 % from month 4 on
    options.hold = 3;
    CHECK_FALSE(recovery_of({100, 100, 100, 100, 100, 100}, {100, 90, 80, 95, 99.5, 101}, false, options).recovery);
}

TEST_CASE("a relapse starts the waiting anew, a rise is the loss where higher is worse, gaps are counted")
{
    RecoveryOptions options;
    options.hold = 2;
    CHECK(*recovery_of({10, 10, 10, 10, 10, 10}, {5, 10, 9, 10, 10, 10}, false, options).recovery == 3);
    const auto worse = recovery_of({4, 4, 4, 4}, {5, 4, 4, 4}, true, options);
    CHECK(worse.depth == Approx(0.25));
    CHECK(worse.loss == Approx(-1));
    CHECK(*worse.recovery == 1);
    const double none = std::nan("");
    const auto gap = recovery_of({10, 10, 10, 10}, {5, none, 10, 10}, false, options);
    CHECK(gap.missing == 1);
    CHECK(gap.months == 3);
    CHECK(gap.loss == Approx(5));
    CHECK(*recovery_of({10, 10}, {10, 9.99}, false, options).recovery == 0); // never left the tolerance
}

TEST_CASE("a table of replicates and groups, and what a policy changes")
{
    const std::string head = "replicate,group,month,base,other\n";
    const auto without = of_table(head + "0,a,1,10,10\n0,a,2,10,5\n0,a,3,10,10\n1,a,1,10,10\n1,a,2,10,7\n1,a,3,10,10\n"
                                         "0,b,2,4,4\n1,b,2,4,2\n");
    CHECK(without.shock_month == 2);
    CHECK(without.last_month == 3);
    REQUIRE(without.rows.size() == 2);
    CHECK(*without.rows[0].loss.mean_difference == Approx(4));
    CHECK(*without.rows[0].loss.sd_difference == Approx(std::sqrt(2.0)));
    CHECK(without.rows[1].place.group == "b");
    const auto with = of_table(head + "0,a,2,10,8\n0,a,3,10,10\n1,a,2,10,9\n1,a,3,10,10\n");
    const auto list = changes(without, with, 0.95);
    REQUIRE(list.size() == 1);
    CHECK(*list[0].loss.mean_difference == Approx(-2.5));
    CHECK_THROWS_WITH(of_table("month,base,other\n1,1,1\n1,1,2\n"),
                      Catch::Contains("line 3: month 1 stands there twice"));
}

TEST_CASE("runs: the shock is the month that differs where no scenario says it")
{
    const Scratch folder;
    for (std::uint64_t r = 0; r < 3; ++r) {
        const auto shift = static_cast<double>(r);
        sample::write_run(folder.path / ("b" + std::to_string(r) + ".h5"), "base", r, {10 + shift, 10, 10, 10, 10, 10});
        sample::write_run(folder.path / ("s" + std::to_string(r) + ".h5"), "flood", r,
                          {10 + shift, 10, 6 + shift, 9, 10, 10});
    }
    const auto move = [&](const char* letter) {
        std::filesystem::create_directory(folder / letter);
        for (int r = 0; r < 3; ++r)
            std::filesystem::rename(folder.path / (letter + std::to_string(r) + ".h5"),
                                    folder.path / letter / (std::to_string(r) + ".h5"));
        return folder / letter;
    };
    const auto base = move("b"), flood = move("s");
    RecoveryOptions options;
    options.hold = 1;
    const auto r = resilience_of_runs({base}, {flood}, options);
    CHECK(r.name == "flood against base");
    CHECK(r.shock_month == 2);
    REQUIRE(r.rows.size() == 1);                         // output
    CHECK(*r.rows[0].loss.mean_difference == Approx(4)); // 5, 4, 3
    CHECK(r.rows[0].recovered == 3);
    CHECK(*r.rows[0].recovery->mean_difference == Approx(2));
    CHECK_THAT(resilience_table(r, options), Catch::Contains("shock in month 2") && Catch::Contains("3 of 3"));
    CHECK(resilience_json(r, options)["rows"][0]["by_pair"].size() == 3);
}
