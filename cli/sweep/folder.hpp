// The folder of a sweep: everything that its runs need, so that any of them can be done again from it alone.
//
//     plan.json      the plan with every scenario written out; a plan file like any other
//     calibration/   the figures that the scenarios are built from
//     sweep.json     what made it: digest of the plan, program, build
//     runs/ packs/   finished runs (output/run_store.hpp)
//     failures/      one line of JSON for each run that failed, by process
//     checkpoints/   of runs that were asked to stop
//     processes/     one file for each process that worked here, locked while it does
#pragma once

#include "scenarios/plan.hpp"

#include <filesystem>
#include <string>

namespace rongtong::cli {

// Makes the folder in one step, or looks whether an existing one is of the same plan and program. The plan comes back as
// the folder has it. may_grow: the plan may have other words, more replicates and further scenarios than that of the folder,
// which is then renumbered. Throws BadInput, ScenarioError, OutputError.
SweepPlan make_or_check_folder(const std::filesystem::path& folder, const SweepPlan& plan, bool may_grow);

// The plan of a folder that exists: to add runs, for which this program must have made it, or to read them. Throws BadInput.
SweepPlan open_folder(const std::filesystem::path& folder);
SweepPlan read_folder(const std::filesystem::path& folder);

std::string commit_of_folder(const std::filesystem::path& folder); // of the program that made it

// Throws BadInput where the folder is of another plan by now.
void check_still_of(const std::filesystem::path& folder, const SweepPlan& plan);

bool is_sweep_folder(const std::filesystem::path& folder);

} // namespace rongtong::cli
