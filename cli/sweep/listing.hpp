// What a plan would do: its runs, about how long they take, how much room they need.
#pragma once

#include "scenarios/plan.hpp"

namespace rongtong::cli {

// Prints it; the estimate comes from the first months of the plan's first run, of few firms. folder: where the results would go;
// empty: here. Gives the exit code.
int list_runs(const SweepPlan& plan, const std::filesystem::path& folder, bool json);

} // namespace rongtong::cli
