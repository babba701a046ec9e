#include "cli/sweep/units.hpp"

#include <algorithm>
#include <cstdio>
#include <map>

namespace rongtong::cli {

namespace {

// What decides about the start, of a scenario: all but policies, shocks and names. Replicate and varied values follow.
std::string start_of(const PlanScenario& s)
{
    auto merged = nlohmann::json::parse(s.scenario.merged);
    for (const char* key : {"policies", "shocks", "name", "title", "description", "replicate"}) merged.erase(key);
    return merged.dump() + s.scenario.setup.calibration->sha256;
}

bool acts_later(const std::string& pointer)
{
    return pointer.starts_with("/policies") || pointer.starts_with("/shocks");
}

std::string start_of_point(const SweepPlan& plan, std::size_t point)
{
    std::string text;
    for (std::size_t p = 0; p < plan.parameters.size(); ++p)
        if (!acts_later(plan.parameters[p].pointer))
            text += "\n" + plan.parameters[p].pointer + "=" + plan.value(p, point).dump();
    return text;
}

} // namespace

std::vector<std::vector<std::size_t>> families(const SweepPlan& plan)
{
    std::vector<std::string> starts, points;
    for (const auto& s : plan.scenarios) starts.push_back(start_of(s));
    for (std::size_t point = 0; point < plan.points(); ++point) points.push_back(start_of_point(plan, point));
    std::map<std::string, std::size_t> known; // by start
    std::vector<std::vector<std::size_t>> found;
    std::vector<std::size_t> family; // of scenario, point
    for (const auto& start : starts)
        for (const auto& point : points) {
            const auto [at, added] = known.emplace(start + point, known.size());
            family.push_back(at->second);
        }
    found.resize(known.size() * plan.replicates);
    for (std::size_t run = 0; run < plan.runs(); ++run)
        found[family[run / plan.replicates] * plan.replicates + run % plan.replicates].push_back(run);
    return found;
}

std::vector<std::vector<std::size_t>> share_of(const std::vector<std::vector<std::size_t>>& families, std::size_t index,
                                               std::size_t count)
{
    std::size_t total = 0;
    for (const auto& family : families) total += family.size();
    const std::size_t first = total * index / count, last = total * (index + 1) / count;
    std::vector<std::vector<std::size_t>> share;
    std::size_t at = 0;
    for (const auto& family : families) {
        const std::size_t begin = std::clamp(first, at, at + family.size()) - at;
        const std::size_t end = std::clamp(last, at, at + family.size()) - at;
        if (begin < end)
            share.emplace_back(family.begin() + static_cast<std::ptrdiff_t>(begin),
                               family.begin() + static_cast<std::ptrdiff_t>(end));
        at += family.size();
    }
    return share;
}

std::vector<std::size_t> runs_of_share(const SweepPlan& plan, const std::string& name)
{
    std::size_t index = 1, count = 1;
    std::sscanf(name.c_str(), "%zuof%zu", &index, &count);
    std::vector<std::size_t> runs;
    for (const auto& unit : share_of(families(plan), index - 1, count))
        runs.insert(runs.end(), unit.begin(), unit.end());
    std::ranges::sort(runs);
    return runs;
}

std::vector<std::size_t> runs_of_shares(const SweepPlan& plan, const std::vector<std::string>& names)
{
    std::vector<std::size_t> all;
    for (const auto& name : names) {
        const auto runs = runs_of_share(plan, name);
        all.insert(all.end(), runs.begin(), runs.end());
    }
    std::ranges::sort(all);
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
}

std::vector<std::vector<std::size_t>> without(std::vector<std::vector<std::size_t>> units,
                                              const std::vector<std::size_t>& left)
{
    for (auto& unit : units) std::erase_if(unit, [&](auto run) { return std::ranges::binary_search(left, run); });
    std::erase_if(units, [](const auto& unit) { return unit.empty(); });
    return units;
}

std::vector<std::vector<std::size_t>> pieces(std::vector<std::vector<std::size_t>> units, std::size_t at_least)
{
    if (at_least <= 4 || units.size() >= at_least) return units; // one process shares pasts among its workers
    std::size_t runs = 0;
    for (const auto& unit : units) runs += unit.size();
    const std::size_t most = std::max<std::size_t>(1, runs / at_least);
    std::vector<std::vector<std::size_t>> cut;
    for (const auto& unit : units)
        for (std::size_t at = 0; at < unit.size(); at += most)
            cut.emplace_back(unit.begin() + static_cast<std::ptrdiff_t>(at),
                             unit.begin() + static_cast<std::ptrdiff_t>(std::min(unit.size(), at + most)));
    return cut;
}

} // namespace rongtong::cli
