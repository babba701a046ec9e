// What a run says beside its progress and its summary.
#pragma once

#include "cli/run_options.hpp"
#include "cli/run_plan.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace rongtong::cli {

void announce(const RunPlan& plan, const RunOptions& options); // before it begins

std::string how_to_go_on(const std::filesystem::path& checkpoint); // the command

// The notes that the run has shown: those that were certain were said before it began, unless it was stepped.
void warn_of_what_showed(const Scenario& scenario, const std::vector<std::string>& notes, bool stepped);

} // namespace rongtong::cli
