#include "analysis/compare/grouping.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "output/input_error.hpp"
#include "sim/error.hpp"

namespace rongtong {

namespace fs = std::filesystem;

namespace {

std::string named(const Run& run)
{
    return fmt::format("{}seed {}, replicate {} ({})", run.point < 0 ? "" : fmt::format("point {}, ", run.point),
                       run.seed, run.replicate, run.path.string());
}

void add(ScenarioRuns& group, Run run)
{
    const auto [place, fresh] = group.runs.try_emplace({run.point, run.seed, run.replicate}, run);
    const bool same = !run.digest.empty() && run.digest == place->second.digest && run.commit == place->second.commit;
    if (fresh || (run.of_sweeps && same)) return;
    const bool one = run.digest.empty() || run.digest == place->second.digest;
    throw OutputError(
        fmt::format("{}: scenario '{}' has seed {}, replicate {} twice, also in {}{}", run.path.string(), run.scenario,
                    run.seed, run.replicate, place->second.path.string(),
                    one ? "" : "; they are different scenarios of one name: run one with --set /name=another"));
}

std::string names_of(const std::vector<ScenarioRuns>& groups)
{
    std::string names;
    for (const auto& group : groups) names += (names.empty() ? "'" : ", '") + group.scenario + "'";
    return names;
}

bool of_base(const ScenarioRuns& base, const Run& run)
{
    const auto is_it = [&](const auto& entry) {
        return entry.second.path.lexically_normal() == run.path.lexically_normal();
    };
    return std::any_of(base.runs.begin(), base.runs.end(), is_it);
}

} // namespace

RunParts parts_of(const CompareOptions& options)
{
    // Sectors are many, and read when they are asked for.
    static const std::vector<std::string> cheap{"size", "region", "tier", "ownership"};
    RunParts parts{options.axes, options.indicators};
    if (parts.axes.empty() && options.indicators.empty()) parts.axes = cheap;
    if (parts.indicators.empty()) parts.indicators = watched_indicators(options.catalogue);
    return parts;
}

std::vector<Run> read_with_shares(const fs::path& path, const CompareOptions& options)
{
    auto runs = read_runs(path, parts_of(options));
    for (auto& run : runs) {
        add_shares(run);
        if (options.on_run) options.on_run(run);
    }
    return runs;
}

std::vector<Run> read_sweeps(const fs::path& first, const std::vector<fs::path>& others, const CompareOptions& options)
{
    auto all = read_with_shares(first, options);
    for (const auto& input : others)
        for (auto& run : read_with_shares(input, options)) all.push_back(std::move(run));
    for (auto& run : all) run.of_sweeps = true;
    return all;
}

std::vector<ScenarioRuns> groups_of(std::vector<Run> runs, std::optional<std::int64_t> point)
{
    const auto other_point = [&](const Run& run) { return run.point != runs.front().point; };
    if (!point && std::any_of(runs.begin(), runs.end(), other_point))
        throw OutputError(fmt::format("{}: is of a design with several points, which are compared one at a time: say "
                                      "--point 0, --point 1, ..., or --points for what share of them has which sign",
                                      runs.front().path.parent_path().string()));
    std::vector<ScenarioRuns> groups;
    for (auto& run : runs) {
        if (point && run.point != *point) continue;
        const auto same = [&](const ScenarioRuns& group) { return group.scenario == run.scenario; };
        auto group = std::find_if(groups.begin(), groups.end(), same);
        if (group == groups.end()) group = groups.insert(groups.end(), {run.scenario, {}});
        add(*group, std::move(run));
    }
    if (point && groups.empty()) throw OutputError(fmt::format("there is no run of point {}", *point));
    return groups;
}

void check_one_scenario(const std::vector<Run>& runs, const fs::path& input)
{
    for (const auto& run : runs)
        if (run.scenario != runs.front().scenario)
            throw OutputError(fmt::format("{}: holds scenarios '{}' and '{}'; the base must be one of them (--base)",
                                          input.string(), runs.front().scenario, run.scenario));
}

ScenarioRuns take_base(std::vector<ScenarioRuns>& groups, const fs::path& input, const CompareOptions& options)
{
    auto base = groups.begin();
    if (!options.base.empty()) {
        base = std::find_if(groups.begin(), groups.end(),
                            [&](const ScenarioRuns& g) { return g.scenario == options.base; });
        if (base == groups.end())
            throw OutputError(
                fmt::format("{}: has no scenario '{}'; it has {}", input.string(), options.base, names_of(groups)));
    }
    ScenarioRuns taken = std::move(*base);
    groups.erase(base);
    return taken;
}

std::vector<ScenarioRuns> read_others(const std::vector<fs::path>& inputs, const ScenarioRuns& base,
                                      const CompareOptions& options)
{
    std::vector<Run> others;
    for (const auto& input : inputs)
        for (auto& run : read_with_shares(input, options))
            if (!fs::is_directory(input) || !of_base(base, run)) others.push_back(std::move(run));
    auto groups = groups_of(std::move(others), options.point);
    if (groups.empty()) throw OutputError("nothing to compare with the base");
    return groups;
}

std::vector<RunPair> pair_up(const ScenarioRuns& base, const ScenarioRuns& other, ScenarioEffects& result)
{
    std::vector<RunPair> pairs;
    for (const auto& [key, run] : base.runs) {
        const auto partner = other.runs.find(key);
        if (partner == other.runs.end()) {
            result.left_out.push_back(
                fmt::format("{} of '{}' has no partner in '{}'", named(run), base.scenario, other.scenario));
            continue;
        }
        pairs.push_back({&run, &partner->second});
        result.pairs.push_back(key);
    }
    for (const auto& [key, run] : other.runs)
        if (!base.runs.contains(key))
            result.left_out.push_back(
                fmt::format("{} of '{}' has no partner in '{}'", named(run), other.scenario, base.scenario));
    if (pairs.empty())
        throw InputError(fmt::format("{}: no run of '{}' has a partner in '{}', such as {} (same seed and replicate)",
                                     other.runs.begin()->second.path.string(), other.scenario, base.scenario,
                                     base.runs.begin()->second.path.string()));
    return pairs;
}

} // namespace rongtong
