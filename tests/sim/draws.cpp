#include "sim/draws.hpp"

#include <boost/random/gamma_distribution.hpp>
#include <boost/random/normal_distribution.hpp>
#include <boost/random/poisson_distribution.hpp>
#include <boost/random/uniform_int_distribution.hpp>
#include <catch2/catch.hpp>

#include <cmath>
#include <vector>

using namespace rongtong;

namespace {

constexpr int draws_per_test = 1'000'000;
constexpr double five_sigma = 5.0 / 1000.0; // of a mean of a million draws with variance 1

struct Moments {
    double mean = 0, variance = 0, skewness = 0, kurtosis = 0;
};

template <class Next>
Moments moments(const Next& next)
{
    double s1 = 0, s2 = 0, s3 = 0, s4 = 0;
    for (int i = 0; i < draws_per_test; ++i) {
        const double x = next(i);
        s1 += x, s2 += x * x, s3 += x * x * x, s4 += x * x * x * x;
    }
    const double n = draws_per_test, m = s1 / n, v = s2 / n - m * m;
    return {m, v, (s3 / n - 3 * m * s2 / n + 2 * m * m * m) / std::pow(v, 1.5),
            (s4 / n - 4 * m * s3 / n + 6 * m * m * s2 / n - 3 * m * m * m * m) / (v * v)};
}

} // namespace

TEST_CASE("Words are those of Philox 4x32-10 as published with Random123 (kat_vectors)")
{
    CHECK(Draws(0, 0).words(0, 0, Purpose(0), 0) == Words{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8});
    CHECK(Draws(0xffffffff, 0xffffffff).words(0xffffffffffu, -1, Purpose(0xffffffff), 0xffffff) ==
          Words{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd});
    // Digits of pi: counter 243f6a88 85a308d3 13198a2e 03707344, key a4093822 299f31d0.
    CHECK(Draws(0xa4093822, 0x299f31d0).words(0xd3243f6a88u, 0x13198a2e, Purpose(0x03707344), 0x85a308) ==
          Words{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1});
}

TEST_CASE("Purposes keep their numbers")
{
    const std::vector<Purpose> given{Purpose::firm_workers, Purpose::firm_productivity, Purpose::firm_region,
                                     Purpose::firm_owner,   Purpose::link_supplier,     Purpose::link_terms,
                                     Purpose::firm_month,   Purpose::link_noise,        Purpose::export_shock,
                                     Purpose::entry_count,  Purpose::entry_firm,        Purpose::firm_age,
                                     Purpose::design_point};
    for (std::size_t i = 0; i < given.size(); ++i) CHECK(static_cast<std::uint32_t>(given[i]) == i + 1);
}

TEST_CASE("A block of draws is the draws one by one, whatever its length")
{
    const Draws draws(0xdeadbeef, 0x12345678);
    for (std::size_t n : {0, 1, 3, 4, 7, 8, 9, 15, 16, 17, 1003}) {
        std::vector<std::uint64_t> ids(n);
        for (std::size_t i = 0; i < n; ++i) ids[i] = (i + 1) * 0x9e3779b97f4a7c15u >> 24;
        std::vector<Words> block(n);
        draws.fill(ids, -7, Purpose::entry_firm, block, 0xabcdef);
        for (std::size_t i = 0; i < n; ++i) REQUIRE(block[i] == draws.words(ids[i], -7, Purpose::entry_firm, 0xabcdef));
    }
}

TEST_CASE("Every argument of a draw matters")
{
    const Draws draws(1, 2);
    const Words w = draws.words(3, 4, Purpose::firm_month, 5);
    CHECK(Draws(2, 2).words(3, 4, Purpose::firm_month, 5) != w);
    CHECK(Draws(1, 3).words(3, 4, Purpose::firm_month, 5) != w);
    CHECK(draws.words(4, 4, Purpose::firm_month, 5) != w);
    CHECK(draws.words(3 | std::uint64_t{1} << 39, 4, Purpose::firm_month, 5) != w);
    CHECK(draws.words(3, 5, Purpose::firm_month, 5) != w);
    CHECK(draws.words(3, 4, Purpose::link_noise, 5) != w);
    CHECK(draws.words(3, 4, Purpose::firm_month, 6) != w);
    CHECK(draws.words(3, 4, Purpose::firm_month, 5) == w);
    CHECK(draws.seed() == 1);
    CHECK(draws.replicate() == 2);
}

TEST_CASE("Uniform draws are inside (0, 1) and even")
{
    CHECK(to_uniform(0) > 0);
    CHECK(to_uniform(0xffffffff) < 1);
    const Draws draws(1, 0);
    const auto m = moments([&](int i) { return draws.uniform(static_cast<std::uint64_t>(i), 0, Purpose::firm_month); });
    CHECK(m.mean == Approx(0.5).margin(five_sigma * 0.289));
    CHECK(m.variance == Approx(1.0 / 12).epsilon(0.005));
    CHECK(m.kurtosis == Approx(1.8).epsilon(0.01));
}

TEST_CASE("normal_from has the moments of a standard normal and is finite at the ends")
{
    for (std::uint32_t a : {0u, 0xffffffffu})
        for (std::uint32_t b : {0u, 0x80000000u, 0xffffffffu}) CHECK(std::isfinite(normal_from(a, b)));
    const Draws draws(1, 0);
    const auto m = moments([&](int i) {
        const Words w = draws.words(static_cast<std::uint64_t>(i), 1, Purpose::export_shock);
        return normal_from(w[2], w[3]);
    });
    CHECK(m.mean == Approx(0).margin(five_sigma));
    CHECK(m.variance == Approx(1).margin(std::sqrt(2.0) * five_sigma));
    CHECK(m.skewness == Approx(0).margin(std::sqrt(6.0) * five_sigma));
    CHECK(m.kurtosis == Approx(3).margin(std::sqrt(24.0) * five_sigma));
}

TEST_CASE("round_by_chance keeps the mean and picks a neighbour")
{
    const Draws draws(1, 0);
    for (double x : {0.25, 7.9, -0.25, -3.6}) {
        double sum = 0;
        for (int i = 0; i < draws_per_test; ++i) {
            const double u = draws.uniform(static_cast<std::uint64_t>(i), 2, Purpose::firm_month);
            const auto r = static_cast<double>(round_by_chance(x, u));
            if (r != std::floor(x) && r != std::ceil(x)) FAIL("not a neighbour of " << x << ": " << r);
            sum += r;
        }
        CHECK(sum / draws_per_test == Approx(x).margin(five_sigma * 0.5));
    }
}

TEST_CASE("round_by_chance leaves whole numbers at rest whatever the luck")
{
    for (double u : {1e-10, 0.5, 1 - 1e-10})
        for (double x : {0.0, 3.0, -3.0, 1e12, 3.0 + 5e-10, 3.0 - 5e-10, -3.0 + 5e-10, -3.0 - 5e-10})
            CHECK(round_by_chance(x, u) == std::llround(x));
}

TEST_CASE("DrawEngine hands out the words in order and counts n upwards")
{
    const Draws draws(9, 8);
    DrawEngine engine(draws, 7, 6, Purpose::link_terms, 5);
    for (std::uint32_t n : {5u, 6u, 7u})
        for (auto word : draws.words(7, 6, Purpose::link_terms, n)) CHECK(engine() == word);
    CHECK(DrawEngine::min() == 0);
    CHECK(DrawEngine::max() == 0xffffffff);
}

TEST_CASE("DrawEngine drives Boost's distributions")
{
    const Draws draws(1, 0);
    const auto mean = [&](auto distribution) {
        return moments([&](int i) {
            DrawEngine engine(draws, static_cast<std::uint64_t>(i), 3, Purpose::entry_count);
            auto fresh = distribution; // no state carried from draw to draw
            return static_cast<double>(fresh(engine));
        });
    };
    const auto normal = mean(boost::random::normal_distribution<double>(2, 1));
    CHECK(normal.mean == Approx(2).margin(five_sigma));
    CHECK(normal.kurtosis == Approx(3).margin(std::sqrt(24.0) * five_sigma));
    const auto poisson = mean(boost::random::poisson_distribution<int, double>(4.0));
    CHECK(poisson.mean == Approx(4).margin(2 * five_sigma));
    CHECK(poisson.variance == Approx(4).epsilon(0.02));
    const auto gamma = mean(boost::random::gamma_distribution<double>(2.0, 1.0));
    CHECK(gamma.mean == Approx(2).margin(1.5 * five_sigma));
    const auto die = mean(boost::random::uniform_int_distribution<int>(1, 6));
    CHECK(die.mean == Approx(3.5).margin(1.71 * five_sigma));
}
