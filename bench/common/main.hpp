// What main() of a workload's program calls after it has registered its workloads.
#pragma once

#include "bench/common/csv_reporter.hpp"
#include "bench/common/measure.hpp"

#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <exception>
#include <string>
#include <string_view>

namespace rongtong::bench {

// Takes --csv=FILE and the options of Google Benchmark. Returns the exit code: 0 done, 1 a result was wrong or the CSV
// file could not be written, 2 an unknown option.
inline int run(int argc, char** argv)
{
    constexpr std::string_view option = "--csv=";
    std::string csv;
    char** const end = std::remove_if(argv + 1, argv + argc, [&](const char* argument) {
        const bool ours = std::string_view(argument).starts_with(option);
        if (ours) csv = argument + option.size();
        return ours;
    });
    argc = static_cast<int>(end - argv);
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
    try {
        CsvReporter reporter(csv);
        benchmark::RunSpecifiedBenchmarks(&reporter);
    } catch (const std::exception& error) {
        fmt::print(stderr, "{}\n", error.what());
        return 1;
    }
    return any_wrong ? 1 : 0;
}

} // namespace rongtong::bench
