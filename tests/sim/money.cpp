#include "sim/money.hpp"

#include <catch2/catch.hpp>

#include <cstdint>
#include <limits>
#include <numeric>
#include <vector>

using namespace rongtong;

namespace {

constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t least = std::numeric_limits<std::int64_t>::min();

std::vector<std::int64_t> split(std::int64_t total, const std::vector<std::int64_t>& weights)
{
    std::vector<Money> out(weights.size());
    split_largest_remainder(Money(total), weights, out);
    std::vector<std::int64_t> fen;
    for (auto m : out) fen.push_back(m.fen);
    return fen;
}

using Fen = std::vector<std::int64_t>;

} // namespace

TEST_CASE("Money adds exactly and throws instead of wrapping")
{
    CHECK(Money(most - 1) + Money(1) == Money(most));
    CHECK(Money(least + 1) - Money(1) == Money(least));
    CHECK_THROWS_AS(Money(most) + Money(1), MoneyOverflow);
    CHECK_THROWS_AS(Money(least) - Money(1), MoneyOverflow);
    CHECK_THROWS_AS(Money(least) + Money(-1), MoneyOverflow);
    CHECK_THROWS_AS(-Money(least), MoneyOverflow);
    CHECK(-Money(5) == Money(-5));
    CHECK(Money(12345).yuan() == 123.45);
}

TEST_CASE("Amounts are rounded to whole fen, halves to even")
{
    CHECK(round_fen(2.5) == Money(2));
    CHECK(round_fen(3.5) == Money(4));
    CHECK(round_fen(-2.5) == Money(-2));
    CHECK(round_fen(2.500001) == Money(3));
    CHECK(round_fen(9e18) == Money(9'000'000'000'000'000'000));
    CHECK_THROWS_AS(round_fen(9.3e18), MoneyOverflow);
    CHECK_THROWS_AS(round_fen(-9.3e18), MoneyOverflow);
    CHECK_THROWS_AS(round_fen(std::numeric_limits<double>::quiet_NaN()), MoneyOverflow);
    CHECK(worth(Price(1.5), Goods(3)) == Money(450)); // 4.50 yuan
}

TEST_CASE("Part of an amount is exact where a double would not be")
{
    CHECK(part_of(Money(100), 1, 3) == Money(33));
    CHECK(part_of(Money(-100), 1, 3) == Money(-33));
    CHECK(part_of(Money(most), most, most) == Money(most));
    CHECK(part_of(Money(most), most - 1, most) == Money(most - 1));
}

TEST_CASE("Largest remainder: floors first, then the largest remainders")
{
    CHECK(split(10, {1, 1, 2}) == Fen{3, 2, 5});     // quotas 2.5, 2.5, 5: the tie goes to the lower index
    CHECK(split(100, {1, 1, 1}) == Fen{34, 33, 33}); // ties
    CHECK(split(101, {1, 1, 1}) == Fen{34, 34, 33}); // 33.67 each: two left over
    CHECK(split(7, {1, 3, 3}) == Fen{1, 3, 3});      // no rest
    CHECK(split(10, {6, 7, 2}) == Fen{4, 5, 1});     // 4.0, 4.67, 1.33
    CHECK(split(1, {1, 2}) == Fen{0, 1});
}

TEST_CASE("Largest remainder: a debt is split like an asset")
{
    CHECK(split(-10, {1, 1, 2}) == Fen{-3, -2, -5});
    CHECK(split(-100, {1, 1, 1}) == Fen{-34, -33, -33});
}

TEST_CASE("Largest remainder: zero weights get nothing")
{
    CHECK(split(5, {0, 1, 0, 1}) == Fen{0, 3, 0, 2});
    CHECK(split(0, {0, 0}) == Fen{0, 0});
    CHECK(split(0, {1, 2}) == Fen{0, 0});
    CHECK(split(0, {}) == Fen{});
    CHECK_THROWS_AS(split(1, {0, 0}), AccountingError);
    CHECK_THROWS_AS(split(1, {}), AccountingError);
}

TEST_CASE("Largest remainder: products and sums past 64 bits")
{
    CHECK(split(most, {most, most}) == Fen{most / 2 + 1, most / 2});
    CHECK(split(most, {most}) == Fen{most});
    CHECK(split(least, {most}) == Fen{least});
    CHECK(split(least, {most, most}) == Fen{least / 2, least / 2});
    CHECK(split(most, {1, most}) == Fen{1, most - 1}); // quota of the first: most / (most + 1), nearly 1
}

TEST_CASE("Largest remainder: parts always sum to the total and stay within one fen of their quota")
{
    std::uint64_t x = 1; // any sequence of varied numbers will do
    const auto next = [&] { return x = x * 6364136223846793005u + 1442695040888963407u; };
    for (int trial = 0; trial < 500; ++trial) {
        Fen weights(1 + next() % 9);
        for (auto& w : weights) w = static_cast<std::int64_t>((next() >> 33) % 1000);
        weights[0] += 1;
        const auto total = static_cast<std::int64_t>(next() >> 24) - (std::int64_t{1} << 39);
        const auto parts = split(total, weights);
        const auto sum = std::accumulate(weights.begin(), weights.end(), std::int64_t{0});
        REQUIRE(std::accumulate(parts.begin(), parts.end(), std::int64_t{0}) == total);
        for (std::size_t i = 0; i < parts.size(); ++i) {
            const auto off = static_cast<__int128>(parts[i]) * sum - static_cast<__int128>(total) * weights[i];
            REQUIRE((off < sum && off > -sum));
        }
    }
}

TEST_CASE("a long list is split as a short one is")
{
    for (const std::size_t parts : {63u, 64u, 65u, 500u}) {
        const auto out = split(static_cast<std::int64_t>(10 * parts + 7), std::vector<std::int64_t>(parts, 3));
        for (std::size_t k = 0; k < parts; ++k) CHECK(out[k] == (k < 7 ? 11 : 10)); // ties go to the lower place
    }
}
