#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "analysis/report/explore_parts.hpp"
#include "sim/error.hpp"

namespace rongtong {

namespace {

using Luck = std::pair<std::uint64_t, std::uint64_t>; // seed, replicate
using Cells = std::map<std::pair<std::string, std::int64_t>, std::map<Luck, const Run*>>;

std::vector<std::string> scenario_names(const std::vector<Run>& runs)
{
    std::vector<std::string> names;
    for (const auto& run : runs)
        if (std::find(names.begin(), names.end(), run.scenario) == names.end()) names.push_back(run.scenario);
    return names;
}

std::vector<std::int64_t> points_of(const std::vector<Run>& runs)
{
    std::vector<std::int64_t> points;
    for (const auto& run : runs) points.push_back(run.point);
    std::sort(points.begin(), points.end());
    points.erase(std::unique(points.begin(), points.end()), points.end());
    return points;
}

std::string base_of(const std::vector<std::string>& names, const std::filesystem::path& input,
                    const ExploreOptions& options)
{
    const auto& base = options.compare.base;
    if (base.empty()) return names.front();
    if (std::find(names.begin(), names.end(), base) == names.end())
        throw OutputError(
            fmt::format("{}: has no scenario '{}'; there are '{}'", input.string(), base, fmt::join(names, "', '")));
    return base;
}

// Which point all are held against; a sweep of one scenario has nothing else.
std::optional<std::int64_t> reference_of(const std::vector<std::string>& names, const std::vector<std::int64_t>& points,
                                         const std::filesystem::path& input, const ExploreOptions& options)
{
    if (names.size() == 1 && points.size() == 1)
        throw OutputError(fmt::format("{}: holds scenario '{}' at one point alone; there is nothing to choose. explore "
                                      "takes a sweep with several scenarios, or one that varies parameters",
                                      input.string(), names.front()));
    const auto& wanted = options.reference;
    if (!wanted) return names.size() == 1 ? std::optional(points.front()) : std::nullopt;
    if (std::find(points.begin(), points.end(), *wanted) == points.end())
        throw OutputError(fmt::format("{}: has no point {}; its points go from {} to {}", input.string(), *wanted,
                                      points.front(), points.back()));
    return wanted;
}

std::vector<RunPair> pairs_of(const Cells& cells, const Explored& sweep, const std::string& scenario,
                              std::int64_t point)
{
    std::vector<RunPair> pairs;
    const auto base = cells.find({sweep.base, sweep.reference.value_or(point)}), other = cells.find({scenario, point});
    if (base == cells.end() || other == cells.end()) return pairs;
    for (const auto& [luck, run] : other->second)
        if (const auto partner = base->second.find(luck); partner != base->second.end())
            pairs.push_back({partner->second, run});
    return pairs;
}

// Points at which some scenario has no pair would be holes in the page: they are left out.
void take_points(const Cells& cells, const std::vector<std::int64_t>& points, Explored& sweep)
{
    sweep.pairs.resize(sweep.scenarios.size());
    for (const auto point : points) {
        std::vector<std::vector<RunPair>> at;
        for (const auto& scenario : sweep.scenarios) at.push_back(pairs_of(cells, sweep, scenario, point));
        if (std::any_of(at.begin(), at.end(), [](const auto& pairs) { return pairs.empty(); })) continue;
        sweep.points.push_back(point);
        for (std::size_t s = 0; s < at.size(); ++s) sweep.pairs[s].push_back(std::move(at[s]));
    }
    if (const auto lost = points.size() - sweep.points.size(); lost > 0)
        sweep.notes.push_back(fmt::format("{} of {} points are left out: some scenario has no run there with the seed "
                                          "and replicate of one that it is held against",
                                          lost, points.size()));
}

void take_design(const std::filesystem::path& input, const ExploreOptions& options, Explored& sweep)
{
    if (sweep.points.front() < 0) return;
    const auto whole = options.design ? options.design(input) : std::nullopt;
    if (!whole) throw OutputError(input.string() + ": does not say what its points vary");
    sweep.design.factors = whole->factors;
    sweep.design.levels = whole->levels;
    for (const auto point : sweep.points) sweep.design.x.push_back(whole->x.at(static_cast<std::size_t>(point)));
}

} // namespace

std::vector<RunPair> Explored::all_pairs() const
{
    std::vector<RunPair> all;
    for (const auto& of_scenario : pairs)
        for (const auto& at : of_scenario) all.insert(all.end(), at.begin(), at.end());
    return all;
}

Explored explored(const std::vector<Run>& runs, const std::filesystem::path& input, const ExploreOptions& options)
{
    const auto names = scenario_names(runs);
    const auto points = points_of(runs);
    Explored sweep;
    sweep.base = base_of(names, input, options);
    sweep.reference = reference_of(names, points, input, options);
    for (const auto& name : names)
        if (sweep.reference || name != sweep.base) sweep.scenarios.push_back(name);
    Cells cells;
    for (const auto& run : runs) cells[{run.scenario, run.point}][{run.seed, run.replicate}] = &run;
    take_points(cells, points, sweep);
    if (sweep.points.empty())
        throw OutputError(input.string() + ": at no point does every scenario have a run with the seed and replicate "
                                           "of one that it is held against");
    take_design(input, options, sweep);
    return sweep;
}

} // namespace rongtong
