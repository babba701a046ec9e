// Expected figures are worked out apart from us: by hand, or in 30 digits with mpmath, as each case says.
#include <catch2/catch.hpp>

#include <cmath>
#include <fstream>
#include <limits>

#include "analysis/statistics/bootstrap.hpp"
#include "analysis/statistics/csv_table.hpp"
#include "analysis/statistics/figures.hpp"
#include "analysis/statistics/inference.hpp"
#include "analysis/statistics/moments.hpp"
#include "sim/error.hpp"
#include "sim/parallel.hpp"
#include "tests/output/scratch.hpp"

using namespace rongtong;

namespace {

std::filesystem::path write(const Scratch& folder, const char* name, const std::string& text)
{
    std::ofstream(folder / name) << text;
    return folder / name;
}

const std::vector<double> ten_values{1.2, 3.4, 0.7, 2.9, 5.1, 1.8, 2.2, 4.0, 0.3, 2.6};

double mean_of(const std::vector<std::uint32_t>& rows)
{
    double sum = 0;
    for (const auto row : rows) sum += ten_values[row];
    return sum / static_cast<double>(rows.size());
}

} // namespace

TEST_CASE("moments: far from zero no digit is lost")
{
    const double far = 1e9;
    const auto moments = moments_of({far + 1, far + 2, far + 3, far + 6});
    CHECK(moments.mean == far + 3);
    CHECK(moments.variance == Approx(14 / 3.0).epsilon(1e-12));
    CHECK(moments_of({5}).deviation() == 0);
}

TEST_CASE("Holm: by hand, and what was not tested does not count")
{
    const auto adjusted = holm({0.01, 0.04, std::nullopt, 0.03, 0.005});
    CHECK(*adjusted[4] == Approx(0.02));
    CHECK(*adjusted[0] == Approx(0.03));
    CHECK(*adjusted[3] == Approx(0.06));
    CHECK(*adjusted[1] == Approx(0.06)); // no smaller than the one before it
    CHECK_FALSE(adjusted[2]);
}

TEST_CASE("bootstrap: the interval of a mean lies where its theory says")
{
    const auto both = bootstrap(ten_values.size(), mean_of, 0.95, 20000);
    // mean 2.42; the resampled mean has the standard error sqrt(2.0276 / 10) = 0.4503
    REQUIRE(both.percentile);
    CHECK(both.percentile->low == Approx(2.42 - 1.96 * 0.4503).margin(0.06));
    CHECK(both.percentile->high == Approx(2.42 + 1.96 * 0.4503).margin(0.06));
    REQUIRE(both.bca);
    CHECK(both.bca->low > both.percentile->low); // the sample is skewed to the right
    CHECK(both.bca->high > both.percentile->high);
}

TEST_CASE("bootstrap: the same on any number of threads, other with another key")
{
    const auto at = [](int threads, std::uint32_t key) {
        return with_threads(threads, [&] { return bootstrap(ten_values.size(), mean_of, 0.9, 500, key); });
    };
    CHECK(at(1, 0).bca->low == at(3, 0).bca->low);
    CHECK(at(1, 0).percentile->high == at(7, 0).percentile->high);
    CHECK(at(1, 0).percentile->high != at(1, 1).percentile->high);
}

TEST_CASE("bootstrap: values all alike have no BCa interval, and too few existing ones none at all")
{
    CHECK_FALSE(bca_interval({2, 2, 2}, 3, {2, 2}, 0.95));
    const double none = std::nan("");
    CHECK_FALSE(percentile_interval({1, none, none}, 0.95));
    CHECK(percentile_interval({1, 2, 3, none}, 0.5)->low == 1.5);
}

TEST_CASE("Fieller: by hand, bounded, outside and everything")
{
    // both means 0.1, variances of the means 1/3, no covariance: b^2 - ac = 0.0001 - 3.37^2 < 0
    CHECK(fieller({1.1, -0.9, 1.1, -0.9}, {1.1, 1.1, -0.9, -0.9}, 0.95)->shape == Ratio::Shape::everything);
    // above {9, 10, 11, 10}, below {2, 2, 2, 2}: no spread below, so mean/2 -+ t(0.975, 3) * se / 2, se = sqrt(2/3)/2
    const auto exact = fieller({9, 10, 11, 10}, {2, 2, 2, 2}, 0.95);
    REQUIRE(exact);
    CHECK(exact->shape == Ratio::Shape::bounded);
    CHECK(exact->value == 5);
    const double half = 3.1824463052837 * std::sqrt(2.0 / 3) / 2 / 2;
    CHECK(exact->low == Approx(5 - half).epsilon(1e-10));
    CHECK(exact->high == Approx(5 + half).epsilon(1e-10));
    // the mean below can't be told from 0, the mean above can: only small ratios are ruled out
    CHECK(fieller({100, 101, 99, 100}, {1, -1, 2, -1.5}, 0.95)->shape == Ratio::Shape::outside);
    CHECK_FALSE(fieller({1}, {1}, 0.95));
}

TEST_CASE("pairs for a width, and power by the noncentral t distribution")
{
    // 2 t(0.975, n - 1) / sqrt(n) <= 1 first at n = 18 (t = 2.1098): 0.9946; at n = 17 (t = 2.1199) it is 1.0283
    CHECK(pairs_for_width(1, 1, 0.95) == 18u);
    CHECK_FALSE(pairs_for_width(1, 1e-9, 0.95));
    // n = 10, effect one standard deviation: 0.8030968 (numerical integration of the definition)
    CHECK(power_of_pairs(10, 1, 1, 0.95) == Approx(0.8030968).epsilon(1e-5));
    CHECK(power_of_pairs(10, 0, 1, 0.95) == Approx(0.05));
    CHECK(power_of_pairs(10, detectable_effect(10, 2, 0.95), 2, 0.95) == Approx(0.8).epsilon(1e-9));
}

TEST_CASE("a CSV: quotes, comments, blanks and what is missing")
{
    const Scratch folder;
    const CsvTable table(write(folder, "a.csv", "name, x\r\n# said aside\n\"a, \"\"b\"\"\",1.5\n\nc, NA\nd,\n"));
    CHECK(table.columns() == std::vector<std::string>{"name", "x"});
    CHECK(table.texts("name")[0] == "a, \"b\"");
    CHECK(table.numbers("x")[0] == 1.5);
    CHECK(std::isnan(table.numbers("x")[1]));
    CHECK(std::isnan(table.numbers("x")[2]));
    CHECK(table.line_of(0) == 3);
    CHECK_FALSE(table.is_number("name"));
}

TEST_CASE("a CSV: all problems at once, with their lines")
{
    const Scratch folder;
    const auto bad = write(folder, "bad.csv", "x,y\n1,a\n2\n3,b\n");
    CHECK_THROWS_WITH(CsvTable(bad), Catch::Contains("line 3: 1 fields, where the first line has 2"));
    const CsvTable words(write(folder, "words.csv", "x,y\n1,a\n2,b\n"));
    CHECK_THROWS_WITH(words.numbers("y"), Catch::Contains("line 2: y is 'a'") && Catch::Contains("line 3: y is 'b'"));
    CHECK_THROWS_WITH(words.require({"z", "x", "w"}), Catch::Contains("no column 'z', 'w'; it has 'x', 'y'"));
    CHECK_THROWS_WITH(CsvTable(write(folder, "empty.csv", "")), Catch::Contains("is empty"));
    CHECK_THROWS_WITH(CsvTable(write(folder, "twice.csv", "x,x\n1,2\n")), Catch::Contains("'x' stands there twice"));
    CHECK_THROWS_AS(CsvTable(folder / "none.csv"), OutputError);
}

TEST_CASE("figures for people")
{
    CHECK(figure(1234567.0) == "1,234,567");
    CHECK(figure(0.12345678) == "0.1235");
    CHECK(figure(-0.0) == "0");
    CHECK(figure(std::nan("")) == "-");
    CHECK(aligned_table({{"a", "1"}, {"万元", "22"}}, {0}) == "a      1\n万元  22\n");
}

TEST_CASE("a spread beyond all figures has no power, and no library's words")
{
    constexpr double beyond = std::numeric_limits<double>::infinity();
    CHECK(std::isnan(power_of_pairs(4, beyond, beyond, 0.95)));
    CHECK_FALSE(std::isfinite(detectable_effect(4, beyond, 0.95, 0.8)));
}
