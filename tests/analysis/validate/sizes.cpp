#include <catch2/catch.hpp>

#include "analysis/validate/growth.hpp"
#include "analysis/validate/tails.hpp"
#include "analysis/validate/within.hpp"
#include "tests/analysis/validate/synthetic.hpp"

using namespace rongtong::validation;

TEST_CASE("tail exponent of a Pareto distribution, and of one that begins above a body")
{
    std::mt19937_64 random(2);
    std::uniform_real_distribution<double> uniform;
    std::lognormal_distribution<double> body(1, 0.4);
    std::vector<double> pure, mixed, whole;
    for (int i = 0; i < 20000; ++i) {
        const double draw = 1 - uniform(random);
        pure.push_back(std::pow(draw, -1 / 1.2));
        whole.push_back(std::floor(std::pow(draw, -1 / 1.5) * 5 + 0.5));
        mixed.push_back(i % 4 == 0 ? 10 * std::pow(draw, -1 / 1.3) : std::min(10.0, body(random)));
    }
    CHECK(fit_tail(pure, false)->exponent == Approx(1.2).epsilon(0.05));
    CHECK(fit_tail(whole, true)->exponent == Approx(1.5).epsilon(0.05));
    const auto tail = fit_tail(mixed, false);
    CHECK(tail->exponent == Approx(1.3).epsilon(0.05));
    CHECK(tail->cut_off >= 9.9);
    CHECK(!fit_tail({1, 2, 3}, false));
}

TEST_CASE("growth of firms that are there twice")
{
    const Firms before{1, {1, 2, 3, 5}, {{"revenue", {1, 2, 0, 4}}}}, after{13, {1, 3, 5}, {{"revenue", {2, 1, 4}}}};
    const auto grown = growth_of(before, after, "revenue");
    REQUIRE(grown.size() == 2);
    CHECK(grown[0].rate == Approx(std::log(2.0)));
    CHECK(grown[1].size == 4);
    CHECK(grown[1].rate == 0);
}

TEST_CASE("Laplace or normal: by hand, and the sign on draws of each")
{
    // -1, 0, 0, 1: b = 1/2, s^2 = 1/2: -ln 1 - 1 + ln(pi)/2 + 1/2.
    const std::vector<Grown> four{{1, -1}, {1, 0}, {1, 0}, {1, 1}};
    CHECK(laplace_over_normal(four) == Approx(0.5 * std::log(M_PI) - 0.5));
    std::mt19937_64 random(3);
    std::normal_distribution<double> normal;
    std::exponential_distribution<double> exponential;
    std::vector<Grown> laplace, gauss;
    for (int i = 0; i < 5000; ++i) {
        laplace.push_back({1, (i % 2 ? 1 : -1) * exponential(random)});
        gauss.push_back({1, normal(random)});
    }
    CHECK(laplace_over_normal(laplace) == Approx(0.5 * std::log(M_PI) - 0.5).margin(0.02)); // same value: s^2 = 2 b^2
    CHECK(laplace_over_normal(gauss) < -0.03);
}

TEST_CASE("spread falls with size by the slope that was put in")
{
    std::mt19937_64 random(4);
    std::normal_distribution<double> normal;
    std::vector<Grown> grown;
    for (int i = 0; i < 40000; ++i) {
        const double size = std::exp(2 * normal(random));
        grown.push_back({size, 0.3 * std::pow(size, -0.15) * normal(random)});
    }
    CHECK(log_slope(spread_by_size(grown)) == Approx(-0.15).margin(0.01));
    CHECK(std::isnan(log_slope(spread_by_size({{1, 1}, {2, 2}}))));
}

TEST_CASE("Gini coefficient by hand")
{
    CHECK(gini({1, 1, 1}) == Approx(0.0).margin(1e-12));
    CHECK(gini({0, 0, 0, 1}) == Approx(0.75));
    CHECK(gini({1, 3}) == Approx(0.25));
}

TEST_CASE("ratios and logarithms within sectors")
{
    std::vector<double> values, sectors, weights;
    for (int i = 1; i <= 21; ++i) { // quantiles .1 and .9 of 1 to 21 are 3 and 19
        values.insert(values.end(), {double(i), 10.0 * (i + 10)});
        sectors.insert(sectors.end(), {0, 1});
        weights.insert(weights.end(), {1, 3});
    }
    values.push_back(1e9); // a sector of one firm
    sectors.push_back(2);
    weights.push_back(100);
    CHECK(within_ratio(values, sectors, weights) == Approx((19.0 / 3 + 3 * 29.0 / 13) / 4));
    const auto logs = within_logs({1, std::exp(2.0), 5, -1}, {0, 0, 1, 1});
    CHECK(logs[0] == Approx(-1));
    CHECK(logs[1] == Approx(1));
    CHECK(logs[2] == Approx(0).margin(1e-12));
    CHECK(std::isnan(logs[3]));
    const auto rates = rates_by_quarter({1, 2, 3, 4, 5, 6, 7, 8, logs[3]},
                                        {true, true, true, false, false, false, false, true, true});
    CHECK(rates == std::array{1.0, 0.5, 0.0, 0.5});
    CHECK(both_known({1, logs[3], 3}, {4, 5, 6}).second == std::vector<double>{4, 6});
}
