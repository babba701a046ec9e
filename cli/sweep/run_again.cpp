#include "cli/sweep/run_again.hpp"

#include "analysis/runs.hpp"
#include "cli/console.hpp"
#include "cli/exit_codes.hpp"
#include "cli/provenance.hpp"
#include "cli/sweep/folder.hpp"
#include "output/results_reader.hpp"
#include "output/run_store.hpp"
#include "scenarios/plan.hpp"
#include "sim/error.hpp"

#include <fmt/format.h>

#include <charconv>

namespace rongtong::cli {

namespace {

namespace fs = std::filesystem;

void warn_of_other_program(const fs::path& run, const std::string& commit)
{
    if (commit != git_commit())
        warn(fmt::format("{} was computed by a build of commit {}, this one is of {}: the results may differ",
                         run.string(), commit, git_commit()));
}

Scenario of_results(const fs::path& file)
{
    try {
        const ResultsReader results(file);
        const auto path = [&](const char* name) {
            return results.has_attribute("/", name) ? results.text_attribute("/", name) : std::string();
        };
        const Scenario scenario = scenario_from_text(
            results.text_attribute("/", "scenario"), results.text_attribute("/", "calibration_folder"),
            "scenario of " + file.string(), {}, {path("start_firms_file"), path("start_links_file")});
        if (scenario.setup.calibration->sha256 != results.text_attribute("/", "calibration_sha256"))
            throw BadInput(fmt::format("{}: the figures in {} have changed since", file.string(),
                                       scenario.calibration_folder.string()));
        warn_of_other_program(file, results.text_attribute("/", "git_commit"));
        return scenario;
    } catch (const OutputError& error) {
        throw BadInput(error.what());
    }
}

// What lies in this run's place, if it was done before, must be it: who does it again compares.
void check_stored(const fs::path& folder, std::size_t run, const std::string& digest)
{
    try {
        const RunStore store(folder);
        if (!store.has(run)) return;
        check_sweep_run(ResultsReader(store.bytes(run), folder / RunStore::member_of(run)), run, digest);
    } catch (const OutputError& error) {
        throw BadInput(error.what());
    }
}

Scenario of_sweep(const fs::path& folder, const std::string& number)
{
    const SweepPlan plan = load_plan(folder / "plan.json");
    std::size_t run = 0;
    const auto read = std::from_chars(number.data(), number.data() + number.size(), run);
    if (read.ec != std::errc() || read.ptr != number.data() + number.size() || run >= plan.runs())
        throw BadInput(fmt::format("{}/{}: the sweep has runs 0 to {}", folder.string(), number, plan.runs() - 1));
    Scenario scenario = run_scenario(plan, plan.index(run));
    check_stored(folder, run, scenario.sha256);
    warn_of_other_program(folder, commit_of_folder(folder));
    return scenario;
}

} // namespace

Scenario scenario_of_run(const fs::path& run)
{
    if (is_sweep_folder(run.parent_path())) return of_sweep(run.parent_path(), run.filename().string());
    if (is_sweep_folder(run))
        throw BadInput(
            fmt::format("{}: is a whole sweep; name one run of it, such as {}", run.string(), (run / "0").string()));
    return of_results(run);
}

} // namespace rongtong::cli
