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
        if (file.has_attribute("/", "program_version")) run.version = file.text_attribute("/", "program_version");
        run.digest = digests[number];
        run.format = static_cast<int>(file.integer_attribute("/", "format_version"));
        for (std::int64_t m = 0; m < kept[number]; ++m)
            run.months.push_back(static_cast<int>(months[static_cast<std::size_t>(m)]));
        run.collected = number;
        runs.emplace_back(number, std::move(run));
    }
    return runs;
}

// Whether the plan's design varies the number of firms, so that a scenario does not tell it.
bool varies_firms(const nlohmann::json& plan)
{
    if (!plan.contains("parameters") || !plan["parameters"].is_object()) return false;
    return std::ranges::any_of(plan["parameters"], [](const auto& p) {
        return p.is_object() && p.value("pointer", nlohmann::json()) == "/firms";
    });
}

// What each scenario says, from the plan; the points of its design are named by their values beside it.
void read_setups(const ResultsReader& file, std::vector<std::pair<std::size_t, Run>>& found)
{
    const auto plan = nlohmann::json::parse(file.text_attribute("/", "plan"), nullptr, false);
    if (!plan.is_object() || !plan.contains("scenarios")) return;
    const bool varied = varies_firms(plan);
    for (auto& [number, run] : found) {
        if (!plan["scenarios"].contains(run.scenario)) continue;
        run.setup = plan["scenarios"][run.scenario];
        if (const auto& setup = run.setup;
            !varied && setup.is_object() && setup.contains("firms") && setup["firms"].is_number_unsigned())
            run.firms = setup["firms"].get<std::uint64_t>();
    }
}

// Values lie by run, month and group.
void read_groups(const ResultsReader& file, const std::string& axis, const RunParts& parts,
                 std::vector<std::pair<std::size_t, Run>>& found)
{
    const std::string folder = "/by_" + axis, dimension = folder + "/" + axis;
    if (!file.has(folder) || !file.has(dimension)) return;
    const auto labels = file.labels(dimension);
    const std::size_t months = file.dimension("/month").length;
    for (const auto& variable : file.variables(folder)) {
        if (variable.dimensions.empty() || variable.dimensions.back() != dimension || !takes(parts, variable.name))
            continue;
        const auto values = file.doubles(variable.path);
        for (auto& [number, run] : found)
            for (std::size_t g = 0; g < labels.size(); ++g) {
                IndicatorSeries series{variable.name,    variable.units, variable.long_name, {},
                                       variable.comment, axis,           labels[g]};
                for (std::size_t m = 0; m < run.months.size(); ++m)
                    series.values.push_back(values[(number * months + m) * labels.size() + g]);
                run.by_group.push_back(std::move(series));
            }
    }
}

// Records of one run out of the table of all.
RecordTable records_of(const std::filesystem::path& path, std::size_t run, const std::string& table,
                       const std::vector<std::string>& columns)
{
    const ResultsReader file(path);
    RecordTable out;
    const std::string folder = "/" + table;
    if (!file.has(folder) || !file.has(folder + "/run")) return out;
    const auto runs = file.integers(folder + "/run");
    for (const auto& name : columns) {
        if (!file.has(folder + "/" + name) || file.variable(folder + "/" + name).type == ValueType::text) continue;
        const auto values = file.doubles(folder + "/" + name);
        out.names.push_back(name);
        auto& column = out.columns.emplace_back();
        for (std::size_t i = 0; i < values.size(); ++i)
            if (runs[i] == static_cast<std::int64_t>(run)) column.push_back(values[i]);
    }
    return out;
}

} // namespace

std::vector<Run> read_collected(const ResultsReader& file, const RunParts& parts)
{
    auto found = finished_runs(file);
    if (found.empty()) throw OutputError(file.path().string() + ": has no finished run");
    std::vector<std::string> axes{"/scenario", "/replicate", "/month"};
    if (has_points(file)) axes.insert(axes.begin() + 1, "/point");
    read_setups(file, found);
    const std::size_t months = file.dimension("/month").length;
    for (const auto& variable : file.variables("/")) {
        if (variable.dimensions != axes || variable.name == "state_hash") continue;
        const auto values = file.doubles(variable.path);
        for (auto& [number, run] : found) {
            const auto begin = values.begin() + static_cast<std::ptrdiff_t>(number * months);
            run.indicators.push_back({variable.name,
                                      variable.units,
                                      variable.long_name,
                                      {begin, begin + static_cast<std::ptrdiff_t>(run.months.size())},
                                      variable.comment,
                                      "",
                                      ""});
        }
    }
    for (const auto& axis : parts.axes) read_groups(file, axis, parts, found);
    std::vector<Run> runs;
    for (auto& [number, run] : found) {
        run.records = [path = file.path(), number = number](const std::string& table,
                                                            const std::vector<std::string>& columns) {
            return records_of(path, number, table, columns);
        };
        runs.push_back(std::move(run));
    }
    return runs;
}

} // namespace rongtong
