#include "sim/parallel.hpp"

#include <catch2/catch.hpp>

#include <array>
#include <atomic>
#include <bit>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <stdexcept>
#include <thread>
#include <vector>

using namespace rongtong;

namespace {
const std::vector<int> thread_counts{1, 2, 3, 7};
}

TEST_CASE("Blocks cover every row once, with fixed limits, on any number of threads")
{
    for (std::size_t rows : {0, 1, 4095, 4096, 4097, 50'000})
        for (int threads : thread_counts) {
            std::vector<int> touched(rows), block_of(rows);
            with_threads(threads, [&] {
                for_blocks(rows, [&](std::size_t begin, std::size_t end, std::size_t b) {
                    for (std::size_t i = begin; i < end; ++i) ++touched[i], block_of[i] = static_cast<int>(b);
                });
            });
            bool right = true;
            for (std::size_t i = 0; i < rows; ++i)
                right = right && touched[i] == 1 && block_of[i] == static_cast<int>(i / block_rows);
            CHECK(right);
        }
}

TEST_CASE("Sums of doubles have the same bits on any number of threads")
{
    std::vector<double> x(123'457);
    for (std::size_t i = 0; i < x.size(); ++i)
        x[i] = std::ldexp(std::sin(static_cast<double>(i)), static_cast<int>(i % 60));
    const auto sum = [&] {
        return ordered_sum(x.size(), 0.0, [&](std::size_t begin, std::size_t end) {
            return std::accumulate(x.begin() + static_cast<long>(begin), x.begin() + static_cast<long>(end), 0.0);
        });
    };
    const auto expected = std::bit_cast<std::uint64_t>(with_threads(1, sum));
    // The numbers are such that the order matters, else this test would prove nothing.
    CHECK(std::bit_cast<std::uint64_t>(std::accumulate(x.begin(), x.end(), 0.0)) != expected);
    for (int threads : thread_counts)
        for (int again = 0; again < 10; ++again)
            CHECK(std::bit_cast<std::uint64_t>(with_threads(threads, sum)) == expected);
}

TEST_CASE("An empty sum is zero")
{
    CHECK(ordered_sum(0, 0.0, [](std::size_t, std::size_t) { return 1.0; }) == 0.0);
}

TEST_CASE("No two running threads share a slot, and slots are below their number")
{
    for (int threads : thread_counts) {
        std::array<std::atomic<int>, 64> busy{};
        std::atomic<int> collisions = 0, outside = 0;
        with_threads(threads, [&] {
            CHECK(thread_slots() == static_cast<std::size_t>(threads));
            for_blocks(
                200,
                [&](std::size_t, std::size_t, std::size_t) {
                    const auto slot = thread_slot();
                    if (slot >= thread_slots() || slot >= busy.size()) return void(++outside);
                    if (busy[slot]++ != 0) ++collisions;
                    std::this_thread::sleep_for(std::chrono::microseconds(100)); // so that threads do meet
                    --busy[slot];
                },
                1);
        });
        CHECK(collisions == 0);
        CHECK(outside == 0);
    }
}

TEST_CASE("with_threads returns what its body returns and lets exceptions through")
{
    CHECK(with_threads(2, [] { return 42; }) == 42);
    CHECK_THROWS_AS(with_threads(2,
                                 [] {
                                     for_blocks(100'000, [](std::size_t, std::size_t, std::size_t b) {
                                         if (b == 7) throw std::runtime_error("from a block");
                                     });
                                 }),
                    std::runtime_error);
}
