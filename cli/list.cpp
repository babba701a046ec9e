// rongtong list: what runs a folder holds, and which of them are done.
#include "analysis/collect.hpp"
#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/exit_codes.hpp"
#include "cli/search.hpp"
#include "cli/sweep/folder.hpp"
#include "cli/sweep/ledger.hpp"
#include "output/file_rules.hpp"
#include "output/glance.hpp"
#include "output/results_reader.hpp"
#include "sim/checkpoint.hpp"
#include "sim/error.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <memory>

namespace rongtong::cli {

namespace {

namespace fs = std::filesystem;
using nlohmann::ordered_json;

constexpr const char* finished = "done";

bool named_as_results(const fs::path& file) { return file.extension() == ".h5" || file.extension() == ".nc"; }

// A folder may hold thousands of runs, and files of gigabytes: what they say of themselves is enough.
ordered_json of_results(const fs::path& file, bool unfinished)
{
    const Glance seen = glance(file, unfinished);
    const auto scenario = ordered_json::parse(seen.scenario, nullptr, false);
    const bool named = !seen.scenario_name.empty() || !scenario.is_object();
    return {{"scenario", named ? seen.scenario_name : scenario.value("name", file.stem().string())},
            {"seed", seen.seed},
            {"replicate", seen.replicate},
            {"month", seen.month},
            {"months", scenario.is_object() ? scenario.value("months", 0) : 0},
            {"state", unfinished ? "not done" : finished}};
}

// One file with the runs of a sweep.
ordered_json of_collected(const fs::path& path)
{
    const ResultsReader file(path);
    if (!is_collected(file)) return {};
    const auto status = file.integers("/status");
    const auto there = std::count(status.begin(), status.end(), static_cast<std::int64_t>(RunStatus::finished));
    auto state = static_cast<std::size_t>(there) == status.size()
                     ? std::string(finished)
                     : fmt::format("{} of {} runs done", there, status.size());
    return {{"scenario", "a collected sweep"}, {"runs", status.size()}, {"state", std::move(state)}};
}

ordered_json of_checkpoint(const fs::path& file)
{
    CheckpointReader checkpoint(file.string());
    const auto scenario = ordered_json::parse(checkpoint.text("run.scenario"), nullptr, false);
    return {{"scenario", checkpoint.text("run.scenario_name")},
            {"seed", scenario.value("seed", 0)},
            {"replicate", scenario.value("replicate", 0)},
            {"month", checkpoint.value<std::int32_t>("run.month")},
            {"months", scenario.value("months", 0)},
            {"state", fmt::format("stopped: rongtong run --resume {}", file.string())}};
}

ordered_json of_sweep(const fs::path& folder)
{
    const SweepPlan plan = read_folder(folder);
    const auto done_runs = RunStore(folder).size(), failed_runs = read_failures(folder).size();
    auto state = done_runs == plan.runs() ? std::string(finished)
                                          : fmt::format("{} of {} runs done", done_runs, plan.runs());
    if (failed_runs > 0) state += fmt::format(", {} failed", failed_runs);
    return {{"scenario", fmt::format("sweep \"{}\"", plan.name)}, {"runs", plan.runs()}, {"state", state}};
}

// Every run of a sweep by its number.
ordered_json runs_of_sweep(const fs::path& folder)
{
    const SweepPlan plan = read_folder(folder);
    const RunStore store(folder);
    const auto failures = read_failures(folder);
    ordered_json list = ordered_json::array();
    for (std::size_t run = 0; run < plan.runs(); ++run) {
        const RunIndex i = plan.index(run);
        const auto failure = failures.find(run);
        const auto& setup = plan.scenarios[i.scenario].scenario.setup;
        list.push_back({{"file", fmt::format("{}/{}", folder.string(), run)},
                        {"scenario", plan.scenarios[i.scenario].label},
                        {"seed", setup.seed},
                        {"replicate", plan.first_replicate + i.replicate},
                        {"months", setup.months},
                        {"state", store.has(run)              ? finished
                                  : failure != failures.end() ? "failed: " + failure->second
                                                              : "not done"}});
    }
    return list;
}

ordered_json of_run_or_sweep(const fs::path& path)
{
    try {
        return of_results(path, false);
    } catch (const OutputError&) {
        if (auto sweep = of_collected(path); !sweep.is_null()) return sweep;
        throw;
    }
}

bool may_be_run(const fs::path& path)
{
    return named_as_results(path) || path.extension() == ".checkpoint" ||
           (path.extension() == ".part" && named_as_results(path.stem())) ||
           (fs::is_directory(path) && is_sweep_folder(path));
}

// Null for what is no run.
ordered_json of_entry(const fs::path& path)
{
    try {
        if (fs::is_directory(path)) return is_sweep_folder(path) ? of_sweep(path) : ordered_json();
        if (named_as_results(path)) return of_run_or_sweep(path);
        if (path.extension() == ".part" && named_as_results(path.stem())) return of_results(path, true);
        if (path.extension() == ".checkpoint") return of_checkpoint(path);
    } catch (const fs::filesystem_error& error) {
        return {{"state", fmt::format("can't be read: {}", error.code().message())}};
    } catch (const std::exception& error) {
        return {{"state", fmt::format("can't be read: {}", error.what())}};
    }
    return {};
}

// A folder of runs is not the whole disk: the search has an end.
ordered_json runs_below(const fs::path& folder, std::size_t most)
{
    constexpr std::size_t paths_for_a_run = 10;
    const Search found = search(folder, most * paths_for_a_run);
    ordered_json list = ordered_json::array();
    std::size_t passed_over = 0;
    for (const auto& path : found.paths) {
        if (list.size() == most && may_be_run(path)) ++passed_over;
        if (list.size() == most) continue;
        if (ordered_json claims = of_entry(path); !claims.is_null()) {
            ordered_json entry = {{"file", path.string()}};
            entry.update(claims);
            list.push_back(std::move(entry));
        }
    }
    if (!found.ended || passed_over > 0)
        warn(fmt::format(
            "{} holds more than was looked at ({} files and folders, {} runs): name a folder in it, or give "
            "--most",
            folder.string(), found.paths.size(), list.size()));
    return list;
}

std::string cell(const ordered_json& entry, const char* key)
{
    if (!entry.contains(key)) return "";
    return entry[key].is_string() ? entry[key].get<std::string>() : entry[key].dump();
}

std::string months_text(const ordered_json& entry)
{
    const auto all = cell(entry, "months"), now = cell(entry, "month");
    return now.empty() || now == all ? all : fmt::format("{} of {}", now, all);
}

int list_folder(const fs::path& folder, std::size_t most, bool as_json)
{
    if (!fs::is_directory(folder)) throw BadInput(folder.string() + ": this is no folder");
    const ordered_json list = is_sweep_folder(folder) ? runs_of_sweep(folder) : runs_below(folder, most);
    if (as_json) return print(list.dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n"), done;
    if (list.empty()) return print(fmt::format("{} holds no runs.\n", folder.string())), done;
    std::vector<std::vector<std::string>> rows{{"run", "scenario", "seed", "replicate", "months", "state"}};
    for (const auto& e : list)
        rows.push_back({cell(e, "file"), cell(e, "scenario"), cell(e, "seed"), cell(e, "replicate"), months_text(e),
                        cell(e, "state")});
    print(table(rows, rows[0].size()));
    return done;
}

} // namespace

void add_list(CLI::App& program, Action& action)
{
    struct Options {
        fs::path folder = ".";
        std::size_t most = 10000;
        bool json = false;
    };
    auto options = std::make_shared<Options>();
    auto* command = program.add_subcommand("list", "Name the runs in a folder and below, and say which are done");
    command->footer("Examples:\n  rongtong list runs\n  rongtong list study          (the runs of a sweep)\n\n"
                    "It says what files say of themselves; rongtong check reads them whole.");
    command->add_option("folder", options->folder, "Folder of results files or of a sweep (default: this one)")
        ->type_name("DIR");
    command->add_option("--most", options->most, "Runs to list at most, out of ten times as many files and folders")
        ->check(CLI::Range(std::size_t{1}, std::size_t{100'000'000}))
        ->capture_default_str();
    command->add_flag("--json", options->json, "As JSON");
    command->callback([&action, options] {
        action = [options] { return list_folder(options->folder, options->most, options->json); };
    });
}

} // namespace rongtong::cli
