// How the runs of a plan are divided: over processes by --shard, and within one over jobs and their threads.
#pragma once

#include "cli/sweep/options.hpp"
#include "scenarios/plan.hpp"

#include <fmt/format.h>

#include <cstddef>
#include <string>

namespace rongtong::cli {

struct ShareName {
    std::size_t index = 0, count = 1; // index from 0
    std::string text() const { return fmt::format("{}of{}", index + 1, count); }
};

// Throws BadInput.
ShareName parse_shard(const std::string& text);

// Runs at a time, and threads of each: small economies one by one on a thread each, large ones with several threads.
struct Division {
    int jobs = 1, threads_each = 1;
};

// For so many runs; throws BadInput where not one of them fits into memory.
Division divide(const SweepOptions& options, const SweepPlan& plan, std::size_t runs);

} // namespace rongtong::cli
