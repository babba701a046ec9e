#include "cli/run_plan.hpp"

#include "cli/checkpoints.hpp"
#include "cli/console.hpp"
#include "cli/exit_codes.hpp"
#include "cli/memory.hpp"
#include "cli/sweep/run_again.hpp"
#include "models/common_past.hpp"
#include "output/output_path.hpp"
#include "scenarios/plan.hpp"
#include "sim/shell_word.hpp"

#include <fmt/format.h>
#include <tbb/info.h>

namespace rongtong::cli {

namespace {

namespace fs = std::filesystem;

// Before anything is computed: the file must be free, its folder writable, its part file not in use.
void check_output(const fs::path& output, bool force)
{
    try {
        check_output_path(output, force);
        check_part_path(part_path_of(output));
    } catch (const OutputError& error) {
        std::error_code ec;
        const bool exists = !force && fs::is_regular_file(output, ec);
        throw BadInput(exists ? output.string() + ": exists already; --force replaces it, -o names another file"
                              : std::string(error.what()));
    }
}

// An empty text where both describe the same run.
void compare_with_file(const RunOptions& options, const Scenario& stored)
{
    ScenarioOverrides overrides = options.overrides;
    overrides.months = stored.setup.months;
    const Scenario given = load_scenario(options.scenario, overrides);
    if (given.sha256 != stored.sha256)
        throw CheckpointError(fmt::format(
            "{} is of another scenario than {} describes (scenario \"{}\", seed {}, replicate {}); leave the scenario "
            "file "
            "away to go on with the checkpoint's own, or give the same --set, --seed and --replicate as then",
            options.resume.string(), options.scenario.string(), stored.name, stored.setup.seed,
            stored.setup.replicate));
}

void check_overrides(const RunOptions& options)
{
    const auto& o = options.overrides;
    if (options.scenario.empty() && (!o.set.empty() || o.seed || o.replicate))
        throw BadInput("--set, --seed and --replicate make another run, which can't go on from a checkpoint; "
                       "only --months, --threads, -o and --checkpoint-every go with --resume");
}

// A checkpoint may be a stranger's: by itself it has results written beside it alone.
bool same_folder(const fs::path& output, const fs::path& checkpoint)
{
    std::error_code ec;
    return fs::equivalent(output.parent_path(), fs::absolute(checkpoint).parent_path(), ec);
}

void plan_resumed(const RunOptions& options, RunPlan& plan)
{
    check_overrides(options);
    plan.resumed = options.resume;
    plan.reader = std::make_unique<CheckpointReader>(options.resume.string());
    StoredRun stored = read_run(*plan.reader, options.resume, options.overrides.months);
    plan.scenario = std::move(stored.scenario);
    plan.first_month = stored.month;
    if (!options.scenario.empty()) compare_with_file(options, plan.scenario);
    if (plan.scenario.setup.months <= stored.month)
        throw BadInput(fmt::format("{} has {} months already; --months must be larger to go on",
                                   options.resume.string(), stored.month));
    if (options.output.empty() && !same_folder(stored.output, options.resume))
        throw BadInput(
            fmt::format("{}: was written for {}, which is not in its folder; say with -o where its results go",
                        options.resume.string(), stored.output.string()));
    plan.output = options.output.empty() ? stored.output : fs::absolute(options.output);
    plan.command_line = stored.command_line + " && " + options.command_line;
    plan.steered = stored.steered;
}

// Refused unless both scenarios describe the same economy up to the checkpoint's month.
void check_branch(const RunOptions& options, const Scenario& given, const StoredRun& stored)
{
    const auto refuse = [&](const std::string& why) {
        throw BadInput(
            fmt::format("{} can't branch off from {}: {}", options.scenario.string(), options.branch.string(), why));
    };
    const Setup &a = given.setup, &b = stored.scenario.setup;
    if (!same_start(a, b))
        refuse(
            "they are of different economies or luck: calibration, firms, seed, replicate and everything under /model "
            "must be the same");
    if (a.months <= stored.month)
        refuse(fmt::format("it has {} months, the checkpoint is of month {}", a.months, stored.month));
    if (const auto shared = shared_months(a, b); shared < stored.month)
        refuse(fmt::format("policies or shocks differ from month {} on, and the checkpoint is of month {}", shared + 1,
                           stored.month));
    if (given.output != stored.scenario.output)
        refuse("their \"output\" differs, so that the results of the past are not those that this run wants");
}

void plan_branched(const RunOptions& options, RunPlan& plan)
{
    plan.scenario = load_scenario(options.scenario, options.overrides);
    plan.reader = std::make_unique<CheckpointReader>(options.branch.string());
    const StoredRun stored = read_run(*plan.reader, options.branch, std::nullopt);
    check_branch(options, plan.scenario, stored);
    plan.branched = true;
    plan.first_month = stored.month;
    plan.command_line = stored.command_line + " && " + options.command_line;
}

void plan_again(const RunOptions& options, RunPlan& plan)
{
    const auto& o = options.overrides;
    if (!options.scenario.empty() || !o.set.empty() || o.seed || o.replicate || o.months)
        throw BadInput(
            "--from does a run again as it was: a scenario file, --set, --seed, --replicate and --months do not go "
            "with it");
    plan.scenario = scenario_of_run(options.from);
    plan.command_line = options.command_line;
}

void plan_new(const RunOptions& options, RunPlan& plan)
{
    if (options.scenario.empty())
        throw BadInput("a scenario file is needed, such as: rongtong run scenarios/baseline.json");
    plan.scenario = load_scenario(options.scenario, options.overrides);
    plan.command_line = options.command_line;
}

void check_ways(const RunOptions& options)
{
    const int ways = !options.resume.empty() + !options.branch.empty() + !options.from.empty();
    if (ways > 1) throw BadInput("only one of --resume, --branch-from and --from can say where a run begins");
    if (options.step && options.json)
        throw BadInput("--step answers in lines of its own, of which the last is the summary; leave --json away");
    if (options.step && options.scenario == "-")
        throw BadInput("--step takes requests on standard input, so the scenario can't come from there; name a file");
    if (!options.branch.empty() && options.scenario.empty())
        throw BadInput("--branch-from wants a scenario file, which says how it goes on");
    if (!options.scenario.empty() && is_plan(options.scenario))
        throw BadInput(fmt::format("{}: this is a plan of many runs: rongtong sweep {} -o DIR",
                                   options.scenario.string(), shell_word(options.scenario.string())));
}

} // namespace

RunPlan make_plan(const RunOptions& options)
{
    if (!options.output.empty()) check_output(options.output, options.force);
    check_ways(options);
    RunPlan plan;
    if (!options.resume.empty()) plan_resumed(options, plan);
    else if (!options.branch.empty()) plan_branched(options, plan);
    else if (!options.from.empty()) plan_again(options, plan);
    else plan_new(options, plan);
    if (plan.resumed.empty())
        plan.output = fs::absolute(options.output.empty() ? fs::path(plan.scenario.name + ".h5") : options.output);
    check_output(plan.output, options.force);
    plan.checkpoint = plan.output.string() + ".checkpoint";
    plan.threads = options.threads > 0 ? options.threads : tbb::info::default_concurrency();
    plan.force = options.force;
    plan.checkpoint_every = options.checkpoint_every;
    return plan;
}

void check_memory(const RunPlan& plan)
{
    const auto firms = fmt::format("{} firms", grouped(static_cast<std::int64_t>(plan.scenario.setup.firms)));
    const MemoryNeed need = memory_of(plan.scenario);
    const bool checkpoints = plan.checkpoint_every > 0;
    const auto why = too_large(firms, need.of_run(checkpoints ? Keeps::all_in_memory : Keeps::on_disk));
    if (why.empty()) return;
    throw BadInput(why + (checkpoints && need.results > need.state
                              ? "; most of it is for checkpoints, which hold the records so far: leave "
                                "--checkpoint-every away, or record less"
                              : "; take fewer firms (--set /firms=N), or a larger machine"));
}

} // namespace rongtong::cli
