// Small cases by hand or in exact fractions; data/morris_4_factors.csv and data/factorial_2_3.csv have outcomes of a formula
// that stands beside the expected figures. Large ones against the analytic indices of known functions.
#include <catch2/catch.hpp>

#include <cmath>
#include <fstream>
#include <numbers>

#include "analysis/sensitivity/sensitivity.hpp"
#include "scenarios/design.hpp"
#include "sim/error.hpp"
#include "sim/parallel.hpp"
#include "tests/output/scratch.hpp"

using namespace rongtong;

namespace {

const std::string data_folder = std::string(RONGTONG_SOURCE_DIR) + "/tests/analysis/data/";

std::filesystem::path write(const Scratch& folder, const std::string& text)
{
    std::ofstream(folder / "in.csv") << text;
    return folder / "in.csv";
}

Study study(const std::string& text, const StudyOptions& options = {})
{
    const Scratch folder;
    return study_of_csv(write(folder, text), options);
}

// A Saltelli design out of a plan's own generator, with the outcome of `f` on places in [0, 1).
template <class Function>
SobolIndices indices_of(std::size_t factors, int base, const Function& f, std::size_t resamples = 0)
{
    std::vector<Factor> list;
    for (std::size_t i = 0; i < factors; ++i) list.push_back({"x" + std::to_string(i + 1), 0});
    DesignRequest request;
    request.kind = "saltelli";
    request.points = base;
    const auto design = make_design(request, list);
    DesignTable table;
    Outcome outcome{"y", "", 0, {{}}};
    for (const auto& factor : list) table.factors.push_back(factor.name);
    for (const auto& point : design.points) {
        table.x.push_back(point.at);
        outcome.y[0].push_back(f(point.at));
    }
    table.block = design.texts[0].second;
    table.row.assign(design.numbers[0].second.begin(), design.numbers[0].second.end());
    return sobol_indices(table, outcome, 0.95, resamples);
}

double ishigami(const std::vector<double>& x)
{
    const auto z = [&](std::size_t i) { return std::numbers::pi * (2 * x[i] - 1); };
    return std::sin(z(0)) + 7 * std::pow(std::sin(z(1)), 2) + 0.1 * std::pow(z(2), 4) * std::sin(z(0));
}

// Sobol's g with a = 0, 1, 4.5, 9.
const std::vector<double> g_a{0, 1, 4.5, 9};
double sobol_g(const std::vector<double>& x)
{
    double product = 1;
    for (std::size_t i = 0; i < x.size(); ++i) product *= (std::fabs(4 * x[i] - 2) + g_a[i]) / (1 + g_a[i]);
    return product;
}

// y = 2 x1 + x2^2 + 4 x1 x2 + 1 on four rows, in eighths.
const char* small_saltelli = R"(block,row,x1,x2,y
A,0,0.125,0.75,2.1875
A,1,0.625,0.25,2.9375
A,2,0.375,0.875,3.828125
A,3,0.875,0.5,4.75
B,0,0.5,0.125,2.265625
B,1,0.25,0.625,2.515625
B,2,0.75,0.375,3.765625
B,3,0,0.875,1.765625
AB1,0,0.5,0.75,4.0625
AB1,1,0.25,0.25,1.8125
AB1,2,0.75,0.875,5.890625
AB1,3,0,0.5,1.25
AB2,0,0.125,0.125,1.328125
AB2,1,0.625,0.625,4.203125
AB2,2,0.375,0.375,2.453125
AB2,3,0.875,0.875,6.578125
)";

} // namespace

TEST_CASE("Sobol: the formulas on four rows, in exact fractions")
{
    const auto s = study(small_saltelli);
    const auto indices = sobol_indices(s.design, s.outcomes[0], 0.95, 0);
    CHECK(indices.rows == 4);
    CHECK(indices.mean == Approx(1537.0 / 512).epsilon(1e-14));
    CHECK(indices.variance == Approx(239079.0 / 262144).epsilon(1e-14));
    CHECK(indices.factors[0].saltelli == Approx(196928.0 / 239079).epsilon(1e-13));
    CHECK(indices.factors[0].saltelli_centred == Approx(110728.0 / 79693).epsilon(1e-13));
    CHECK(indices.factors[0].jansen == Approx(-39601.0 / 239079).epsilon(1e-13));
    CHECK(indices.factors[0].total == Approx(697472.0 / 239079).epsilon(1e-13));
    CHECK(indices.factors[1].saltelli_centred == Approx(-215806.0 / 239079).epsilon(1e-13));
    CHECK(indices.factors[1].total == Approx(248152.0 / 239079).epsilon(1e-13));
    CHECK(indices.factors[1].first_clean ==
          Approx(indices.factors[1].saltelli_centred)); // one replicate: nothing to take out
    CHECK(indices.noise_share == Approx(0).margin(1e-12));
}

TEST_CASE("Sobol: a design is known without its columns, by how its lines follow each other")
{
    std::string bare = "x1,x2,y\n";
    std::istringstream lines(small_saltelli);
    std::string line;
    std::getline(lines, line);
    while (std::getline(lines, line)) bare += line.substr(line.find(',', line.find(',') + 1) + 1) + "\n";
    const auto s = study(bare), t = study(small_saltelli);
    REQUIRE_FALSE(s.design.block.empty());
    CHECK(sobol_indices(s.design, s.outcomes[0], 0.95, 0).factors[1].total ==
          sobol_indices(t.design, t.outcomes[0], 0.95, 0).factors[1].total);
}

TEST_CASE("Sobol: Ishigami's function and Sobol's g at 4 096 base points, within 0.02 of the exact indices")
{
    const auto ishi = indices_of(3, 4096, ishigami, 200);
    const double first[] = {0.31390519, 0.44241114, 0}, total[] = {0.55758886, 0.44241114, 0.24368366};
    for (std::size_t i = 0; i < 3; ++i) {
        CHECK(ishi.factors[i].first_clean == Approx(first[i]).margin(0.02));
        CHECK(ishi.factors[i].total_clean == Approx(total[i]).margin(0.02));
        REQUIRE(ishi.factors[i].first_interval);
        CHECK(ishi.factors[i].first_interval->low < first[i] + 0.01);
        CHECK(ishi.factors[i].first_interval->high > first[i] - 0.01);
        CHECK(ishi.factors[i].total_interval->high - ishi.factors[i].total_interval->low < 0.1);
    }
    const auto g = indices_of(4, 4096, sobol_g);
    double all = 1;
    for (const double a : g_a) all *= 1 + 1 / (3 * (1 + a) * (1 + a));
    for (std::size_t i = 0; i < 4; ++i) {
        const double own = 1 / (3 * (1 + g_a[i]) * (1 + g_a[i]));
        CHECK(g.factors[i].first_clean == Approx(own / (all - 1)).margin(0.02));
        CHECK(g.factors[i].total_clean == Approx(own * all / (1 + own) / (all - 1)).margin(0.02));
    }
}

TEST_CASE("Sobol: the noise of replicates is taken out, also where they share their luck over the points")
{
    const auto s = study(small_saltelli);
    Outcome noisy = s.outcomes[0];
    // Each replicate shifts all points alike, and swings of +-1 that cancel over four replicates but not in products.
    noisy.y.assign(4, s.outcomes[0].y[0]);
    for (std::size_t r = 0; r < 4; ++r)
        for (std::size_t p = 0; p < noisy.y[r].size(); ++p)
            noisy.y[r][p] += 10.0 * static_cast<double>(r) + (((p * 7 + r * 3) % 4) < 2 ? 1.0 : -1.0);
    const auto clean = sobol_indices(s.design, s.outcomes[0], 0.95, 0), with = sobol_indices(s.design, noisy, 0.95, 0);
    CHECK(with.replicates == 4);
    CHECK(with.clean_variance < with.variance);
    CHECK(with.factors[0].total == Approx(clean.factors[0].total)); // swings cancel in the means
    // By hand: products of different replicates of d + e, with sum of e zero and sum of e^2 four, are (16 d^2 - 4 d^2 - 4) / 12.
    CHECK(with.clean_variance == Approx(clean.variance - 1.0 / 3).epsilon(1e-9));
}

TEST_CASE("Sobol: a hole leaves its row out, a missing block is told, threads do not matter")
{
    std::string hole = small_saltelli;
    hole.replace(hole.find("2.1875"), 6, "NA");
    const auto s = study(hole);
    CHECK(sobol_indices(s.design, s.outcomes[0], 0.95, 0).left_out == 1);
    CHECK(s.notes.size() == 1);
    const std::string text = small_saltelli;
    const auto cut = study(text.substr(0, text.find("AB2,3")));
    CHECK_THROWS_WITH(sobol_indices(cut.design, cut.outcomes[0], 0.95, 0),
                      Catch::Contains("row 3") && Catch::Contains("AB_x2"));
    const auto full = study(small_saltelli);
    const auto at = [&](int threads) {
        return with_threads(threads, [&] {
            return sobol_indices(full.design, full.outcomes[0], 0.9, 300).factors[0].total_interval->high;
        });
    };
    CHECK(at(1) == at(5));
}

TEST_CASE("Morris: elementary effects with the sign of the step")
{
    const auto s = study_of_csv(data_folder + "morris_4_factors.csv", {});
    CHECK(s.design.points() == 50);
    const auto f = morris_effects(s.design, s.outcomes[0], 0.95, 200);
    REQUIRE(f.size() == 4); // y = 3 x1 - 2 x2 + 4 x3 x4
    CHECK(f[0].mu == Approx(3).epsilon(1e-9));
    CHECK(f[0].sigma == Approx(0).margin(1e-12));
    CHECK(f[1].mu == Approx(-2).epsilon(1e-9));
    CHECK(f[1].mu_star == Approx(2).epsilon(1e-9));
    CHECK(f[2].mu == Approx(28.0 / 15).epsilon(1e-9));
    CHECK(f[2].sigma == Approx(1.1243653902820903).epsilon(1e-9));
    CHECK(f[3].mu_star == Approx(26.0 / 15).epsilon(1e-9));
    CHECK(f[3].sigma == Approx(1.0976968031314194).epsilon(1e-9));
    CHECK(f[2].n == 10);
    CHECK(f[2].mu_star_scaled == Approx(28.0 / 15)); // the factors run from 0 to 1
    REQUIRE(f[2].mu_star_interval);
    CHECK(f[2].mu_star_interval->low < f[2].mu_star);
}

TEST_CASE("regression: exact on a line, and against a small case by hand")
{
    const auto line = study("a,b,y\n0,0,1\n1,0,3\n0,1,-2\n1,1,0\n2,1,2\n");
    const auto exact = regression(line.design, line.outcomes[0], 0.95);
    CHECK(exact.intercept == Approx(1));
    CHECK(exact.factors[0].coefficient == Approx(2));
    CHECK(exact.factors[1].coefficient == Approx(-3));
    CHECK(exact.r_squared == Approx(1));
    // x 1..5, y 2 4 5 4 5: slope 0.6, intercept 2.2, R squared 0.6, se of the slope sqrt(2.4 / 3 / 10)
    const auto few = study("x,y\n1,2\n2,4\n3,5\n4,4\n5,5\n");
    const auto r = regression(few.design, few.outcomes[0], 0.95);
    CHECK(r.factors[0].coefficient == Approx(0.6).epsilon(1e-12));
    CHECK(r.intercept == Approx(2.2).epsilon(1e-12));
    CHECK(r.r_squared == Approx(0.6).epsilon(1e-12));
    CHECK(r.factors[0].se == Approx(std::sqrt(0.08)).epsilon(1e-12));
    CHECK(r.factors[0].high == Approx(0.6 + 3.1824463052837 * std::sqrt(0.08)).epsilon(1e-9));
    CHECK(r.factors[0].standardised == Approx(std::sqrt(0.6)).epsilon(1e-12));
    // a column that another one holds already has no coefficient
    const auto twice = study("a,b,y\n1,2,1\n2,4,3\n3,6,2\n4,8,5\n5,10,4\n");
    CHECK(regression(twice.design, twice.outcomes[0], 0.95).left_out == std::vector<std::string>{"b"});
    const auto short_one = study("a,b,y\n1,2,1\n2,4,3\n3,7,2\n");
    CHECK_THROWS_WITH(regression(short_one.design, short_one.outcomes[0], 0.95), Catch::Contains("needs 4"));
}

TEST_CASE("factorial: effects of a full design, twice the coefficients of its formula")
{
    // y = 60 + 11.5 x1 - 2.5 x2 + 0.75 x3 + 0.75 x1 x2 + 5 x1 x3 + 0.25 x1 x2 x3
    const auto s = study_of_csv(data_folder + "factorial_2_3.csv", {});
    const auto f = factorial_effects(s.design, s.outcomes[0], 3, 0.95);
    const std::vector<std::pair<std::string, double>> expected{
        {"x1", 23}, {"x2", -5}, {"x3", 1.5}, {"x1:x2", 1.5}, {"x1:x3", 10}, {"x2:x3", 0}, {"x1:x2:x3", 0.5}};
    REQUIRE(f.terms.size() == expected.size());
    CHECK(f.mean == Approx(60));
    for (std::size_t i = 0; i < expected.size(); ++i) {
        CHECK(f.terms[i].term == expected[i].first);
        CHECK(f.terms[i].effect == Approx(expected[i].second).margin(1e-12));
        CHECK(f.terms[i].coefficient == Approx(expected[i].second / 2).margin(1e-12));
        CHECK_FALSE(f.terms[i].p); // one replicate
    }
    CHECK(factorial_effects(s.design, s.outcomes[0], 1, 0.95).terms.size() == 3);
}

TEST_CASE("factorial: replicates give intervals, words are levels, a fraction names what it can't tell apart")
{
    const auto s = study("tax,cap,replicate,y\n"
                         "off,off,0,1\non,off,0,3\noff,on,0,2\non,on,0,6\n"
                         "off,off,1,2\non,off,1,4\noff,on,1,3\non,on,1,8\n"
                         "off,off,2,0\non,off,2,2\noff,on,2,1\non,on,2,5\n");
    const auto f = factorial_effects(s.design, s.outcomes[0], 2, 0.95);
    CHECK((f.levels[0] == std::pair<std::string, std::string>{"off", "on"}));
    REQUIRE(f.terms.size() == 3);
    CHECK(f.terms[2].term == "tax:cap"); // by replicate 1, 1.5, 1: mean 7/6, se 1/6
    CHECK(f.terms[2].effect == Approx(7.0 / 6));
    CHECK(*f.terms[2].low == Approx(7.0 / 6 - 4.30265272974946 / 6).epsilon(1e-9));
    CHECK(*f.terms[2].p_holm >= *f.terms[2].p);
    const auto half = study("a,b,c,y\n-1,-1,1,1\n1,-1,-1,2\n-1,1,-1,3\n1,1,1,9\n");
    const auto g = factorial_effects(half.design, half.outcomes[0], 3, 0.95);
    REQUIRE(g.terms.size() == 3);
    CHECK(g.terms[0].aliases == std::vector<std::string>{"b:c"});
    CHECK_THAT(g.notes.at(0), Catch::Contains("a:b:c is the same at every point"));
    const auto three = study("a,b,y\n1,1,1\n2,1,2\n3,2,3\n1,2,4\n");
    CHECK_THROWS_WITH(factorial_effects(three.design, three.outcomes[0], 2, 0.95), Catch::Contains("a has 3 values"));
}

TEST_CASE("a table over time, and one beside its plan's design")
{
    const auto s = study(
        "a,b,month,y\n0,0,12,1\n1,0,12,2\n0,1,12,3\n1,1,12,4\n0,0,24,1\n1,0,24,9\n0,1,24,1\n1,1,24,9\n");
    REQUIRE(s.outcomes.size() == 2);
    CHECK(s.outcomes[1].month == 24);
    CHECK(regression(s.design, s.outcomes[0], 0.9).factors[0].coefficient == Approx(1));
    CHECK(regression(s.design, s.outcomes[1], 0.9).factors[0].coefficient == Approx(8));
    StudyOptions options;
    options.design = s.design;
    CHECK(study("point,y\n3,4\n0,1\n1,2\n2,3\n", options).outcomes[0].y[0] == std::vector<double>{1, 2, 3, 4});
    CHECK_THROWS_WITH(study("point,y\n4,1\n", options),
                      Catch::Contains("line 2: there is no point 4; the design has 0 to 3"));
    CHECK_THROWS_WITH(study("a,month,y\n1,1,1\n1,1,2\n"), Catch::Contains("line 3"));
}

TEST_CASE("a surface: few values as they are, many in classes")
{
    const auto s = study("a,b,y\n0,0,1\n1,0,2\n0,1,3\n1,1,4\n1,1,6\n");
    const auto made = surface(s.design, s.outcomes[0], "a", "b");
    CHECK(made.row_values == std::vector<std::string>{"0", "1"});
    CHECK(made.mean[1][1] == 5);
    CHECK(made.points[1][1] == 2);
    CHECK_THROWS_WITH(surface(s.design, s.outcomes[0], "a", "z"), Catch::Contains("no factor 'z'"));
}
