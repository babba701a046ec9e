// rongtong rerun: makes the runs of a bundle again and compares their data with the hashes in it.
#include "analysis/new_folder.hpp"
#include "cli/bundle/manifest.hpp"
#include "cli/bundle/own_files.hpp"
#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/exit_codes.hpp"
#include "cli/one_run.hpp"
#include "cli/provenance.hpp"
#include "cli/signals.hpp"
#include "sim/parallel.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <tbb/info.h>

#include <algorithm>
#include <fstream>
#include <memory>
#include <optional>

namespace rongtong::cli {

namespace {

namespace fs = std::filesystem;
using nlohmann::ordered_json;

struct RerunOptions {
    fs::path archive, output; // output: empty, the results are not kept
    int threads = 0;
    bool force = false, json = false, quiet = false;
    std::string command_line;
};

struct Outcome {
    BundledRun bundled;
    std::vector<std::string> different; // data sets, with those that only one side has
    std::size_t data_sets = 0;
};

// Names were looked at when the archive was read: none leads out of the folder.
void unpack(const Members& members, const std::string& prefix, const fs::path& folder)
{
    fs::create_directories(folder / prefix);
    for (const auto& [name, content] : members) {
        if (!name.starts_with(prefix)) continue;
        std::ofstream out(folder / name, std::ios::binary);
        if (!out.write(content.data(), static_cast<std::streamsize>(content.size())).flush())
            throw OutputError((folder / name).string() + ": can't be written");
    }
}

Scenario scenario_of(const BundledRun& run, const Members& members, const fs::path& folder, const fs::path& archive)
{
    const fs::path figures = folder / calibration_prefix(run);
    if (!fs::exists(figures)) unpack(members, calibration_prefix(run), folder);
    StartFiles tables;
    if (!run.start_sha256.empty()) {
        const std::string prefix = start_member(run, "firms").substr(0, start_member(run, "firms").rfind('/') + 1);
        if (!fs::exists(folder / prefix)) unpack(members, prefix, folder);
        tables.firms = folder / start_member(run, "firms");
        if (members.contains(start_member(run, "links"))) tables.links = folder / start_member(run, "links");
    }
    Scenario scenario = scenario_from_text(members.at(scenario_member(run)), figures,
                                           fmt::format("{} in {}", scenario_member(run), archive.string()), {}, tables);
    scenario.name = run.scenario_name;
    if (scenario.setup.calibration->sha256 != run.calibration_sha256)
        throw BadInput(
            fmt::format("{}: the figures of \"{}\" are not those of its digest", archive.string(), run.name));
    if (scenario.sha256 != run.scenario_sha256)
        warn(fmt::format("{}: this version writes the scenario in other words", run.name));
    return scenario;
}

std::vector<std::string> differences(const DataDigests& before, const DataDigests& now)
{
    std::vector<std::string> names;
    for (const auto& [name, digest] : before)
        if (const auto found = now.find(name); found == now.end() || found->second != digest) names.push_back(name);
    for (const auto& [name, digest] : now)
        if (!before.contains(name)) names.push_back(name);
    return names;
}

ordered_json as_json(const Outcome& outcome)
{
    const auto& run = outcome.bundled;
    return {{"name", run.name},
            {"scenario", run.scenario_name},
            {"seed", run.seed},
            {"replicate", run.replicate},
            {"git_commit", run.git_commit},
            {"same", outcome.different.empty()},
            {"data_sets", outcome.data_sets},
            {"different", outcome.different}};
}

std::string words_on(const Outcome& outcome)
{
    constexpr std::size_t shown = 5;
    const auto& different = outcome.different;
    if (different.empty()) return fmt::format("same ({} data sets)", outcome.data_sets);
    const std::vector<std::string> some(
        different.begin(), different.begin() + static_cast<std::ptrdiff_t>(std::min(shown, different.size())));
    return fmt::format("{} of {} data sets differ: {}{}", different.size(), outcome.data_sets, fmt::join(some, ", "),
                       different.size() > shown ? ", ..." : "");
}

void tell(const RerunOptions& options, const std::vector<Outcome>& outcomes)
{
    ordered_json list = ordered_json::array();
    std::vector<std::vector<std::string>> rows{{"run", "scenario", "seed", "replicate", "results"}};
    for (const auto& outcome : outcomes) {
        const auto& run = outcome.bundled;
        list.push_back(as_json(outcome));
        rows.push_back(
            {run.name, run.scenario_name, std::to_string(run.seed), std::to_string(run.replicate), words_on(outcome)});
    }
    if (options.json) print(list.dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n");
    else if (!options.quiet) print(table(rows, rows.front().size()));
    const bool other = std::ranges::any_of(outcomes, [](const Outcome& outcome) {
        return !outcome.different.empty() &&
               (outcome.bundled.git_commit != git_commit() || outcome.bundled.compiler != compiler());
    });
    if (other)
        warn(fmt::format("the runs are of other builds than this one ({}): bits are promised for one build",
                         version_text()));
}

class Rerun {
public:
    explicit Rerun(const RerunOptions& options)
        : options_(options), members_(read_archive(options.archive)), runs_(read_manifest(members_, options.archive))
    {}

    int all()
    {
        std::optional<NewFolder> made;
        make_folder(made);
        std::vector<Outcome> outcomes;
        for (const auto& run : runs_) {
            const fs::path file = results_of(outcomes.size());
            if (const int code = one(run, file); code != done) return code;
            const DataDigests now = data_digests(ResultsReader(file, {.unfinished = false, .own = true}));
            outcomes.push_back({run, differences(run.data, now), now.size()});
            std::error_code ec;
            if (options_.output.empty()) fs::remove(file, ec);
        }
        tell(options_, outcomes);
        return std::ranges::all_of(outcomes, [](const auto& o) { return o.different.empty(); }) ? done : failed;
    }

private:
    void make_folder(std::optional<NewFolder>& made) const
    {
        try {
            if (!options_.output.empty()) made.emplace(options_.output);
        } catch (const OutputError& error) {
            throw BadInput(error.what());
        }
    }

    fs::path results_of(std::size_t number) const
    {
        return fs::absolute(options_.output.empty() ? folder_.path() : options_.output) /
               fmt::format("run-{}.h5", number);
    }

    int one(const BundledRun& bundled, const fs::path& file)
    {
        RunPlan plan;
        plan.scenario = scenario_of(bundled, members_, folder_.path(), options_.archive);
        plan.output = file;
        plan.checkpoint = file.string() + ".checkpoint";
        plan.command_line = options_.command_line;
        plan.threads = options_.threads > 0 ? options_.threads : tbb::info::default_concurrency();
        plan.force = options_.force;
        plan.temporary = options_.output.empty();
        check_memory(plan);
        RunOptions run;
        run.quiet = options_.quiet || options_.json;
        Saved saved;
        PartFile part(file);
        return with_threads(plan.threads, [&] {
            OneRun one(plan, run, saved);
            part.written();
            return one.advance();
        });
    }

    const RerunOptions& options_;
    const WorkFolder folder_;
    const Members members_;
    const std::vector<BundledRun> runs_;
};

int rerun(const RerunOptions& options)
{
    watch_signals();
    return Rerun(options).all();
}

} // namespace

void add_rerun(CLI::App& program, Action& action, const std::string& command_line)
{
    auto options = std::make_shared<RerunOptions>();
    options->command_line = command_line;
    auto* command = program.add_subcommand("rerun", "Make the runs of a bundle again and compare their results");
    command->footer("Example:\n  rongtong rerun study.zip\n\nExit code 0: the same, 1: something differs.");
    command->add_option("bundle", options->archive, "The archive that rongtong bundle wrote")
        ->required()
        ->type_name("FILE");
    command->add_option("-o,--output", options->output, "Keep the results, in this folder")->type_name("DIR");
    command
        ->add_option("--threads", options->threads,
                     "Threads (default: all CPUs allowed); results do not depend on them")
        ->check(CLI::Range(1, 1024));
    command->add_flag("--force", options->force, "With -o: replace results that exist");
    command->add_flag("--json", options->json, "As JSON");
    command->add_flag("--quiet", options->quiet, "Exit code alone");
    command->callback([&action, options] { action = [options] { return rerun(*options); }; });
}

} // namespace rongtong::cli
