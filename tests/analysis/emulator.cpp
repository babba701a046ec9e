#include <catch2/catch.hpp>

#include <cmath>

#include "analysis/explore/emulator.hpp"

using namespace rongtong;

namespace {

DesignTable design_of(std::vector<std::vector<double>> x)
{
    DesignTable design;
    for (std::size_t f = 0; f < x.front().size(); ++f)
        design.factors.push_back(std::string(1, static_cast<char>('a' + f)));
    design.levels.resize(design.factors.size());
    design.x = std::move(x);
    return design;
}

DesignTable grid(const std::vector<double>& a, const std::vector<double>& b)
{
    std::vector<std::vector<double>> x;
    for (const double i : a)
        for (const double j : b) x.push_back({i, j});
    return design_of(x);
}

// Scattered by the golden ratio and the square root of two.
DesignTable scattered(int points)
{
    std::vector<std::vector<double>> x;
    for (int i = 1; i <= points; ++i)
        x.push_back({3 + std::fmod(i * 0.618033988749895, 1), 40 * std::fmod(i * 1.4142135623731, 1)});
    return design_of(x);
}

template <class F>
std::vector<double> outcome(const DesignTable& design, F f)
{
    std::vector<double> y;
    for (const auto& x : design.x) y.push_back(f(x[0], x[1]));
    return y;
}

double at(const Emulator& surface, const std::vector<double>& y, const std::vector<double>& x)
{
    double sum = 0;
    for (std::size_t t = 0; t < surface.terms.size(); ++t) {
        double value = 0;
        for (std::size_t p = 0; p < y.size(); ++p) value += surface.weights[t][p] * y[p];
        for (const auto c : surface.terms[t]) {
            const auto& coded = surface.coded[c];
            value *= coded.level >= 0 ? x[coded.factor] == coded.level : (x[coded.factor] - coded.middle) / coded.half;
        }
        sum += value;
    }
    return sum;
}

} // namespace

TEST_CASE("A full grid is interpolated, what is straight along each factor has no error, a bend has its own")
{
    const auto design = grid({0, 1, 3}, {10, 20, 40});
    const auto emulator = make_emulator(design, {});
    REQUIRE(emulator.kind == Emulator::Kind::grid);
    CHECK(emulator.unchecked.empty());
    CHECK(emulator.values[1] == std::vector<double>{10, 20, 40});
    const auto twisted = outcome(design, [](double a, double b) { return 2 + a - 3 * b + 0.5 * a * b; });
    const auto errors = left_out_errors(emulator, design, twisted);
    CHECK(errors.size() == 3 + 3); // each factor has one inner value, at three values of the other
    CHECK(root_mean_square(errors) == Approx(0).margin(1e-12));
    // At a = 1, between 0 and 3, the chord of a squared is 3 and not 1.
    const auto bent = outcome(design, [](double a, double) { return a * a; });
    CHECK(root_mean_square(left_out_errors(emulator, design, bent)) == Approx(2 / std::sqrt(2)));
}

TEST_CASE("A grid with two values of each factor can't be checked, and says so")
{
    const auto design = grid({0, 1}, {10, 20});
    const auto emulator = make_emulator(design, {});
    REQUIRE(emulator.kind == Emulator::Kind::grid);
    CHECK(emulator.unchecked == std::vector<std::string>{"a", "b"});
    CHECK(std::isnan(root_mean_square(left_out_errors(emulator, design, {1, 2, 3, 4}))));
}

TEST_CASE("A response surface finds a quadratic function, and squares or products only where they are")
{
    const auto design = scattered(17);
    const auto y = outcome(design, [](double a, double b) { return 1 + 2 * a + a * b / 10 - b * b / 40; });
    const auto full = make_emulator(design, {y});
    REQUIRE(full.kind == Emulator::Kind::surface);
    CHECK(full.terms.size() == 6);
    CHECK(root_mean_square(left_out_errors(full, design, y)) == Approx(0).margin(1e-9));
    CHECK(at(full, y, {3.3, 25}) == Approx(1 + 6.6 + 3.3 * 2.5 - 625.0 / 40));
    const auto product = outcome(design, [](double a, double b) { return a * b + std::sin(1e3 * a * b) * 1e-3; });
    CHECK(make_emulator(design, {product}).terms.size() == 4);
}

TEST_CASE("The error of a response surface is that of fitting it again without each point")
{
    const auto design = scattered(9);
    const auto y = outcome(design, [](double a, double b) { return std::sin(9 * a) + std::cos(b); });
    const auto straight = make_emulator(design, {});
    REQUIRE(straight.terms.size() == 3);
    const auto errors = left_out_errors(straight, design, y);
    REQUIRE(errors.size() == 9);
    for (std::size_t p = 0; p < 9; ++p) {
        auto fewer = design;
        auto others = y;
        fewer.x.erase(fewer.x.begin() + static_cast<std::ptrdiff_t>(p));
        others.erase(others.begin() + static_cast<std::ptrdiff_t>(p));
        CHECK(errors[p] == Approx(y[p] - at(make_emulator(fewer, {}), others, design.x[p])).epsilon(1e-9));
    }
}

TEST_CASE("Texts are levels without anything between, a missing outcome leaves its errors out")
{
    auto design = scattered(12);
    for (std::size_t p = 0; p < 12; ++p) design.x[p][1] = static_cast<double>(p % 3);
    design.levels[1] = {"low", "middle", "high"};
    auto y = outcome(design, [](double a, double b) { return 5 * a + (b == 1 ? 7 : b == 2 ? -1 : 0); });
    const auto emulator = make_emulator(design, {y});
    CHECK(emulator.terms.size() == 4); // 1, a, two levels
    CHECK(at(emulator, y, {3.5, 1}) == Approx(24.5));
    y[4] = NAN;
    CHECK(left_out_errors(emulator, design, y).empty());
}

TEST_CASE("Points too few to leave any out give no emulator")
{
    CHECK(make_emulator(scattered(3), {}).kind == Emulator::Kind::none);
    CHECK(make_emulator(design_of({{1, 1}}), {}).kind == Emulator::Kind::none);
}
