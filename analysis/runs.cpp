#include "analysis/runs.hpp"

#include <algorithm>
#include <memory>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "output/file_rules.hpp"
#include "output/input_error.hpp"
#include "output/results_reader.hpp"
#include "output/run_store.hpp"
#include "sim/error.hpp"
#include "sim/planted.hpp"

namespace rongtong {

namespace fs = std::filesystem;

const IndicatorSeries* Run::find(const std::string& name, const std::string& axis, const std::string& group) const
{
    const auto& list = axis.empty() ? indicators : by_group;
    const auto found = std::find_if(list.begin(), list.end(), [&](const auto& series) {
        return series.name == name && series.axis == axis && series.group == group;
    });
    return found == list.end() ? nullptr : &*found;
}

const std::vector<double>* RecordTable::find(const std::string& name) const
{
    const auto found = std::find(names.begin(), names.end(), name);
    return found == names.end() ? nullptr : &columns[static_cast<std::size_t>(found - names.begin())];
}

bool takes(const RunParts& parts, const std::string& indicator)
{
    return parts.indicators.empty() ||
           std::find(parts.indicators.begin(), parts.indicators.end(), indicator) != parts.indicators.end();
}

std::string scenario_name(const ResultsReader& file)
{
    if (file.has_attribute("/", "scenario_name")) return file.text_attribute("/", "scenario_name");
    if (file.has_attribute("/", "scenario")) {
        const auto scenario = nlohmann::json::parse(file.text_attribute("/", "scenario"), nullptr, false);
        if (scenario.is_object() && scenario.contains("name") && scenario["name"].is_string()) return scenario["name"];
    }
    return file.path().stem().string();
}

namespace {

std::string text_or_none(const ResultsReader& file, const char* attribute)
{
    return file.has_attribute("/", attribute) ? file.text_attribute("/", attribute) : "";
}

nlohmann::json setup_of(const ResultsReader& file)
{
    auto scenario = nlohmann::json::parse(text_or_none(file, "scenario"), nullptr, false);
    return scenario.is_object() ? scenario : nlohmann::json();
}

std::optional<std::uint64_t> firms_of(const nlohmann::json& setup)
{
    if (!setup.is_object() || !setup.contains("firms") || !setup["firms"].is_number_unsigned()) return std::nullopt;
    return setup["firms"].get<std::uint64_t>();
}

// The indicators of one way to group firms, group by group.
void read_groups(const ResultsReader& file, const std::string& axis, const RunParts& parts, Run& run)
{
    const std::string folder = "/by_" + axis, dimension = "/" + axis;
    if (!file.has(folder)) return;
    const auto labels = file.labels(dimension);
    for (const auto& variable : file.variables(folder)) {
        if (variable.dimensions != std::vector<std::string>{"/month", dimension} || !takes(parts, variable.name))
            continue;
        const auto values = file.doubles(variable.path);
        for (std::size_t g = 0; g < labels.size(); ++g) {
            IndicatorSeries series{variable.name,    variable.units, variable.long_name, {},
                                   variable.comment, axis,           labels[g]};
            for (std::size_t i = g; i < values.size(); i += labels.size()) series.values.push_back(values[i]);
            run.by_group.push_back(std::move(series));
        }
    }
}

RecordTable read_records(const ResultsReader& file, const std::string& table, const std::vector<std::string>& columns)
{
    RecordTable out;
    for (const auto& name : columns) {
        const std::string path = "/" + table + "/" + name;
        if (!file.has("/" + table) || !file.has(path) || file.variable(path).type == ValueType::text) continue;
        out.names.push_back(name);
        out.columns.push_back(file.doubles(path));
    }
    return out;
}

} // namespace

Run read_run(const ResultsReader& file, const RunParts& parts)
{
    Run run;
    run.path = file.path();
    run.scenario = scenario_name(file);
    run.seed = file.integer_attribute("/", "seed");
    run.replicate = file.integer_attribute("/", "replicate");
    if (file.has_attribute("/", "sweep_point"))
        run.point = static_cast<std::int64_t>(file.integer_attribute("/", "sweep_point"));
    run.setup = setup_of(file);
    run.firms = firms_of(run.setup);
    run.calibration = text_or_none(file, "calibration_sha256");
    run.commit = text_or_none(file, "git_commit");
    run.version = text_or_none(file, "program_version");
    run.plausibility = text_or_none(file, "plausibility");
    run.digest = text_or_none(file, "scenario_sha256");
    run.format = static_cast<int>(file.integer_attribute("/", "format_version"));
    for (const auto month : file.integers("/month")) run.months.push_back(static_cast<int>(month));
    for (const auto& variable : file.variables("/")) {
        const bool monthly = variable.dimensions == std::vector<std::string>{"/month"};
        if (!monthly || variable.name == "state_hash" || variable.type == ValueType::text) continue;
        run.indicators.push_back(
            {variable.name, variable.units, variable.long_name, file.doubles(variable.path), variable.comment, "", ""});
    }
    for (const auto& axis : parts.axes) read_groups(file, axis, parts, run);
    return run;
}

void check_sweep_run(const ResultsReader& file, std::size_t number)
{
    if (!file.has_attribute("/", "sweep_run") || planted("moved-runs")) return;
    if (const auto says = file.integer_attribute("/", "sweep_run"); says != number)
        throw InputError(
            fmt::format("{}: lies in the place of run {} and says that it is run {}: runs were moved; put back "
                        "what was there, or remove both and let sweep --resume do them again",
                        file.path().string(), number, says));
}

void check_sweep_run(const ResultsReader& file, std::size_t number, const std::string& digest)
{
    check_sweep_run(file, number);
    if (digest != file.text_attribute("/", "scenario_sha256"))
        throw InputError(fmt::format("{}: is of another scenario, seed or replicate than the plan's run {}; remove it, "
                                     "and let sweep --resume do it again",
                                     file.path().string(), number));
}

namespace {

using Open = std::function<ResultsReader()>; // the same file once more
using Visit = std::function<void(const ResultsReader&, const Open&)>;

// All runs that are there, packed or not.
void visit_sweep(const fs::path& folder, const Visit& visit)
{
    const auto store = std::make_shared<const RunStore>(folder);
    if (store->runs().empty()) throw OutputError(folder.string() + ": this sweep has no finished run yet");
    for (const auto number : store->runs()) {
        const auto shown = folder / RunStore::member_of(number);
        const Open open = [=] { return ResultsReader(store->bytes(number), shown); };
        const ResultsReader file = open();
        check_sweep_run(file, number);
        visit(file, open);
    }
}

bool is_results(const fs::path& file) { return file.extension() == ".h5" || file.extension() == ".nc"; }

// In order of their names. A folder of runs is not the whole disk: the search has an end.
std::vector<fs::path> results_below(const fs::path& folder)
{
    constexpr std::size_t most_folders = 1000, most_strangers = 100000;
    std::vector<fs::path> files;
    std::size_t folders = 0, strangers = 0;
    std::error_code error;
    const auto skip = fs::directory_options::skip_permission_denied;
    for (fs::recursive_directory_iterator at(folder, skip, error), end; !error && at != end; at.increment(error)) {
        std::error_code gone;
        if (at->is_directory(gone)) ++folders;
        else if (is_results(at->path()) && at->is_regular_file(gone)) files.push_back(at->path());
        else ++strangers;
        if (folders > most_folders || strangers > most_strangers)
            throw InputError(folder.string() +
                             ": has too much in it to look for results files; name the folder of the runs");
    }
    if (error) throw InputError(folder.string() + ": can't be read: " + error.message());
    std::sort(files.begin(), files.end());
    return files;
}

void visit_results(const fs::path& input, const Visit& visit)
{
    const auto visit_file = [&](const fs::path& path) {
        const Open open = [=] { return ResultsReader(path); };
        visit(open(), open);
    };
    std::error_code ec;
    if (!fs::is_directory(input, ec)) return visit_file(input);
    if (fs::is_regular_file(input / "sweep.json", ec)) return visit_sweep(input, visit);
    const auto files = results_below(input);
    if (files.empty()) throw InputError(input.string() + ": has no results file (*.h5, *.nc)");
    for (const auto& file : files) visit_file(file);
}

} // namespace

bool is_sweep(const fs::path& input)
{
    std::error_code ec;
    if (fs::is_directory(input, ec)) return fs::is_regular_file(input / "sweep.json", ec);
    return is_collected(ResultsReader(input));
}

void for_each_results(const fs::path& input, const std::function<void(const ResultsReader&)>& visit)
{
    visit_results(input, [&](const ResultsReader& file, const Open&) { visit(file); });
}

std::vector<Run> read_runs(const fs::path& input, const RunParts& parts)
{
    std::vector<Run> runs;
    visit_results(input, [&](const ResultsReader& file, const Open& open) {
        if (is_collected(file)) {
            for (auto& run : read_collected(file, parts)) runs.push_back(std::move(run));
            return;
        }
        runs.push_back(read_run(file, parts));
        runs.back().open = open;
        runs.back().records = [open](const std::string& table, const std::vector<std::string>& columns) {
            return read_records(open(), table, columns);
        };
    });
    return runs;
}

} // namespace rongtong
