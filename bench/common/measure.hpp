// How every workload is timed: its result is checked first, the number of threads is held, start-up is left out.
#pragma once

#include "sim/parallel.hpp"

#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include <cstdint>
#include <string>

namespace rongtong::bench {

// Set once a result was wrong; the program then ends with exit code 1.
inline bool any_wrong = false;

// Whether a workload's result is the expected one; if not, the workload is not timed.
inline bool check_result(benchmark::State& state, std::uint64_t expected, std::uint64_t actual)
{
    if (actual == expected) return true;
    any_wrong = true;
    state.SkipWithError(fmt::format("wrong result: hash {:016x}, expected {:016x}", actual, expected).c_str());
    return false;
}

// Runs body() once, checks hash() of what it made, then times body(). rows: what the rate counts, per pass.
template <class Body, class Hash>
void measure(benchmark::State& state, int threads, std::int64_t rows, std::uint64_t expected, const Body& body,
             const Hash& hash)
{
    with_threads(threads, [&] {
        body();
        if (!check_result(state, expected, hash())) return;
        for (auto _ : state) {
            body();
            benchmark::ClobberMemory();
        }
        state.counters["rows"] = static_cast<double>(rows);
        state.counters["threads"] = threads;
        state.SetItemsProcessed(state.iterations() * rows);
    });
}

// Registers a workload; measured in real time, since work on several threads is not seen in the caller's CPU time.
template <class Function>
void workload(const std::string& name, const Function& function)
{
    benchmark::RegisterBenchmark(name.c_str(), function)->UseRealTime()->Unit(benchmark::kMillisecond);
}

} // namespace rongtong::bench
