// rongtong list: what runs a folder holds, and which of them are done.
#include "analysis/runs.hpp"
#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/exit_codes.hpp"
#include "cli/sweep/folder.hpp"
#include "cli/sweep/ledger.hpp"
#include "output/results_reader.hpp"
#include "sim/checkpoint.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <memory>

namespace rongtong::cli {

namespace {

namespace fs = std::filesystem;
using json = nlohmann::ordered_json;

constexpr const char* finished = "done";

bool is_results(const fs::path& file) { return file.extension() == ".h5" || file.extension() == ".nc"; }

json of_results(const fs::path& file, bool unfinished)
{
    const ResultsReader results(file, {.unfinished = unfinished});
    const auto scenario = json::parse(results.text_attribute("/", "scenario"), nullptr, false);
    return {{"scenario", scenario_name(results)},
            {"seed", results.integer_attribute("/", "seed")},
            {"replicate", results.integer_attribute("/", "replicate")},
            {"month", results.integers("/month").empty() ? 0 : results.integers("/month").back()},
            {"months", scenario.is_object() ? scenario.value("months", 0) : 0},
            {"state", unfinished ? "not done" : finished}};
}

json of_checkpoint(const fs::path& file)
{
    CheckpointReader checkpoint(file.string());
    const auto scenario = json::parse(checkpoint.text("run.scenario"), nullptr, false);
    return {{"scenario", checkpoint.text("run.scenario_name")},
            {"seed", scenario.value("seed", 0)},
            {"replicate", scenario.value("replicate", 0)},
            {"month", checkpoint.value<std::int32_t>("run.month")},
            {"months", scenario.value("months", 0)},
            {"state", fmt::format("stopped: rongtong run --resume {}", file.string())}};
}

json of_sweep(const fs::path& folder)
{
    const SweepPlan plan = read_folder(folder);
    const auto done_runs = RunStore(folder).size(), failed_runs = read_failures(folder).size();
    auto state = done_runs == plan.runs() ? std::string(finished)
                                          : fmt::format("{} of {} runs done", done_runs, plan.runs());
    if (failed_runs > 0) state += fmt::format(", {} failed", failed_runs);
    return {{"scenario", fmt::format("sweep \"{}\"", plan.name)}, {"runs", plan.runs()}, {"state", state}};
}

// Every run of a sweep by its number.
json runs_of_sweep(const fs::path& folder)
{
    const SweepPlan plan = read_folder(folder);
    const RunStore store(folder);
    const auto failures = read_failures(folder);
    json list = json::array();
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

// Null for what is no run.
json of_entry(const fs::path& path)
{
    try {
        if (fs::is_directory(path)) return is_sweep_folder(path) ? of_sweep(path) : json();
        if (is_results(path)) return of_results(path, false);
        if (path.extension() == ".part" && is_results(path.stem())) return of_results(path, true);
        if (path.extension() == ".checkpoint") return of_checkpoint(path);
    } catch (const std::exception& error) {
        return {{"state", fmt::format("can't be read: {}", error.what())}};
    }
    return {};
}

// By name. A sweep is one path; its own files are not looked at. A folder of runs is not the whole disk: the search has an end.
std::vector<fs::path> paths_below(const fs::path& folder)
{
    constexpr std::size_t most = 100000;
    std::vector<fs::path> paths;
    std::error_code error;
    const auto skip = fs::directory_options::skip_permission_denied;
    for (fs::recursive_directory_iterator at(folder, skip, error), end; !error && at != end; at.increment(error)) {
        std::error_code gone;
        paths.push_back(at->path());
        if (at->is_directory(gone) && is_sweep_folder(at->path())) at.disable_recursion_pending();
        if (paths.size() > most)
            throw BadInput(folder.string() + ": has too much in it to look for runs; name the folder of the runs");
    }
    if (error) throw BadInput(folder.string() + ": can't be read: " + error.message());
    std::ranges::sort(paths);
    return paths;
}

json runs_below(const fs::path& folder)
{
    json list = json::array();
    for (const auto& path : paths_below(folder))
        if (json found = of_entry(path); !found.is_null()) {
            json entry = {{"file", path.string()}};
            entry.update(found);
            list.push_back(std::move(entry));
        }
    return list;
}

std::string cell(const json& entry, const char* key)
{
    if (!entry.contains(key)) return "";
    return entry[key].is_string() ? entry[key].get<std::string>() : entry[key].dump();
}

std::string months_text(const json& entry)
{
    const auto all = cell(entry, "months"), now = cell(entry, "month");
    return now.empty() || now == all ? all : fmt::format("{} of {}", now, all);
}

int list_folder(const fs::path& folder, bool as_json)
{
    if (!fs::is_directory(folder)) throw BadInput(folder.string() + ": this is no folder");
    const json list = is_sweep_folder(folder) ? runs_of_sweep(folder) : runs_below(folder);
    if (as_json) return print(list.dump(2, ' ', false, json::error_handler_t::replace) + "\n"), done;
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
        bool json = false;
    };
    auto options = std::make_shared<Options>();
    auto* command = program.add_subcommand("list", "Name the runs in a folder and below, and say which are done");
    command->footer("Examples:\n  rongtong list runs\n  rongtong list study          (the runs of a sweep)");
    command->add_option("folder", options->folder, "Folder of results files or of a sweep (default: this one)")
        ->type_name("DIR");
    command->add_flag("--json", options->json, "As JSON");
    command->callback(
        [&action, options] { action = [options] { return list_folder(options->folder, options->json); }; });
}

} // namespace rongtong::cli
