// What compare says beyond effects: headline, groups, cost, persistence, winners, ranking, points, on small files whose figures
// can be worked out by hand.
#include <catch2/catch.hpp>

#include <array>
#include <cmath>
#include <fstream>

#include "analysis/compare.hpp"
#include "output/results_writer.hpp"
#include "sim/error.hpp"
#include "tests/output/scratch.hpp"

using namespace rongtong;
namespace fs = std::filesystem;

namespace {

struct Figures {
    double output = 100, days_micro = 60, days_large = 30, cost = 0;
};

// Months 1 to 24; `later` from month 13 on (to month 18 where it ends). Four firms in the panel of months 12 and 24.
struct Plan {
    std::string name, policies;
    Figures before{}, later{};
    int end = 99;
    std::vector<double> firms{10, 20, 30, 40};
    std::vector<int> skip{};
};

// Month, firm and net worth of four firms; 10, 20, 30, 40 where nothing is given.
std::size_t put_panel(ResultsWriter& w, const std::array<VariableId, 3>& columns, int month,
                      const std::vector<double>& worth, double luck)
{
    std::vector<double> values{10, 20, 30, 40};
    for (std::size_t i = 0; i < worth.size(); ++i) values[i] = worth[i] + luck;
    w.put(columns[0], std::vector<std::int32_t>(4, month));
    w.put(columns[1], std::vector<std::uint64_t>{0, 1, 2, 3});
    w.put(columns[2], values);
    return 4;
}

void write(const fs::path& path, const Plan& plan, std::uint64_t replicate)
{
    ResultsWriter w(path);
    w.attribute("/", "scenario",
                R"({"name": ")" + plan.name + R"(", "firms": 4, "rate": 0.1, "policies": {)" + plan.policies + "}}");
    w.attribute("/", "seed", std::uint64_t{1});
    w.attribute("/", "replicate", replicate);
    const auto month = w.unlimited(
        {.path = "/month", .block = 4, .has_values = true, .text = {"month", "month", "", {}}});
    w.dimension({"/size", 2, std::vector<std::string>{"micro", "large"}, {}});
    const auto output = w.variable({"/output", ValueType::float64, {"month"}, {"yuan", "output", "made", {}}});
    const auto cost = w.variable({"/fiscal_cost", ValueType::float64, {"month"}, {"yuan", "cost", "", {}}});
    const auto rate = w.variable({"/unemployment_rate", ValueType::float64, {"month"}, {"1", "rate", "", {}}});
    const auto days = w.variable(
        {"/by_size/days_receivable", ValueType::float64, {"month", "size"}, {"d", "days", "", {}}});
    const auto revenue = w.variable(
        {"/by_size/revenue", ValueType::float64, {"month", "size"}, {"yuan", "sales", "", {}}});
    const auto row = w.unlimited({.path = "/panel/row", .block = 4, .text = {"1", "row", "", {}}});
    const auto panel_month = w.variable({"/panel/month", ValueType::int32, {"row"}, {"month", "", "", {}}});
    const auto firm = w.variable({"/panel/firm", ValueType::uint64, {"row"}, {"1", "", "", {}}});
    const auto worth = w.variable({"/panel/net_worth", ValueType::float64, {"row"}, {"yuan", "", "", {}}});
    const double luck = 0.1 * static_cast<double>(replicate * replicate); // shared by the pair
    for (int m = 1; m <= 24; ++m) {
        if (std::find(plan.skip.begin(), plan.skip.end(), m) != plan.skip.end()) continue;
        const bool with = m >= 13 && m < plan.end;
        const Figures& f = with ? plan.later : plan.before;
        const double wobble = with && plan.policies.size() ? luck : 0; // so that effects differ between pairs
        w.put(output, f.output + luck + wobble);
        w.put(cost, with ? f.cost : 0.0);
        w.put(rate, 0.05);
        w.put(days, std::vector<double>{f.days_micro - wobble, f.days_large});
        w.put(revenue, std::vector<double>{30, f.output - 30});
        w.advance(month, static_cast<std::int32_t>(m));
        if (m % 12 == 0)
            w.advance_rows(
                row, put_panel(w, {panel_month, firm, worth}, m, m == 12 ? std::vector<double>{} : plan.firms, luck));
    }
    w.finish();
}

fs::path write_all(const Scratch& folder, const Plan& plan, std::uint64_t replicates = 4)
{
    const auto path = folder.path / plan.name;
    fs::create_directory(path);
    for (std::uint64_t r = 0; r < replicates; ++r) write(path / (std::to_string(r) + ".h5"), plan, r);
    return path;
}

const Plan base{"base", ""};
const Plan cap{"cap", R"("rule": {"lever": "cap", "start_month": 13})", {}, {98, 50, 35, 7}, 99, {12, 19, 30, 50}};

CompareOptions with_catalogue()
{
    CompareOptions options;
    options.catalogue["cap"] = {
        {{"days_receivable", "size", "micro", Role::goal, -1, "cap"}},
        {{"days_receivable", "size", "large", Role::harm, 1, "cap"}, {"output", "", "", Role::harm, -1, "cap"}}};
    return options;
}

const PairedEffect* find(const std::vector<PairedEffect>& effects, const std::string& name, const std::string& group)
{
    for (const auto& e : effects)
        if (e.indicator == name && e.group == group) return &e;
    return nullptr;
}

} // namespace

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

namespace {

// Nearly normal: twelve uniform draws of a linear congruential generator.
double draw(std::uint64_t& state)
{
    double sum = -6;
    for (int i = 0; i < 12; ++i) {
        state = state * 6364136223846793005ULL + 1442695040888963407ULL;
        sum += static_cast<double>(state >> 11) * 0x1p-53;
    }
    return sum;
}

} // namespace

TEST_CASE("identical policies: as many false findings as the level allows, and a planted effect is found as often as "
          "its power")
{
    // 200 comparisons of 12 pairs that differ by luck alone.
    std::uint64_t state = 12345;
    int rejected = 0, family = 0, found = 0, bootstrap_misses = 0;
    const double planted = detectable_effect(12, std::sqrt(2.0), 0.95); // found with 80 % power
    for (int c = 0; c < 200; ++c) {
        std::vector<PairedSample> samples;
        for (int i = 0; i < 5; ++i) {
            PairedSample s{"y" + std::to_string(i), "1", "", {}, {}};
            for (int pair = 0; pair < 12; ++pair) s.base.push_back(draw(state)), s.other.push_back(draw(state));
            samples.push_back(s);
        }
        std::vector<PairedEffect> effects{paired_effect(samples[0])};
        for (std::size_t i = 1; i < samples.size(); ++i) effects.push_back(paired_difference(samples[i]));
        std::vector<PairedEffect*> together;
        for (auto& effect : effects) together.push_back(&effect);
        adjust_by_holm(together);
        rejected += *effects[0].p < 0.05;
        bootstrap_misses += *effects[0].percentile_low > 0 || *effects[0].percentile_high < 0;
        family += std::any_of(effects.begin(), effects.end(), [](const auto& e) { return *e.p_holm < 0.05; });
        for (double& value : samples[0].other) value += planted;
        found += *paired_difference(samples[0]).p < 0.05;
    }
    // 99.9 % bands of Binomial(200, 0.05) and Binomial(200, 0.8); Holm's rate is at most 0.05.
    CHECK(rejected >= 1);
    CHECK(rejected <= 22);
    CHECK(family <= 22);
    CHECK(found >= 140);
    CHECK(found <= 178);
    CHECK(bootstrap_misses <= 34); // percentile intervals of 12 pairs are a little short
}
