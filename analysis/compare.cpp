#include "analysis/compare.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

#include <fmt/format.h>

#include "analysis/comparable.hpp"
#include "analysis/runs.hpp"
#include "sim/error.hpp"

namespace rongtong {

namespace fs = std::filesystem;

namespace {

constexpr int open_end = std::numeric_limits<int>::max();

struct Window {
    int first = 0, last = 0;
    bool differs = true;
};

struct Group {
    std::string scenario;
    RunsByKey runs;
};

std::string named(const Run& run)
{
    return fmt::format("{}seed {}, replicate {} ({})", run.point < 0 ? "" : fmt::format("point {}, ", run.point),
                       run.seed, run.replicate, run.path.string());
}

void add(Group& group, Run run)
{
    const auto [place, fresh] = group.runs.try_emplace({run.point, run.seed, run.replicate}, run);
    const bool same = !run.digest.empty() && run.digest == place->second.digest && run.commit == place->second.commit;
    if (!fresh && !(run.of_sweep && same)) // two sweeps may have computed one run
        throw OutputError(fmt::format("{}: scenario '{}' has seed {}, replicate {} twice, also in {}",
                                      run.path.string(), run.scenario, run.seed, run.replicate,
                                      place->second.path.string()));
}

// By scenario, in the order of appearance. Points of a design are not thrown together: their runs share luck, often the
// base too, so that they are not the independent pairs that an interval is made from.
std::vector<Group> groups_of(std::vector<Run> runs, std::optional<std::int64_t> point)
{
    const auto other_point = [&](const Run& run) { return run.point != runs.front().point; };
    if (!point && std::any_of(runs.begin(), runs.end(), other_point))
        throw OutputError(fmt::format("{}: is of a design with several points, which are compared one at a time: say "
                                      "--point 0, --point 1, ...",
                                      runs.front().path.parent_path().string()));
    std::vector<Group> groups;
    for (auto& run : runs) {
        if (point && run.point != *point) continue;
        const auto same = [&](const Group& group) { return group.scenario == run.scenario; };
        auto group = std::find_if(groups.begin(), groups.end(), same);
        if (group == groups.end()) group = groups.insert(groups.end(), {run.scenario, {}});
        add(*group, std::move(run));
    }
    if (point && groups.empty()) throw OutputError(fmt::format("there is no run of point {}", *point));
    return groups;
}

std::string names_of(const std::vector<Group>& groups)
{
    std::string names;
    for (const auto& group : groups) names += (names.empty() ? "'" : ", '") + group.scenario + "'";
    return names;
}

void check_one_scenario(const std::vector<Run>& runs, const fs::path& input)
{
    for (const auto& run : runs)
        if (run.scenario != runs.front().scenario)
            throw OutputError(fmt::format("{}: holds scenarios '{}' and '{}'; the base must be one of them (--base)",
                                          input.string(), runs.front().scenario, run.scenario));
}

// Takes the base out of the groups: the one that was asked for, or the first.
Group take_base(std::vector<Group>& groups, const fs::path& input, const CompareOptions& options)
{
    auto base = groups.begin();
    if (!options.base.empty()) {
        base = std::find_if(groups.begin(), groups.end(), [&](const Group& g) { return g.scenario == options.base; });
        if (base == groups.end())
            throw OutputError(
                fmt::format("{}: has no scenario '{}'; it has {}", input.string(), options.base, names_of(groups)));
    }
    Group taken = std::move(*base);
    groups.erase(base);
    return taken;
}

bool of_base(const Group& base, const Run& run)
{
    const auto is_it = [&](const auto& entry) {
        return entry.second.path.lexically_normal() == run.path.lexically_normal();
    };
    return std::any_of(base.runs.begin(), base.runs.end(), is_it);
}

// Runs of the base that lie in the same folder are no scenario of their own.
std::vector<Group> read_others(const std::vector<fs::path>& inputs, const Group& base, const CompareOptions& options)
{
    std::vector<Run> others;
    for (const auto& input : inputs)
        for (auto& run : read_runs(input))
            if (!fs::is_directory(input) || !of_base(base, run)) others.push_back(std::move(run));
    auto groups = groups_of(std::move(others), options.point);
    if (groups.empty()) throw OutputError("nothing to compare with the base");
    return groups;
}

// Sweeps of one economy: the scenarios of all, those of one name together.
std::vector<Run> runs_of_sweeps(const fs::path& first, const std::vector<fs::path>& others)
{
    std::vector<Run> all = read_runs(first);
    for (const auto& input : others)
        for (auto& run : read_runs(input)) all.push_back(std::move(run));
    for (auto& run : all) run.of_sweep = true;
    return all;
}

std::vector<RunPair> pair_up(const Group& base, const Group& other, ScenarioEffects& result)
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
        throw OutputError(fmt::format("no run of '{}' has a partner in '{}' (same seed and replicate)", other.scenario,
                                      base.scenario));
    return pairs;
}

bool same_value(double a, double b) { return a == b || (std::isnan(a) && std::isnan(b)); }

// The first month in which an indicator of the pair differs; open_end if none does.
int first_difference(const RunPair& pair)
{
    int first = open_end;
    for (const auto& base : pair.base->indicators) {
        const auto* other = pair.other->find(base.name);
        if (!other) continue;
        for (std::size_t i = 0; i < std::min(base.values.size(), other->values.size()); ++i)
            if (!same_value(base.values[i], other->values[i])) {
                first = std::min(first, pair.base->months[i]);
                break;
            }
    }
    return first;
}

Window window_of(const std::vector<RunPair>& pairs, const CompareOptions& options)
{
    int begin = std::numeric_limits<int>::min(), end = open_end, differ = open_end;
    for (const auto& pair : pairs) {
        for (const auto* run : {pair.base, pair.other}) {
            if (run->months.empty()) throw OutputError(run->path.string() + ": has no months");
            begin = std::max(begin, run->months.front());
            end = std::min(end, run->months.back());
        }
        differ = std::min(differ, first_difference(pair));
    }
    const int first = options.first_month.value_or(differ == open_end ? begin : differ);
    const int last = options.last_month.value_or(end);
    if (first < begin || last > end || first > last)
        throw OutputError(fmt::format("no months {} to {}: the runs have {} to {} in common", first, last, begin, end));
    return {first, last, differ != open_end};
}

struct Statistic {
    double value;
    std::size_t months; // that have a value
};

// Over the months of the window that have a value; not a number where none has.
Statistic summarise(const Run& run, const IndicatorSeries& series, const Window& window, MonthStatistic statistic)
{
    constexpr double none = std::numeric_limits<double>::quiet_NaN();
    double sum = 0;
    std::size_t n = 0;
    for (std::size_t i = 0; i < run.months.size(); ++i) {
        if (run.months[i] < window.first || run.months[i] > window.last) continue;
        if (statistic == MonthStatistic::last) {
            if (run.months[i] == window.last) return {series.values[i], std::isfinite(series.values[i]) ? 1U : 0U};
            continue;
        }
        if (!std::isfinite(series.values[i])) continue;
        sum += series.values[i];
        ++n;
    }
    if (n == 0) return {none, 0};
    return {statistic == MonthStatistic::mean ? sum / static_cast<double>(n) : sum, n};
}

PairedSample sample_of(const IndicatorSeries& series, const std::vector<RunPair>& pairs, const Window& window,
                       MonthStatistic statistic)
{
    constexpr double none = std::numeric_limits<double>::quiet_NaN();
    PairedSample sample{series.name, series.unit, series.long_name, {}, {}, {}};
    bool first = true;
    const auto of = [&](const Run& run) {
        const auto* found = run.find(series.name);
        return found ? summarise(run, *found, window, statistic) : Statistic{none, 0};
    };
    for (const auto& pair : pairs) {
        const Statistic base = of(*pair.base), other = of(*pair.other);
        sample.base.push_back(base.value);
        sample.other.push_back(other.value);
        if (!std::isfinite(base.value) || !std::isfinite(other.value)) continue;
        const auto [fewest, most] = std::minmax(base.months, other.months);
        sample.months.fewest = first ? fewest : std::min(sample.months.fewest, fewest);
        sample.months.most = std::max(sample.months.most, most);
        first = false;
    }
    return sample;
}

std::vector<PairedSample> samples_of(const std::vector<RunPair>& pairs, const Window& window, MonthStatistic statistic)
{
    std::vector<PairedSample> samples;
    for (const auto& series : pairs.front().base->indicators)
        samples.push_back(sample_of(series, pairs, window, statistic));
    return samples;
}

// Months of the window that the runs have.
std::size_t months_in(const Run& run, const Window& window)
{
    return static_cast<std::size_t>(std::ranges::count_if(
        run.months, [&](int month) { return month >= window.first && month <= window.last; }));
}

std::optional<int> parse_month(std::string_view text, const std::string& whole)
{
    if (text.empty()) return std::nullopt;
    int month = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), month);
    if (error != std::errc{} || end != text.data() + text.size())
        throw OutputError("'" + whole + "' is no window of months; write FIRST:LAST, such as 12:59, 12: or :59");
    return month;
}

} // namespace

void parse_month_window(const std::string& text, CompareOptions& options)
{
    const auto colon = std::min(text.find(':'), text.size());
    options.first_month = parse_month(std::string_view(text).substr(0, colon), text);
    options.last_month = colon == text.size() ? options.first_month
                                              : parse_month(std::string_view(text).substr(colon + 1), text);
    if (text.empty() || (options.first_month && options.last_month && *options.first_month > *options.last_month))
        throw OutputError("'" + text + "' is no window of months: the first must not come after the last");
}

MonthStatistic parse_month_statistic(const std::string& text)
{
    if (text == "mean") return MonthStatistic::mean;
    if (text == "last") return MonthStatistic::last;
    if (text == "sum") return MonthStatistic::sum;
    throw OutputError("'" + text + "' is no statistic over months; known: mean, last, sum");
}

Comparison compare_runs(const fs::path& base_path, const std::vector<fs::path>& other_paths,
                        const CompareOptions& options)
{
    const bool sweeps = !other_paths.empty() && is_sweep(base_path); // then all scenarios of all of them are compared
    auto runs = sweeps ? runs_of_sweeps(base_path, other_paths) : read_runs(base_path);
    if (!other_paths.empty() && !sweeps && options.base.empty()) check_one_scenario(runs, base_path);
    auto groups = groups_of(std::move(runs), options.point);
    const Group base = take_base(groups, base_path, options);
    if (!other_paths.empty() && !sweeps) groups = read_others(other_paths, base, options);
    if (groups.empty())
        throw OutputError(fmt::format("{}: holds scenario '{}' alone; name what to compare it with", base_path.string(),
                                      base.scenario));
    Comparison comparison{base.scenario, options.statistic, options.level, {}};
    for (const auto& other : groups) {
        ScenarioEffects result;
        result.scenario = other.scenario;
        const auto pairs = pair_up(base, other, result);
        check_comparable(pairs);
        const Window window = window_of(pairs, options);
        result.first_month = window.first;
        result.last_month = window.last;
        result.differs = window.differs;
        result.months = options.statistic == MonthStatistic::last ? 1 : months_in(*pairs.front().base, window);
        result.notes = comparison_notes(pairs, window.first, window.last);
        result.effects = paired_effects(samples_of(pairs, window, options.statistic), options.level);
        comparison.scenarios.push_back(std::move(result));
    }
    return comparison;
}

} // namespace rongtong
