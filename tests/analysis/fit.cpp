#include <catch2/catch.hpp>

#include <cmath>
#include <limits>

#include "analysis/fit/figures.hpp"
#include "analysis/fit/report.hpp"
#include "analysis/fit/space.hpp"
#include "sim/parallel.hpp"

using namespace rongtong;

namespace {

constexpr double nothing = std::numeric_limits<double>::quiet_NaN();

MomentTarget value(double value, double sd, bool used = true) { return {"v", value, sd, {}, {}, 1, used}; }
MomentTarget band(std::optional<double> low, std::optional<double> high) { return {"b", {}, {}, low, high, 1, true}; }

// Scattered by irrational steps.
std::vector<std::vector<double>> scattered(std::size_t points, std::size_t factors)
{
    static const double steps[] = {0.618033988749895, 0.414213562373095, 0.732050807568877, 0.236067977499790};
    std::vector<std::vector<double>> x(points, std::vector<double>(factors));
    for (std::size_t p = 0; p < points; ++p)
        for (std::size_t f = 0; f < factors; ++f) x[p][f] = std::fmod(static_cast<double>(p + 1) * steps[f], 1);
    return x;
}

template <class F>
std::vector<TriedPoint> tried(const std::vector<std::vector<double>>& x, F figures, double variance = 0)
{
    std::vector<TriedPoint> points;
    for (const auto& at : x) {
        auto y = figures(at);
        points.push_back({1, at, y, std::vector<double>(y.size(), variance)});
    }
    return points;
}

// Each factor is its own moment, without noise.
HistoryMatch identity(std::size_t factors, double sd)
{
    HistoryMatch match(std::vector<MomentTarget>(factors, value(0.5, sd)), {});
    match.add_wave(tried(scattered(40, factors), [](const auto& x) { return x; }));
    return match;
}

} // namespace

TEST_CASE("implausibility counts standard deviations of all that is unsure")
{
    CHECK(implausibility(value(0.5, 0.1), 0.8, 0) == Approx(3));
    CHECK(implausibility(value(0.5, 0.3), 0.0, 0.16) == Approx(1)); // sqrt(0.09 + 0.16) = 0.5
    CHECK(implausibility(band(2, 4), 3.9, 0) == 0);
    CHECK(implausibility(band(2, 4), 5, 0.25) == Approx(2));
    CHECK(implausibility(band(2, 4), 1, 0.25) == Approx(2));
    CHECK(implausibility(band({}, 4), -100, 0.25) == 0);
    CHECK(std::isinf(implausibility(band(2, {}), 1, 0)));
    CHECK(std::isnan(implausibility(band(2, {}), nothing, 0)));
}

TEST_CASE("a surface of the right form is exact, and unsure where it is not")
{
    const auto x = scattered(30, 2);
    std::vector<double> right, wrong;
    for (const auto& p : x) {
        right.push_back(1 + 2 * p[0] - 3 * p[1] + p[0] * p[1] + 4 * p[1] * p[1]);
        wrong.push_back(std::sin(12 * p[0]));
    }
    const MomentSurface exact(x, right, 0), rough(x, wrong, 0);
    CHECK(exact.at({0.2, 0.7}).mean == Approx(1 + 0.4 - 2.1 + 0.14 + 1.96));
    CHECK(exact.at({0.2, 0.7}).variance < 1e-18);
    CHECK(rough.at({0.2, 0.7}).variance > 0.1);
    right[3] = nothing; // a point that failed
    CHECK(MomentSurface(x, right, 0).at({0.2, 0.7}).mean == Approx(1 + 0.4 - 2.1 + 0.14 + 1.96));
    CHECK_FALSE(MomentSurface(x, std::vector<double>(30, nothing), 0).exists());
}

TEST_CASE("noise of the replicates is counted once")
{
    const auto x = scattered(60, 1);
    std::vector<double> y;
    for (std::size_t p = 0; p < x.size(); ++p) y.push_back(x[p][0] + (p % 2 ? 0.1 : -0.1)); // variance 0.01
    const MomentSurface told(x, y, 0.01), untold(x, y, 0);
    const double e2 = told.error() * told.error();
    CHECK(e2 == Approx(0.01).epsilon(0.2));
    CHECK(told.at({0.5}).variance < 0.1 * e2); // of the mean: what the points leave open
    CHECK(untold.at({0.5}).variance == Approx(told.at({0.5}).variance + std::min(e2, 0.01)));
}

TEST_CASE("waves close in on planted values")
{
    const auto model = [](const std::vector<double>& x) {
        return std::vector<double>{std::exp(x[0]) + x[1] * x[1], std::sin(3 * x[0]) * x[1]};
    };
    const std::vector<double> planted{0.3, 0.6};
    const auto truth = model(planted);
    HistoryMatch match({value(truth[0], 0.01), value(truth[1], 0.01)}, {});
    match.add_wave(tried(scattered(30, 2), model));
    const auto first = space_left(match, 2, 1, 1);
    CHECK(match.possible(planted));
    std::vector<std::vector<double>> next;
    for (const auto p : spread_out(first.members, 30)) next.push_back(first.members[p]);
    match.add_wave(tried(next, model));
    const auto second = space_left(match, 2, 1, 2);
    CHECK(match.possible(planted));
    CHECK(second.share < first.share);
    CHECK(second.share < 0.01);
    CHECK(match.distance(match.points()[*best_point(match)]) < 3);
    for (const auto p : points_left(match)) CHECK(match.is_left(match.points()[p]));
}

TEST_CASE("the share that is left is measured, be it ever so small")
{
    CHECK(space_left(identity(1, 0.01), 1, 5, 1).share == Approx(0.06).epsilon(0.03)); // 0.5 +- 3 * 0.01
    CHECK(space_left(identity(2, 0.01), 2, 5, 1).share == Approx(0.0036).epsilon(0.15));
    const auto match = identity(4, 0.002); // 0.012^4
    const auto left = space_left(match, 4, 5, 1);
    CHECK(std::log10(left.share) == Approx(std::log10(2.0736e-8)).margin(0.2));
    CHECK(left.members.size() >= 1000);
    double low = 1, high = 0;
    for (const auto& x : left.members) {
        REQUIRE(match.possible(x));
        low = std::min(low, x[2]), high = std::max(high, x[2]);
    }
    CHECK(low < 0.4955);
    CHECK(high > 0.5045);
}

TEST_CASE("what is left is the same on any number of threads, and another for another seed")
{
    const auto match = identity(3, 0.004);
    const auto look = [&](int threads, std::uint32_t seed) {
        return with_threads(threads, [&] { return space_left(match, 3, seed, 1).members; });
    };
    CHECK(look(1, 7) == look(2, 7));
    CHECK(look(2, 7) != look(2, 8));
}

TEST_CASE("nothing is left where targets contradict each other")
{
    HistoryMatch match({value(0.2, 0.01), value(0.8, 0.01)}, {});
    match.add_wave(tried(scattered(20, 1), [](const auto& x) { return std::vector<double>{x[0], x[0]}; }));
    CHECK(space_left(match, 1, 1, 1).share == 0);
    CHECK(points_left(match).empty());
    HistoryMatch lenient({value(0.2, 0.01), value(0.8, 0.01)}, {3, 2}); // one of the two may be missed
    lenient.add_wave(tried(scattered(20, 1), [](const auto& x) { return std::vector<double>{x[0], x[0]}; }));
    CHECK(space_left(lenient, 1, 1, 1).share == Approx(0.12).epsilon(0.05));
}

TEST_CASE("moments that are not used rule nothing out and give no distance")
{
    HistoryMatch match({value(0.5, 0.1), value(9, 0.1, false)}, {});
    match.add_wave(tried(scattered(20, 1), [](const auto& x) { return std::vector<double>{x[0], x[0]}; }));
    CHECK(match.possible({0.5}));
    CHECK(match.by_moment({0.5})[1] == Approx(85).epsilon(0.01));
    CHECK(match.distance({1, {0.5}, {0.5, 0.5}, {0, 0}}) == Approx(0).margin(1e-9));
    CHECK(std::isinf(match.distance({1, {0.5}, {nothing, 0.5}, {0, 0}})));
}

TEST_CASE("points that spread out begin with the first and take the farthest")
{
    const std::vector<std::vector<double>> line{{0.4}, {0.0}, {0.5}, {1.0}, {0.4}};
    CHECK(spread_out(line, 3) == std::vector<std::size_t>{0, 3, 1});
    CHECK(spread_out(line, 9) == std::vector<std::size_t>{0, 3, 1, 2}); // the copy is none
}

TEST_CASE("a window of months becomes one figure")
{
    const std::vector<int> months{1, 2, 3, 4};
    const std::vector<double> values{9, 1, nothing, 3};
    CHECK(month_figure(months, values, "mean", 2, 4) == 2);
    CHECK(month_figure(months, values, "sum", 2, 4) == 4);
    CHECK(month_figure(months, values, "last", 1, 3) == 1);
    CHECK(month_figure(months, values, "sd", 2, 4) == Approx(std::sqrt(2)));
    CHECK(std::isnan(month_figure(months, values, "mean", 3, 3)));
}
