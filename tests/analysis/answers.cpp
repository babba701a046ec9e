// What compare says of effects: headline, groups, Holm's adjustment, months, what differs between runs (analysis/compare/).
#include "tests/analysis/answers_study.hpp"

using namespace rongtong;
using namespace rongtong::answers_study;

TEST_CASE("the headline begins with goals and harms that the lever declares, and says what became of them")
{
    const Scratch folder;
    const auto c = compare_runs(write_all(folder, base), {write_all(folder, cap)}, with_catalogue());
    const auto& s = c.scenarios.at(0);
    REQUIRE(s.headline.size() >= 5);
    CHECK(s.headline[0].watch.indicator == "days_receivable");
    CHECK(s.headline[0].verdict == "reached");
    CHECK(*s.headline[0].effect.mean_difference == Approx(-10 - 0.35)); // luck 0, 0.1, 0.4, 0.9
    CHECK(s.headline[1].watch.role == Role::harm);
    CHECK(*s.headline[1].effect.mean_difference == 5); // in every pair: no test, no verdict
    CHECK(s.headline[1].verdict.empty());
    CHECK(s.headline[2].verdict == "shown"); // output falls
    CHECK(s.headline[3].watch.indicator == "fiscal_cost");
    REQUIRE(s.marks.size() == 1);
    CHECK(s.marks[0].start == 13);
    CHECK(s.notes.empty());
    REQUIRE(s.paths.size() == s.headline.size());
    CHECK(s.paths[0].months.size() == 24);
    CHECK(s.paths[0].difference[11] == 0);
    CHECK(s.paths[0].difference[12] == Approx(-10.35));
    const auto text = comparison_table(c);
    CHECK_THAT(text, Catch::Contains("policy rule (cap) from month 13") && Catch::Contains("goal, if it falls") &&
                         Catch::Contains("By size") && Catch::Contains("All indicators"));
    CHECK_THAT(comparison_table(c, {.all = false}), !Catch::Contains("All indicators"));
}

TEST_CASE("groups, their shares, and rates in points")
{
    const Scratch folder;
    const auto c = compare_runs(write_all(folder, base), {write_all(folder, cap)}, with_catalogue());
    const auto& s = c.scenarios.at(0);
    const auto* share = find(s.groups, "revenue_share", "micro");
    REQUIRE(share);
    CHECK(*share->mean_base == Approx(0.3));
    CHECK(*share->difference_points == Approx(100 * (30.0 / 98 - 0.3)));
    CHECK_FALSE(share->relative_percent);
    CHECK(*find(s.groups, "days_receivable", "large")->relative_percent == Approx(100 * 5.0 / 30));
    CHECK(is_rate("unemployment_rate", "1"));
    CHECK(is_rate("loan_rate", "1/year"));
    CHECK_FALSE(is_rate("bankruptcies", "1"));
    CHECK_FALSE(is_rate("price_level", "1"));
    CHECK_FALSE(is_rate("shared", "1"));
    CHECK_THAT(comparison_table(c), Catch::Contains("+0.61 points"));
}

TEST_CASE("Holm's adjustment leaves out what can't differ, and runs over what was asked for")
{
    const Scratch folder;
    const auto b = write_all(folder, base), p = write_all(folder, cap);
    auto options = with_catalogue();
    options.indicators = {"output", "unemployment_rate"};
    const auto c = compare_runs(b, {p}, options);
    const auto& effects = c.scenarios.at(0).effects;
    REQUIRE(effects.size() == 2);
    CHECK(c.scenarios[0].headline.empty());
    CHECK(*effects[0].p_holm == *effects[0].p); // alone in its family: the rate differs in no pair
    CHECK(*effects[1].p_holm == 1);
    options.axes = {"size"};
    options.indicators = {"output", "days_receivable"};
    const auto d = compare_runs(b, {p}, options);
    CHECK(d.scenarios[0].groups.size() == 2);
    CHECK(*d.scenarios[0].groups[0].p_holm == Approx(2 * *d.scenarios[0].groups[0].p).margin(1e-12));
    CHECK(*d.scenarios[0].effects[0].p_holm == *d.scenarios[0].effects[0].p);
    options.indicators = {"output", "moonshine", "sunshine"};
    CHECK_THROWS_WITH(compare_runs(b, {p}, options), Catch::Contains("'moonshine', 'sunshine'"));
    options.indicators = {"output"};
    options.axes = {"sector"};
    CHECK_THROWS_WITH(compare_runs(b, {p}, options), Catch::Contains("'sector'"));
}

TEST_CASE("at months, cumulated, discounted")
{
    const Scratch folder;
    const auto b = write_all(folder, base, 3), p = write_all(folder, cap, 3);
    CompareOptions options;
    options.indicators = {"fiscal_cost"};
    options.at = {6, 20};
    const auto at = compare_runs(b, {p}, options);
    REQUIRE(at.scenarios.size() == 2);
    CHECK(*at.scenarios[0].effects[0].mean_difference == 0);
    CHECK(*at.scenarios[1].effects[0].mean_difference == 7);
    CHECK(at.scenarios[1].first_month == 20);
    options.at = {};
    options.statistic = MonthStatistic::sum;
    CHECK(*compare_runs(b, {p}, options).scenarios[0].effects[0].mean_difference == 84);
    options.statistic = MonthStatistic::discounted;
    options.yearly_discount = 0.1;
    double sum = 0;
    for (int m = 0; m < 12; ++m) sum += 7 * std::pow(1.1, -m / 12.0);
    CHECK(*compare_runs(b, {p}, options).scenarios[0].effects[0].mean_difference == Approx(sum).epsilon(1e-12));
}

TEST_CASE("months that one side lacks are averaged over on neither, and that is said")
{
    const Scratch folder;
    Plan holed = cap;
    holed.skip = {13, 14};
    holed.later.output = 90;
    const auto c = compare_runs(write_all(folder, base), {write_all(folder, holed)});
    const auto& e = c.scenarios[0].effects.at(0);
    CHECK(c.scenarios[0].first_month == 15);
    CHECK(e.months == 10);
    holed.name = "late";
    holed.skip = {20};
    const auto d = compare_runs(folder / "base", {write_all(folder, holed)});
    const auto& f = d.scenarios[0].effects.at(0);
    CHECK(f.months == 11);
    CHECK(f.months_wanted == 12);
    CHECK_THAT(f.note, Catch::Contains("in 4 of 4 pairs: 11 of 12 months"));
    CHECK(*f.mean_difference == Approx(-10 + 0.35));
}

TEST_CASE("differences in parameters are named")
{
    const auto at = [](const char* text) { return nlohmann::json::parse(text); };
    const auto a = at(R"({"name":"a","rate":1,"deep":{"x":[1,2]},"policies":{"p":{"lever":"l","start_month":3}}})");
    const auto b = at(
        R"({"name":"b","rate":2,"deep":{"x":[1,2,3]},"policies":{"q":{"lever":"m","start_month":4,"end_month":9}},"shocks":{"s":{"kind":"k","month":5}}})");
    const auto differences = setup_differences(a, b);
    REQUIRE(differences.size() == 2);
    CHECK(differences[0].pointer == "/deep/x/2");
    CHECK(differences[0].base.empty());
    CHECK(differences[1].other == "2");
    const auto marks = policy_marks(a, b);
    REQUIRE(marks.size() == 3);
    CHECK(marks[0].label == "q");
    CHECK(marks[0].end == 9);
    CHECK(marks[1].of_base);
    CHECK(marks[2].shock);
    CHECK(marks[2].start == 5);
}
