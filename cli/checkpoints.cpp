#include "cli/checkpoints.hpp"

#include "cli/console.hpp"
#include "cli/provenance.hpp"
#include "cli/run_plan.hpp"
#include "models/state.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdio>

namespace rongtong::cli {

void save_checkpoint(const RunPlan& plan, const Economy& economy, ResultsWriter& writer)
{
    const Scenario& scenario = plan.scenario;
    const auto results = writer.snapshot_bytes();
    CheckpointWriter checkpoint;
    checkpoint.add_text("run.program_version", program_version());
    checkpoint.add_text("run.git_commit", git_commit());
    checkpoint.add_text("run.scenario", scenario.merged);
    checkpoint.add_text("run.scenario_name", scenario.name);
    checkpoint.add_text("run.calibration_folder", scenario.calibration_folder.string());
    checkpoint.add_text("run.calibration_sha256", scenario.setup.calibration->sha256);
    checkpoint.add_text("run.output", plan.output.string());
    checkpoint.add_text("run.command_line", plan.command_line);
    checkpoint.add_text("run.steered", plan.steered);
    checkpoint.add_value("run.month", economy.month);
    checkpoint.add("run.results", results);
    add_state(checkpoint, economy);
    checkpoint.save(plan.checkpoint.string());
}

StoredRun read_run(CheckpointReader& checkpoint, const std::filesystem::path& path, std::optional<std::int64_t> months)
{
    const auto fail = [&](const std::string& why) {
        throw CheckpointError(fmt::format("can't go on from {}: {}", path.string(), why));
    };
    const auto version = checkpoint.text("run.program_version"), commit = checkpoint.text("run.git_commit");
    if (version != program_version())
        fail(fmt::format("rongtong {} wrote it, and this is {}; go on with the version that wrote it", version,
                         program_version()));
    if (commit != git_commit())
        warn(fmt::format(
            "the checkpoint was written by a build of commit {}, this one is of {}: the results may differ from "
            "those of a run in one piece",
            commit, git_commit()));
    StoredRun run;
    const std::filesystem::path folder = checkpoint.text("run.calibration_folder");
    std::error_code ec;
    if (!std::filesystem::is_directory(folder, ec))
        fail("its calibration folder " + folder.string() + " is gone; put it back where it was");
    run.scenario = scenario_from_text(checkpoint.text("run.scenario"), folder, "scenario of " + path.string(),
                                      {.months = months}, {.firms = {}, .links = {}, .unread = true});
    run.scenario.name = checkpoint.text("run.scenario_name");
    if (run.scenario.setup.calibration->sha256 != checkpoint.text("run.calibration_sha256"))
        fail("the figures in " + folder.string() + " have changed since; put them back, or start the run again");
    run.month = checkpoint.value<std::int32_t>("run.month");
    run.output = checkpoint.text("run.output");
    run.command_line = checkpoint.text("run.command_line");
    if (checkpoint.has("run.steered")) run.steered = checkpoint.text("run.steered");
    return run;
}

std::size_t remove_stale_parts(const std::filesystem::path& checkpoint)
{
    namespace fs = std::filesystem;
    const std::string begin = checkpoint.filename().string() + ".tmp-";
    std::vector<fs::path> stale;
    std::error_code ec;
    for (const auto& entry : fs::directory_iterator(checkpoint.parent_path(), ec)) {
        const auto name = entry.path().filename().string();
        if (!name.starts_with(begin) || !entry.is_regular_file(ec)) continue;
        int process = 0, serial = 0, length = 0;
        const char* rest = name.c_str() + begin.size();
        if (std::sscanf(rest, "%d-%d%n", &process, &serial, &length) != 2 || rest[length] != '\0' || process <= 0)
            continue;
        if (::kill(process, 0) != 0 && errno == ESRCH) stale.push_back(entry.path());
    }
    return static_cast<std::size_t>(
        std::ranges::count_if(stale, [&](const auto& file) { return fs::remove(file, ec); }));
}

std::vector<std::byte> read_results(CheckpointReader& checkpoint)
{
    std::vector<std::byte> bytes;
    checkpoint.get("run.results", bytes);
    return bytes;
}

} // namespace rongtong::cli
