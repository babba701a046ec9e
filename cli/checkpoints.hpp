// A run's checkpoint: the state of the economy, the results so far, and all that is needed to go on with them.
#pragma once

#include "models/economy.hpp"
#include "output/results_writer.hpp"
#include "scenarios/scenario.hpp"
#include "sim/checkpoint.hpp"

#include <filesystem>
#include <optional>
#include <string>

namespace rongtong::cli {

struct RunPlan;

// Replaces an earlier checkpoint of the run in one step. Throws OutputError.
void save_checkpoint(const RunPlan& plan, const Economy& economy, ResultsWriter& writer);

struct StoredRun {
    Scenario scenario;
    std::int32_t month = 0;       // last month that is complete
    std::filesystem::path output; // absolute
    std::string command_line;
    std::string steered = "[]"; // intensities that it was given
};

// What a checkpoint says about its run. months: the run is to have so many. Throws CheckpointError if another version of
// the program wrote it or the calibration has changed since, ScenarioError for impossible months.
StoredRun read_run(CheckpointReader& checkpoint, const std::filesystem::path& path, std::optional<std::int64_t> months);

std::vector<std::byte> read_results(CheckpointReader& checkpoint);

// Removes what killed runs had begun to write of this checkpoint (NAME.tmp-PID-SERIAL, sim/checkpoint_writer.cpp) where no
// process of that number is there any more. How many.
std::size_t remove_stale_parts(const std::filesystem::path& checkpoint);

} // namespace rongtong::cli
