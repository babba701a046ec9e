// Workload: a[i] = b[i] + s * c[i] over columns (McCalpin's STREAM triad). It sets the ceiling for the streaming phases
// of a month; compare a phase with as many rows, since 1 million (24 MB) still fit a large cache, 10 million do not.
#pragma once

#include "bench/common/measure.hpp"

#include "sim/column.hpp"
#include "sim/hash.hpp"

#include <vector>

namespace rongtong::bench {

inline void time_triad(benchmark::State& state, std::size_t rows, int threads)
{
    constexpr double scale = 3.0;
    Column<double> a(rows), b(rows, 1.25), c(rows, 0.5);
    StateHash expected, actual;
    expected.add(Column<double>(rows, 1.25 + scale * 0.5));
    const auto pass = [&] {
        for_blocks(rows, [&](std::size_t begin, std::size_t end, std::size_t) {
            for (std::size_t i = begin; i < end; ++i) a[i] = b[i] + scale * c[i];
        });
    };
    const auto hash = [&] {
        actual.add(a);
        return actual.value();
    };
    measure(state, threads, static_cast<std::int64_t>(rows), expected.value(), pass, hash);
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(3 * sizeof(double) * rows));
}

} // namespace rongtong::bench
