#include "cli/sweep/need.hpp"

#include "cli/exit_codes.hpp"
#include "cli/memory.hpp"
#include "sim/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

namespace rongtong::cli {

namespace {

constexpr double most_firm_months = 1e12, most_bytes = 100e9;

bool counts(const PlanParameter& p)
{
    constexpr std::array<std::string_view, 4> pointers{"/firms", "/months", "/model/network", "/output"};
    return std::ranges::any_of(pointers, [&](auto pointer) { return p.pointer.starts_with(pointer); });
}

// The point at which this parameter is largest.
std::size_t largest_point(const SweepPlan& plan, std::size_t parameter)
{
    std::size_t best = 0;
    double most = 0;
    for (std::size_t point = 0; point < plan.points(); ++point) {
        const auto value = plan.value(parameter, point);
        if (!value.is_number() || value.get<double>() <= most) continue;
        most = value.get<double>(), best = point;
    }
    return best;
}

std::vector<std::size_t> points_that_count(const SweepPlan& plan)
{
    constexpr std::size_t most_looked_at = 64;
    if (std::ranges::none_of(plan.parameters, counts)) return {0};
    std::vector<std::size_t> points;
    const std::size_t step = (plan.points() + most_looked_at - 1) / most_looked_at;
    for (std::size_t point = 0; point < plan.points(); point += step) points.push_back(point);
    for (std::size_t p = 0; p < plan.parameters.size(); ++p)
        if (counts(plan.parameters[p])) points.push_back(largest_point(plan, p));
    return points;
}

} // namespace

SweepNeed need_of(const SweepPlan& plan)
{
    const auto points = points_that_count(plan);
    const double runs_each = static_cast<double>(plan.points() * plan.replicates) / static_cast<double>(points.size());
    SweepNeed need;
    for (std::size_t s = 0; s < plan.scenarios.size(); ++s)
        for (const auto point : points) {
            std::optional<Scenario> changed;
            try {
                if (points.size() > 1) changed = run_scenario(plan, {s, point, 0});
            } catch (const ScenarioError&) { // these values do not go together: such a run takes nothing
                continue;
            }
            const Scenario& scenario = changed ? *changed : plan.scenarios[s].scenario;
            const MemoryNeed memory = memory_of(scenario);
            need.memory_of_a_run = std::max(need.memory_of_a_run, memory.of_run(Keeps::all_in_memory));
            need.firm_months += runs_each * static_cast<double>(scenario.setup.firms) * scenario.setup.months;
            need.results += runs_each * memory.results;
        }
    return need;
}

int jobs_that_fit(int jobs, bool wanted, double memory_of_a_run)
{
    const MemoryLimit limit = available_memory();
    const int fit = static_cast<int>(std::min(limit.bytes / memory_of_a_run, 1024.0));
    if (fit >= jobs || memory_is_unchecked()) return jobs;
    if (fit >= 1 && !wanted) return fit;
    const std::string runs = jobs == 1 ? "a run needs" : fmt::format("{} runs at a time need", jobs);
    throw BadInput(
        fmt::format("{} about {} of memory{}, and {} leaves {}: {}", runs, size_text(memory_of_a_run),
                    jobs == 1 ? "" : " each", limit.source, size_text(limit.bytes),
                    fit >= 1 ? fmt::format("--jobs {} fits", fit) : "take fewer firms, or a larger machine"));
}

void ask_beyond_a_size(const SweepPlan& plan, const std::filesystem::path& folder)
{
    const SweepNeed need = need_of(plan);
    const auto free = room_on_disk(folder);
    std::vector<std::string> reasons;
    if (need.firm_months > most_firm_months)
        reasons.push_back(
            fmt::format("it computes {:.2g} firm-months, and one CPU does about 10^11 a day", need.firm_months));
    if (need.results > most_bytes)
        reasons.push_back(fmt::format("its results take about {} on the disk", size_text(need.results)));
    if (free && need.results > *free) reasons.push_back(fmt::format("the disk has only {} left", size_text(*free)));
    if (reasons.empty()) return;
    throw BadInput(fmt::format("{} runs of {}: {}; --list says more, --yes begins", plan.runs(), plan.name,
                               fmt::join(reasons, ", ")));
}

} // namespace rongtong::cli
