#include "analysis/compare.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "analysis/comparable.hpp"
#include "analysis/compare/grouping.hpp"
#include "analysis/periods/periods.hpp"
#include "analysis/runs.hpp"
#include "sim/error.hpp"

namespace rongtong {

namespace fs = std::filesystem;

namespace {

// Every indicator that was named must be there; all that are not are told at once.
void check_indicators(const std::vector<RunPair>& pairs, const CompareOptions& options)
{
    const Run& run = *pairs.front().base;
    std::vector<std::string> missing;
    for (const auto& name : options.indicators)
        if (!run.find(name) && std::none_of(run.by_group.begin(), run.by_group.end(),
                                            [&](const auto& series) { return series.name == name; }))
            missing.push_back(name);
    if (!missing.empty())
        throw OutputError(fmt::format("{}: has no indicator '{}'; rongtong describe indicators lists them",
                                      run.path.string(), fmt::join(missing, "', '")));
    if (options.axes_if_there) return;
    for (const auto& axis : options.axes)
        if (std::none_of(run.by_group.begin(), run.by_group.end(), [&](const auto& s) { return s.axis == axis; }))
            missing.push_back(axis);
    if (!missing.empty())
        throw OutputError(
            fmt::format("{}: has no figures by '{}' of what was asked for; there are size, sector, region, "
                        "tier and ownership, as far as the scenario's output keeps them",
                        run.path.string(), fmt::join(missing, "', '")));
}

std::vector<std::string> wanted_indicators(const Run& run, const CompareOptions& options)
{
    std::vector<std::string> names;
    for (const auto& series : run.indicators)
        if (options.indicators.empty() ||
            std::find(options.indicators.begin(), options.indicators.end(), series.name) != options.indicators.end())
            names.push_back(series.name);
    return names;
}

std::vector<std::string> axes_of(const Run& run)
{
    std::vector<std::string> axes;
    for (const auto& series : run.by_group)
        if (std::find(axes.begin(), axes.end(), series.axis) == axes.end()) axes.push_back(series.axis);
    return axes;
}

// What was named; else what the headline has by group, and the groups' shares.
std::vector<std::string> group_indicators(const ScenarioEffects& result, const CompareOptions& options)
{
    if (!options.indicators.empty()) return options.indicators;
    std::vector<std::string> names;
    for (const auto& row : result.headline) names.push_back(row.watch.indicator);
    for (const char* name : {"revenue_share", "employment_share", "firms_share", "output", "days_receivable"})
        names.emplace_back(name);
    std::vector<std::string> once;
    for (const auto& name : names)
        if (std::find(once.begin(), once.end(), name) == once.end()) once.push_back(name);
    return once;
}

void say_differences(ScenarioEffects& result)
{
    constexpr std::size_t most = 5;
    if (result.differences.empty()) return;
    std::vector<std::string> parts;
    for (const auto& d : result.differences) {
        if (parts.size() == most) break;
        parts.push_back(fmt::format("{} {} -> {}", d.pointer, d.base.empty() ? "(not set)" : d.base,
                                    d.other.empty() ? "(not set)" : d.other));
    }
    const std::size_t rest = result.differences.size() - parts.size();
    result.notes.push_back(fmt::format("the scenarios differ by more than policies and shocks: {}{}",
                                       fmt::join(parts, "; "), rest ? fmt::format(" (and {} more)", rest) : ""));
}

struct Made {
    std::vector<RunPair> pairs;
    Window window;
    MonthRule rule;
};

void add_headline(const Made& made, const CompareOptions& options, ScenarioEffects& result)
{
    const auto& [pairs, window, rule] = made;
    result.headline = headline_rows(pairs, headline(result.marks, options.catalogue), window, rule, options.level,
                                    options.width);
    const int first = pairs.front().base->months.front();
    for (const auto& row : result.headline)
        result.paths.push_back(path_of(pairs, {row.watch.indicator, row.watch.axis, row.watch.group}, row.effect.unit,
                                       first, window.last, options.level));
    result.persistence = persistence(pairs, result.headline, result.marks, window.last, options.level);
    result.cost_effectiveness = cost_effectiveness(pairs, result.headline, window, rule, options.level);
    result.winners = winners(pairs, window, options.panel_variable, options.level);
}

ScenarioEffects effects_in(const Made& made, ScenarioEffects result, const CompareOptions& options)
{
    const auto& [pairs, window, rule] = made;
    result.first_month = window.first;
    result.last_month = window.last;
    result.differs = window.differs;
    result.notes = comparison_notes(pairs, window.first, window.last);
    result.marks = policy_marks(pairs.front().base->setup, pairs.front().other->setup);
    if (const auto start = calendar_start(pairs.front().base->setup);
        start == calendar_start(pairs.front().other->setup))
        result.calendar_start = start;
    result.differences = setup_differences(pairs.front().base->setup, pairs.front().other->setup);
    say_differences(result);
    std::vector<PairedSample> samples;
    for (const auto& name : wanted_indicators(*pairs.front().base, options))
        samples.push_back(sample_of(pairs, {name}, window, rule));
    result.effects = paired_effects(samples, options.level, options.width);
    if (options.indicators.empty()) add_headline(made, options, result);
    result.groups = group_effects(pairs, group_indicators(result, options), axes_of(*pairs.front().base), window, rule,
                                  options.level, options.width);
    return result;
}

// What was named is one family: with its groups, and in all months that were asked for.
void adjust_what_was_asked(std::vector<ScenarioEffects>& of_scenario)
{
    std::vector<PairedEffect*> family;
    for (auto& entry : of_scenario)
        for (auto* list : {&entry.effects, &entry.groups})
            for (auto& effect : *list) family.push_back(&effect);
    adjust_by_holm(family);
}

std::vector<Made> windows_of(const std::vector<RunPair>& pairs, const CompareOptions& options)
{
    if (options.at.empty()) return {{pairs, window_of(pairs, options), {options.statistic, options.yearly_discount}}};
    std::vector<Made> list;
    for (const int month : options.at) {
        CompareOptions one = options;
        one.first_month = one.last_month = month;
        list.push_back({pairs, window_of(pairs, one), {MonthStatistic::last, 0}});
    }
    return list;
}

void compare_groups(const ScenarioRuns& base, const std::vector<ScenarioRuns>& groups, const CompareOptions& options,
                    Comparison& comparison)
{
    std::vector<RankedScenario> ranked;
    for (const auto& other : groups) {
        ScenarioEffects result;
        result.scenario = other.scenario;
        const auto pairs = pair_up(base, other, result);
        check_comparable(pairs);
        check_indicators(pairs, options);
        std::vector<ScenarioEffects> of_scenario;
        for (const auto& made : windows_of(pairs, options)) {
            of_scenario.push_back(effects_in(made, result, options));
            if (of_scenario.size() == 1)
                ranked.push_back(
                    {other.scenario, pairs, made.window, headline(of_scenario.front().marks, options.catalogue)});
        }
        if (!options.indicators.empty() || !options.at.empty()) adjust_what_was_asked(of_scenario);
        for (auto& entry : of_scenario) comparison.scenarios.push_back(std::move(entry));
    }
    if (options.indicators.empty() && options.at.empty())
        comparison.ranking = rank(ranked, {options.statistic, options.yearly_discount});
}

// Every point on its own, and over all of them what share has which sign.
Comparison compare_points(std::vector<Run> runs, const fs::path& path, const CompareOptions& options,
                          Comparison comparison)
{
    std::map<std::int64_t, std::vector<Run>> by_point;
    for (auto& run : runs) by_point[run.point].push_back(std::move(run));
    for (auto& [point, of_point] : by_point) {
        auto groups = groups_of(std::move(of_point), std::nullopt);
        const ScenarioRuns base = take_base(groups, path, options);
        comparison.base = base.scenario;
        const std::size_t begin = comparison.scenarios.size();
        compare_groups(base, groups, options, comparison);
        for (std::size_t i = begin; i < comparison.scenarios.size(); ++i)
            if (point >= 0) comparison.scenarios[i].point = point;
    }
    comparison.ranking.reset();
    comparison.over_points = over_points(comparison.scenarios);
    return comparison;
}

Comparison compare_base(const ScenarioRuns& base, const std::vector<ScenarioRuns>& groups, const fs::path& path,
                        const CompareOptions& options, Comparison comparison)
{
    if (groups.empty())
        throw OutputError(
            fmt::format("{}: holds scenario '{}' alone; name what to compare it with", path.string(), base.scenario));
    comparison.base = base.scenario;
    compare_groups(base, groups, options, comparison);
    return comparison;
}

// Scenarios of one sweep, or of several as if they were one.
Comparison compare_within(std::vector<Run> runs, const fs::path& path, const CompareOptions& options,
                          Comparison comparison)
{
    if (options.over_points) return compare_points(std::move(runs), path, options, std::move(comparison));
    auto groups = groups_of(std::move(runs), options.point);
    const ScenarioRuns base = take_base(groups, path, options);
    return compare_base(base, groups, path, options, std::move(comparison));
}

Comparison begin_with(const fs::path& path, const CompareOptions& options)
{
    return {path.string(), options.statistic, options.level, {}, {}, {}, !options.indicators.empty()};
}

} // namespace

Comparison compare_read(std::vector<Run> runs, const fs::path& path, const CompareOptions& options)
{
    return compare_within(std::move(runs), path, options, begin_with(path, options));
}

Comparison compare_runs(const fs::path& base_path, const std::vector<fs::path>& other_paths,
                        const CompareOptions& options)
{
    if (other_paths.empty()) return compare_read(read_with_shares(base_path, options), base_path, options);
    Comparison comparison = begin_with(base_path, options);
    if (is_sweep(base_path) && std::any_of(other_paths.begin(), other_paths.end(), is_sweep))
        return compare_within(read_sweeps(base_path, other_paths, options), base_path, options, std::move(comparison));
    if (options.over_points) throw OutputError("over the points of a design: name sweeps or collected files alone");
    auto runs = read_with_shares(base_path, options);
    if (options.base.empty()) check_one_scenario(runs, base_path);
    auto groups = groups_of(std::move(runs), options.point);
    const ScenarioRuns base = take_base(groups, base_path, options);
    return compare_base(base, read_others(other_paths, base, options), base_path, options, std::move(comparison));
}

} // namespace rongtong
