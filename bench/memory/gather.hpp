// Workload: each row sums a payload of 16 bytes over its links, 8.4 on average, to rows all over the economy. It does
// nothing else, so it sets the ceiling for the market phases of a month.
#pragma once

#include "bench/common/measure.hpp"

#include "sim/column.hpp"
#include "sim/draws.hpp"
#include "sim/hash.hpp"

#include <cstdint>

namespace rongtong::bench {

struct Payload {
    double price, stock;
};

// A random network in compressed rows, with what its rows offer.
struct GatherInput {
    Column<std::uint64_t> first; // one more than rows
    Column<std::uint32_t> target;
    Column<Payload> payload;

    std::size_t rows() const { return payload.size(); }
};

inline GatherInput make_gather_input(std::size_t rows)
{
    const Draws draws(1, 0);
    GatherInput in;
    in.first.push_back(0);
    for (std::size_t r = 0; r < rows; ++r) {
        const std::uint32_t links = r % 5 < 2 ? 9 : 8; // 8.4 on average
        for (std::uint32_t k = 0; k < links; ++k) {
            const std::uint64_t word = draws.words(r, 0, Purpose::link_supplier, k)[0];
            in.target.push_back(static_cast<std::uint32_t>(word * rows >> 32));
        }
        in.first.push_back(in.target.size());
        in.payload.push_back({1.0 + static_cast<double>(r % 7), static_cast<double>(r % 11)});
    }
    return in;
}

template <bool prefetch>
void gather(const GatherInput& in, Column<double>& out)
{
    constexpr std::size_t ahead = 24; // links; from 16 to 48 it makes little difference
    const std::size_t last = in.target.size() - 1;
    for_blocks(in.rows(), [&](std::size_t begin, std::size_t end, std::size_t) {
        for (std::size_t r = begin; r < end; ++r) {
            double sum = 0;
            for (std::uint64_t e = in.first[r]; e < in.first[r + 1]; ++e) {
                if constexpr (prefetch) __builtin_prefetch(&in.payload[in.target[std::min(e + ahead, last)]]);
                const Payload& p = in.payload[in.target[e]];
                sum += p.price * p.stock;
            }
            out[r] = sum;
        }
    });
}

inline std::uint64_t hash_of(const Column<double>& column)
{
    StateHash hash;
    hash.add(column);
    return hash.value();
}

template <bool prefetch>
void time_gather(benchmark::State& state, std::size_t rows, int threads)
{
    const GatherInput in = make_gather_input(rows);
    Column<double> expected(rows), out(rows);
    with_threads(1, [&] { gather<false>(in, expected); });
    measure(
        state, threads, static_cast<std::int64_t>(rows), hash_of(expected), [&] { gather<prefetch>(in, out); },
        [&] { return hash_of(out); });
}

} // namespace rongtong::bench
