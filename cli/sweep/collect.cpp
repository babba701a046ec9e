// rongtong collect: one dataset out of a sweep's runs.
#include "analysis/collect.hpp"

#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/exit_codes.hpp"
#include "cli/provenance.hpp"
#include "cli/sweep/folder.hpp"
#include "cli/sweep/ledger.hpp"
#include "cli/sweep/sweep_progress.hpp"
#include "output/output_path.hpp"
#include "sim/error.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <memory>
#include <set>

namespace rongtong::cli {

namespace {

namespace fs = std::filesystem;

struct CollectOptions {
    fs::path folder, output;
    bool force = false, json = false, quiet = false;
    std::string command_line;
};

// A parameter as a coordinate: numbers where all values are, else their JSON text.
PointColumn column_of(const SweepPlan& plan, std::size_t parameter)
{
    const PlanParameter& p = plan.parameters[parameter];
    std::vector<double> numbers;
    std::vector<std::string> texts;
    bool numeric = true;
    for (std::size_t point = 0; point < plan.points(); ++point) {
        const auto value = plan.value(parameter, point);
        numeric = numeric && value.is_number();
        numbers.push_back(value.is_number() ? value.get<double>() : std::numeric_limits<double>::quiet_NaN());
        texts.push_back(value.is_string() ? value.get<std::string>() : value.dump());
    }
    if (numeric) return {p.name, "value of " + p.pointer, std::move(numbers), true};
    return {p.name, "value of " + p.pointer, std::move(texts), true};
}

// The months that runs keep, of all scenarios and points.
std::vector<std::int32_t> months_of(const SweepPlan& plan)
{
    std::set<std::int32_t> months;
    const bool varied = std::ranges::any_of(plan.parameters, [](const auto& p) { return p.pointer == "/months"; });
    for (std::size_t s = 0; s < plan.scenarios.size(); ++s)
        for (std::size_t point = 0; point < (varied ? plan.points() : 1); ++point) {
            std::int32_t last = plan.scenarios[s].scenario.setup.months;
            for (std::size_t p = 0; p < plan.parameters.size(); ++p)
                if (plan.parameters[p].pointer == "/months") last = plan.value(p, point).get<std::int32_t>();
            for (std::int32_t m = 1; m <= last; ++m)
                if (plan.scenarios[s].scenario.output.months.takes(m)) months.insert(m);
        }
    return {months.begin(), months.end()};
}

CollectRequest request_of(const SweepPlan& plan, const fs::path& folder)
{
    CollectRequest request;
    for (const auto& s : plan.scenarios) request.scenarios.push_back(s.label);
    for (std::size_t r = 0; r < plan.replicates; ++r)
        request.replicates.push_back(static_cast<std::int32_t>(plan.first_replicate + r));
    request.months = months_of(plan);
    request.points = plan.points();
    request.has_points = !plan.parameters.empty();
    for (std::size_t p = 0; p < plan.parameters.size(); ++p) request.columns.push_back(column_of(plan, p));
    for (const auto& [name, values] : plan.design.numbers)
        request.columns.push_back({"design_" + name, "of the design: " + name, values, false});
    for (const auto& [name, values] : plan.design.texts)
        request.columns.push_back({"design_" + name, "of the design: " + name, values, false});
    request.attributes = {{"title", "runs of the sweep " + plan.name},
                          {"plan", plan.resolved.dump()},
                          {"plan_sha256", plan.sha256},
                          {"design", plan.design.kind.empty() ? std::string("none") : plan.design.kind},
                          {"program_version", program_version()},
                          {"git_commit", commit_of_folder(folder)}, // of the runs
                          {"compiler", compiler()}};
    return request;
}

void report(const CollectOptions& options, const CollectCount& count)
{
    if (options.json)
        print(nlohmann::ordered_json{{"output", options.output.string()},
                                     {"finished", count.finished},
                                     {"failed", count.failed},
                                     {"missing", count.missing}}
                  .dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) +
              "\n");
    else if (!options.quiet)
        print(fmt::format("{}: {} runs{}{}\n", options.output.string(), count.finished,
                          count.failed == 0 ? "" : fmt::format(", {} failed", count.failed),
                          count.missing == 0 ? ""
                                             : fmt::format(", {} missing (sweep --resume does them)", count.missing)));
}

int collect(CollectOptions options)
{
    const SweepPlan plan = read_folder(options.folder);
    if (options.output.empty()) {
        const fs::path whole =
            fs::absolute(options.folder).lexically_normal(); // "." has no name, "study/" an empty one
        options.output = (whole.has_filename() ? whole : whole.parent_path()).string() + ".h5";
    }
    try {
        check_output_path(options.output, options.force);
    } catch (const OutputError& error) {
        throw BadInput(error.what());
    }
    const RunStore store(options.folder);
    const auto failures = read_failures(options.folder);
    CollectRequest request = request_of(plan, options.folder);
    request.attributes.emplace_back("command_line", options.command_line);
    request.attributes.emplace_back("created", utc_now());
    request.results = [&](std::size_t run) { return store.has(run) ? std::optional(store.bytes(run)) : std::nullopt; };
    request.failed = [&](std::size_t run) { return failures.contains(run); };
    request.digest = [&](std::size_t run) { return run_scenario(plan, plan.index(run)).sha256; };
    SweepProgress progress(options.quiet ? ProgressFor::nobody : ProgressFor::people);
    request.progress = [&](std::size_t run) { progress.show({run + 1, 0, plan.runs(), 0}); };
    const CollectCount count = collect_runs(request, options.output, options.force);
    progress.end({});
    report(options, count);
    return done;
}

} // namespace

void add_collect(CLI::App& program, Action& action, const std::string& command_line)
{
    auto options = std::make_shared<CollectOptions>();
    options->command_line = command_line;
    auto* command = program.add_subcommand("collect", "Make one dataset out of a sweep's runs");
    command->footer("Example:\n  rongtong collect study -o study.h5\n\n"
                    "In Python: xarray.open_dataset(\"study.h5\").sel(scenario=\"baseline\").mean(\"replicate\")");
    command->add_option("folder", options->folder, "Folder of the sweep")->required()->type_name("DIR");
    command->add_option("-o,--output", options->output, "Results file (default: the folder's name, .h5)")
        ->type_name("FILE");
    command->add_flag("--force", options->force, "Replace the file if it exists");
    command->add_flag("--json", options->json, "Summary as JSON");
    command->add_flag("--quiet", options->quiet, "No progress, no summary");
    command->callback([&action, options] { action = [options] { return collect(*options); }; });
}

} // namespace rongtong::cli
