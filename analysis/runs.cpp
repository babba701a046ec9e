#include "analysis/runs.hpp"

#include <algorithm>

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

const IndicatorSeries* Run::find(const std::string& name) const
{
    const auto found = std::find_if(indicators.begin(), indicators.end(),
                                    [&](const auto& series) { return series.name == name; });
    return found == indicators.end() ? nullptr : &*found;
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

std::optional<std::uint64_t> firms_of(const ResultsReader& file)
{
    const auto scenario = nlohmann::json::parse(text_or_none(file, "scenario"), nullptr, false);
    if (!scenario.is_object() || !scenario.contains("firms") || !scenario["firms"].is_number_unsigned())
        return std::nullopt;
    return scenario["firms"].get<std::uint64_t>();
}

} // namespace

Run read_run(const ResultsReader& file)
{
    Run run;
    run.path = file.path();
    run.scenario = scenario_name(file);
    run.seed = file.integer_attribute("/", "seed");
    run.replicate = file.integer_attribute("/", "replicate");
    if (file.has_attribute("/", "sweep_point"))
        run.point = static_cast<std::int64_t>(file.integer_attribute("/", "sweep_point"));
    run.firms = firms_of(file);
    run.calibration = text_or_none(file, "calibration_sha256");
    run.commit = text_or_none(file, "git_commit");
    for (const auto month : file.integers("/month")) run.months.push_back(static_cast<int>(month));
    for (const auto& variable : file.variables("/")) {
        const bool monthly = variable.dimensions == std::vector<std::string>{"/month"};
        if (!monthly || variable.name == "state_hash" || variable.type == ValueType::text) continue;
        run.indicators.push_back({variable.name, variable.units, variable.long_name, file.doubles(variable.path)});
    }
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

namespace {

using Visit = std::function<void(const ResultsReader&)>;

// All runs that are there, packed or not.
void visit_sweep(const fs::path& folder, const Visit& visit)
{
    const RunStore store(folder);
    if (store.runs().empty()) throw OutputError(folder.string() + ": this sweep has no finished run yet");
    for (const auto number : store.runs()) {
        const ResultsReader file(store.bytes(number), folder / RunStore::member_of(number));
        check_sweep_run(file, number);
        visit(file);
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

} // namespace

void for_each_results(const fs::path& input, const Visit& visit)
{
    std::error_code ec;
    if (!fs::is_directory(input, ec)) return visit(ResultsReader(input));
    if (fs::is_regular_file(input / "sweep.json", ec)) return visit_sweep(input, visit);
    const auto files = results_below(input);
    if (files.empty()) throw InputError(input.string() + ": has no results file (*.h5, *.nc)");
    for (const auto& file : files) visit(ResultsReader(file));
}

std::vector<Run> read_runs(const fs::path& input)
{
    std::vector<Run> runs;
    for_each_results(input, [&](const ResultsReader& file) {
        if (!is_collected(file)) return runs.push_back(read_run(file));
        for (auto& run : read_collected(file)) runs.push_back(std::move(run));
    });
    return runs;
}

} // namespace rongtong
