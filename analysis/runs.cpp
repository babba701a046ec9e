#include "analysis/runs.hpp"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "output/results_reader.hpp"
#include "output/run_store.hpp"
#include "sim/error.hpp"

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
    if (!scenario.is_object() || !scenario.contains("firms") || !scenario["firms"].is_number()) return std::nullopt;
    return scenario["firms"].get<std::uint64_t>();
}

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
    run.digest = text_or_none(file, "scenario_sha256");
    run.version = static_cast<int>(file.integer_attribute("/", "format_version"));
    for (const auto month : file.integers("/month")) run.months.push_back(static_cast<int>(month));
    for (const auto& variable : file.variables("/")) {
        const bool monthly = variable.dimensions == std::vector<std::string>{"/month"};
        if (!monthly || variable.name == "state_hash" || variable.type == ValueType::text) continue;
        run.indicators.push_back({variable.name, variable.units, variable.long_name, file.doubles(variable.path)});
    }
    return run;
}

std::vector<Run> read_file(const fs::path& path)
{
    const ResultsReader file(path);
    if (is_collected(file)) return read_collected(file);
    return {read_run(file)};
}

// All runs that are there, packed or not.
std::vector<Run> read_sweep(const fs::path& folder)
{
    const RunStore store(folder);
    std::vector<Run> runs;
    for (const auto number : store.runs())
        runs.push_back(read_run(ResultsReader(store.bytes(number), folder / RunStore::member_of(number))));
    if (runs.empty()) throw OutputError(folder.string() + ": this sweep has no finished run yet");
    return runs;
}

} // namespace

bool is_sweep(const fs::path& input)
{
    if (fs::is_directory(input)) return fs::is_regular_file(input / "sweep.json");
    return is_collected(ResultsReader(input));
}

std::vector<Run> read_runs(const fs::path& input)
{
    if (!fs::is_directory(input)) return read_file(input);
    if (fs::is_regular_file(input / "sweep.json")) return read_sweep(input);
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator(input))
        if (entry.is_regular_file() && entry.path().extension() == ".h5") files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    if (files.empty()) throw OutputError(input.string() + ": has no results file (*.h5)");
    std::vector<Run> runs;
    for (const auto& file : files)
        for (auto& run : read_file(file)) runs.push_back(std::move(run));
    return runs;
}

} // namespace rongtong
