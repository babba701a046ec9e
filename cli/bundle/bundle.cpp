// rongtong bundle: what it takes to make runs again, in one archive.
#include "analysis/runs.hpp"
#include "cli/bundle/manifest.hpp"
#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/exit_codes.hpp"
#include "models/own_data.hpp"
#include "output/file_rules.hpp"
#include "output/output_path.hpp"
#include "scenarios/calibration.hpp"
#include "scenarios/scenario.hpp"
#include "sim/shell_word.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <fstream>
#include <memory>

namespace rongtong::cli {

namespace {

namespace fs = std::filesystem;

struct BundleOptions {
    std::vector<fs::path> inputs;
    fs::path output;
    bool force = false, quiet = false;
};

struct Bundle {
    std::vector<BundledRun> runs;
    Members members;
};

std::string content_of(const fs::path& file)
{
    std::ifstream in(file, std::ios::binary);
    std::string content{std::istreambuf_iterator<char>(in), {}};
    if (!in) throw BadInput(file.string() + ": can't be read");
    return content;
}

// The figures that the run was made of must still lie where they lay.
void add_calibration(Bundle& bundle, const BundledRun& run, const fs::path& folder)
{
    const std::string prefix = calibration_prefix(run);
    if (bundle.members.contains(prefix + "nation.json")) return;
    std::error_code ec;
    if (!fs::is_directory(folder, ec))
        throw BadInput(
            fmt::format("{}: its calibration folder {} is gone; put it back where it was", run.name, folder.string()));
    if (load_calibration(folder)->sha256 != run.calibration_sha256)
        throw BadInput(fmt::format("{}: the figures in {} have changed since; put them back, or make the run again",
                                   run.name, folder.string()));
    for (const auto& entry : fs::directory_iterator(folder))
        if (const auto name = entry.path().filename().string();
            entry.is_regular_file() && name.ends_with(".json") && is_member_name(prefix + name))
            bundle.members[prefix + name] = content_of(entry.path());
}

// Tables that its start was given: as they were, since the scenario has their digest. Gives that.
std::string add_start(Bundle& bundle, const ResultsReader& results, BundledRun run)
{
    const auto text = [&](const char* name) {
        return results.has_attribute("/", name) ? results.text_attribute("/", name) : std::string();
    };
    if (text("start_firms_file").empty()) return "";
    const Scenario scenario = scenario_from_text(text("scenario"), text("calibration_folder"), run.name, {},
                                                 {text("start_firms_file"), text("start_links_file")});
    run.start_sha256 = scenario.setup.own->sha256;
    const auto& [firms, links, unread] = scenario.start_files;
    bundle.members[start_member(run, "firms")] = content_of(firms);
    if (!links.empty()) bundle.members[start_member(run, "links")] = content_of(links);
    return run.start_sha256;
}

void add_run(Bundle& bundle, const ResultsReader& results)
{
    if (is_collected(results))
        throw BadInput(fmt::format("{}: is a collected file; bundle the folder of the sweep, which has its runs",
                                   results.path().string()));
    const auto text = [&](const char* name) { return results.text_attribute("/", name); };
    BundledRun run{results.path().string(),
                   text("scenario_name"),
                   text("scenario_sha256"),
                   text("calibration_sha256"),
                   "",
                   results.integer_attribute("/", "seed"),
                   results.integer_attribute("/", "replicate"),
                   text("program_version"),
                   text("git_commit"),
                   text("compiler"),
                   data_digests(results)};
    bundle.members[scenario_member(run)] = text("scenario");
    add_calibration(bundle, run, text("calibration_folder"));
    run.start_sha256 = add_start(bundle, results, run);
    bundle.runs.push_back(std::move(run));
}

Bundle bundle_of(const std::vector<fs::path>& inputs)
{
    Bundle bundle;
    try {
        for (const auto& input : inputs)
            for_each_results(input, [&](const ResultsReader& results) { add_run(bundle, results); });
    } catch (const OutputError& error) {
        throw BadInput(error.what());
    }
    return bundle;
}

std::string words_for_people(const fs::path& file)
{
    return fmt::format(
        "This archive holds what it takes to make runs of rongtong again, and the hashes of their results:\n\n"
        "  rongtong rerun {}\n\n"
        "manifest.json says what was run, by which version and commit. Bits are promised for one build; another\n"
        "compiler or CPU level may round otherwise. One run by hand, unpacked:\n\n"
        "  rongtong run scenarios/DIGEST.json --set /calibration=$PWD/calibrations/DIGEST -o R.h5\n\n"
        "with --set /start/firms=$PWD/starts/DIGEST/firms.csv (links alike) where its start was given tables.\n",
        shell_word(file.filename().string()));
}

int bundle(const BundleOptions& options)
{
    if (options.output.extension() != ".zip")
        throw BadInput(fmt::format("{}: a bundle is a zip archive; call it {}", options.output.string(),
                                   fs::path(options.output).replace_extension(".zip").string()));
    try {
        check_output_path(options.output, options.force);
    } catch (const OutputError& error) {
        throw BadInput(error.what());
    }
    Bundle bundle = bundle_of(options.inputs);
    bundle.members["manifest.json"] = manifest_text(bundle.runs);
    bundle.members["README.txt"] = words_for_people(options.output);
    write_archive(options.output, bundle.members, options.force);
    if (!options.quiet)
        print(fmt::format("{}: {} {}. To make them again and compare: rongtong rerun {}\n", options.output.string(),
                          bundle.runs.size(), bundle.runs.size() == 1 ? "run" : "runs",
                          shell_word(options.output.string())));
    return done;
}

} // namespace

void add_bundle(CLI::App& program, Action& action)
{
    auto options = std::make_shared<BundleOptions>();
    auto* command = program.add_subcommand("bundle", "Pack scenarios, calibration and hashes of runs into one archive");
    command->footer("Examples:\n  rongtong bundle runs/base runs/cap -o study.zip\n  rongtong rerun study.zip");
    command->add_option("runs", options->inputs, "Results files, folders of them, or folders of sweeps")->required();
    command->add_option("-o,--output", options->output, "The archive, NAME.zip")->required()->type_name("FILE");
    command->add_flag("--force", options->force, "Replace the archive if it exists");
    command->add_flag("--quiet", options->quiet, "Say nothing");
    command->callback([&action, options] { action = [options] { return bundle(*options); }; });
}

} // namespace rongtong::cli
