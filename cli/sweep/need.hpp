// What a sweep takes of memory, disk and time, before it takes it.
#pragma once

#include "scenarios/plan.hpp"

#include <filesystem>

namespace rongtong::cli {

struct SweepNeed {
    double memory_of_a_run = 0; // bytes, of the largest; a sweep keeps the results of a run in memory until it is done
    double firm_months = 0;     // of all runs
    double results = 0;         // bytes, of all runs
};

// Where the design varies what counts here, of as many of its points as can be looked at in a moment.
SweepNeed need_of(const SweepPlan& plan);

// So many runs at a time, or as many as fit where the user left it to us. Throws BadInput where they do not fit.
int jobs_that_fit(int jobs, bool wanted, double memory_of_a_run);

// Beyond a size, a sweep is begun only by who has seen how large it is. Throws BadInput.
void ask_beyond_a_size(const SweepPlan& plan, const std::filesystem::path& folder);

} // namespace rongtong::cli
