// What compare says beyond effects: cost, persistence, winners, ranking, JSON, pairs, points (analysis/compare/).
#include "tests/analysis/answers_study.hpp"

using namespace rongtong;
using namespace rongtong::answers_study;

TEST_CASE("what a unit of the goal costs: Fieller's interval of a ratio of means")
{
    const Scratch folder;
    const auto c = compare_runs(write_all(folder, base), {write_all(folder, cap)}, with_catalogue());
    const auto& costs = c.scenarios[0].cost_effectiveness;
    REQUIRE(costs.size() == 1);
    CHECK(costs[0].total_cost == 84);
    CHECK(costs[0].gain == Approx(10.35));
    REQUIRE(costs[0].ratio);
    CHECK(costs[0].ratio->value == Approx(84 / 10.35));
    CHECK(costs[0].ratio->low < 84 / 10.35);
    CHECK(costs[0].ratio->high > 84 / 10.35);
}

TEST_CASE("a discounted gain is held against a cost that is discounted alike")
{
    const Scratch folder;
    auto options = with_catalogue();
    options.statistic = MonthStatistic::discounted;
    options.yearly_discount = 0.1;
    const auto c = compare_runs(write_all(folder, base), {write_all(folder, cap)}, options);
    double weights = 0;
    for (int m = 0; m < 12; ++m) weights += std::pow(1.1, -m / 12.0);
    const auto& cost = c.scenarios[0].cost_effectiveness.front();
    CHECK(cost.total_cost == Approx(7 * weights));
    CHECK(cost.ratio->value == Approx(7 / 10.35)); // the same each month, so that the weights are gone
}

TEST_CASE("what is left after a policy has ended")
{
    const Scratch folder;
    Plan ended = cap;
    ended.policies = R"("rule": {"lever": "cap", "start_month": 13, "end_month": 19})";
    ended.end = 19;
    const auto c = compare_runs(write_all(folder, base), {write_all(folder, ended)}, with_catalogue());
    const auto& p = c.scenarios[0].persistence;
    REQUIRE_FALSE(p.empty());
    CHECK(p[0].end == 19);
    CHECK(p[0].after_first == 19);
    CHECK(p[0].during == Approx(-10.35 / 2)); // months 7 to 18, half of them with policy
    CHECK(p[0].after == 0);
    CHECK(p[0].share->value == Approx(0).margin(1e-12));
    CHECK_THAT(comparison_table(c), Catch::Contains("What is left after the end in month 19"));
}

TEST_CASE("who gains and who pays, firm by firm")
{
    const Scratch folder;
    const auto c = compare_runs(write_all(folder, base), {write_all(folder, cap)});
    REQUIRE(c.scenarios[0].winners);
    const auto& w = *c.scenarios[0].winners;
    CHECK(w.variable == "net_worth");
    CHECK(w.before == 12);
    CHECK(w.after == 24);
    REQUIRE(w.deciles.size() == 10);
    CHECK(*w.deciles[0].effect.mean_difference == Approx(2)); // the poorest firm: 12 for 10
    CHECK(w.deciles[0].better == 1);
    CHECK(*w.deciles[2].effect.mean_difference == Approx(-1)); // four firms in ten tenths: 0, 2, 5, 7
    CHECK(w.deciles[2].worse == 1);
    CHECK(*w.deciles[7].effect.mean_difference == Approx(10));
    CHECK(w.deciles[1].firms == 0);
}

TEST_CASE("a ranking names what is best and what is dominated")
{
    const Scratch folder;
    Plan worse = cap;
    worse.name = "worse";
    worse.later = {97, 55, 36, 9};
    const auto c = compare_runs(write_all(folder, base), {write_all(folder, cap), write_all(folder, worse)},
                                with_catalogue());
    REQUIRE(c.ranking);
    CHECK(c.ranking->dominated_by[0].empty());
    CHECK(c.ranking->dominated_by[1] == std::vector<std::string>{"cap"});
    CHECK(c.ranking->dominated[1] == Approx(1));
    CHECK(c.ranking->objectives[0].ranks == std::vector<int>{1, 2});
    CHECK(c.ranking->objectives[0].first[0] == Approx(1));
    CHECK_THAT(comparison_table(c), Catch::Contains("worse is dominated by cap"));
}

TEST_CASE("JSON keeps its keys and carries what a page needs")
{
    const Scratch folder;
    const auto json = comparison_json(
        compare_runs(write_all(folder, base), {write_all(folder, cap)}, with_catalogue()));
    const auto& s = json.at("scenarios").at(0);
    CHECK(json.at("format_version") == 1);
    CHECK(s.at("headline").at(0).at("role") == "goal");
    CHECK(s.at("headline").at(0).at("expected") == "falls");
    CHECK(s.at("headline").at(0).at("group") == "micro");
    CHECK(s.at("policies").at(0).at("lever") == "cap");
    CHECK(s.at("paths").at(0).at("difference").size() == 24);
    CHECK(s.at("winners").at("deciles").size() == 10);
    CHECK(s.at("cost_effectiveness").at(0).at("cost_per_unit").at("shape") == "between");
    CHECK(s.at("effects").at(0).at("bootstrap_low").is_number());
    CHECK(s.at("effects").at(0).at("formula") == "made");
    CHECK(json.at("ranking").is_null());
}

TEST_CASE("a wanted width says how many replicates it takes")
{
    const Scratch folder;
    auto options = with_catalogue();
    options.width = parse_width("1%");
    const auto c = compare_runs(write_all(folder, base), {write_all(folder, cap)}, options);
    const auto& e = c.scenarios[0].effects.at(0);
    REQUIRE(e.pairs_wanted);
    CHECK(*e.pairs_wanted > 2);
    CHECK(parse_width("0.5").percent == false);
    CHECK_THROWS_AS(parse_width("-1"), OutputError);
    CHECK_THROWS_AS(parse_width("wide"), OutputError);
}

TEST_CASE("a table of pairs instead of runs")
{
    const Scratch folder;
    std::ofstream(folder / "in.csv") << "scenario,indicator,replicate,base,other\ncap,y,0,1,2\ncap,y,1,1,4\ncap,y,2,1,"
                                        "\nfund,y,0,1,1\nfund,y,1,1,1\n";
    const auto c = compare_csv(folder / "in.csv");
    REQUIRE(c.scenarios.size() == 2);
    CHECK(*c.scenarios[0].effects[0].mean_difference == 2);
    CHECK(c.scenarios[0].effects[0].left_out == 1);
    REQUIRE(c.scenarios[0].left_out.size() == 1);
    CHECK_THAT(c.scenarios[0].left_out[0], Catch::Contains("replicate 2 of y has no value beside the base's"));
    CHECK_FALSE(c.scenarios[1].differs);
    std::ofstream(folder / "bad.csv") << "indicator,replicate,base,other\ny,0,1,2\ny,0,1,2\n";
    CHECK_THROWS_WITH(compare_csv(folder / "bad.csv"), Catch::Contains("line 3: y has replicate 0 twice"));
}

TEST_CASE("over the points of a design: what share of them has which sign")
{
    std::vector<ScenarioEffects> entries;
    for (const double effect : {-1.0, 2.0, 3.0, 0.0}) {
        ScenarioEffects e;
        e.scenario = "cap";
        PairedEffect y;
        y.indicator = "y";
        y.mean_difference = effect;
        y.low = effect - 1.5;
        y.high = effect + 1.5;
        e.effects.push_back(y);
        entries.push_back(e);
    }
    const auto rows = over_points(entries);
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].positive == 0.5);
    CHECK(rows[0].negative == 0.25);
    CHECK(rows[0].zero == 0.25);
    CHECK(rows[0].clearly_positive == 0.5);
    CHECK(rows[0].clearly_negative == 0);
    CHECK(rows[0].median == 1);
}
