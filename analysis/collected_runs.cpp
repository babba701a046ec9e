#include "analysis/runs.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "analysis/collect.hpp"
#include "output/results_reader.hpp"
#include "sim/error.hpp"

namespace rongtong {

namespace {

bool has_points(const ResultsReader& file) { return file.has("/point"); }

// Names, seeds and so on of every run that is there; with its number.
std::vector<std::pair<std::size_t, Run>> finished_runs(const ResultsReader& file)
{
    const auto scenarios = file.labels("/scenario");
    const auto replicates = file.integers("/replicate");
    const std::size_t points = has_points(file) ? file.dimension("/point").length : 1;
    const auto status = file.integers("/status"), seeds = file.integers("/seed"), kept = file.integers("/months_kept");
    const auto months = file.integers("/month");
    const auto digests = file.texts("/scenario_sha256");
    std::vector<std::pair<std::size_t, Run>> runs;
    for (std::size_t number = 0; number < status.size(); ++number) {
        if (status[number] != static_cast<std::int64_t>(RunStatus::finished)) continue;
        Run run;
        run.path = file.path() / fmt::format("run {}", number);
        run.scenario = scenarios[number / replicates.size() / points];
        run.seed = static_cast<std::uint64_t>(seeds[number]);
        run.replicate = static_cast<std::uint64_t>(replicates[number % replicates.size()]);
        if (has_points(file)) run.point = static_cast<std::int64_t>(number / replicates.size() % points);
        run.commit = file.text_attribute("/", "git_commit");
        run.digest = digests[number];
        run.version = static_cast<int>(file.integer_attribute("/", "format_version"));
        for (std::int64_t m = 0; m < kept[number]; ++m)
            run.months.push_back(static_cast<int>(months[static_cast<std::size_t>(m)]));
        runs.emplace_back(number, std::move(run));
    }
    return runs;
}

} // namespace

bool is_collected(const ResultsReader& file)
{
    return file.has_attribute("/", "plan") && file.has("/status") && file.has("/months_kept");
}

std::vector<Run> read_collected(const ResultsReader& file)
{
    auto found = finished_runs(file);
    if (found.empty()) throw OutputError(file.path().string() + ": has no finished run");
    std::vector<std::string> axes{"/scenario", "/replicate", "/month"};
    if (has_points(file)) axes.insert(axes.begin() + 1, "/point");
    const std::size_t months = file.dimension("/month").length;
    for (const auto& variable : file.variables("/")) {
        if (variable.dimensions != axes || variable.name == "state_hash") continue;
        const auto values = file.doubles(variable.path);
        for (auto& [number, run] : found) {
            const auto begin = values.begin() + static_cast<std::ptrdiff_t>(number * months);
            run.indicators.push_back({variable.name,
                                      variable.units,
                                      variable.long_name,
                                      {begin, begin + static_cast<std::ptrdiff_t>(run.months.size())}});
        }
    }
    std::vector<Run> runs;
    for (auto& [number, run] : found) runs.push_back(std::move(run));
    return runs;
}

} // namespace rongtong
