// What a plan would do: its runs, about how long they take, how much room they need.
#pragma once

#include "scenarios/plan.hpp"

#include <filesystem>

namespace rongtong::cli {

// Prints it; the estimate comes from the first months of the plan's first run, at few firms. folder: where the runs would go.
// Gives the exit code.
int list_runs(const SweepPlan& plan, const std::filesystem::path& folder, bool json);

} // namespace rongtong::cli
