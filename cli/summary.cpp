#include "cli/summary.hpp"

#include "cli/console.hpp"
#include "cli/run_plan.hpp"
#include "output/results_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace rongtong::cli {

namespace {

constexpr const char* key_indicators[] = {"output",      "consumption", "employment",      "unemployment_rate",
                                          "price_level", "firms",       "days_receivable", "overdue_share"};
constexpr const char* drifting[] = {"output", "employment", "price_level", "firms"};
constexpr std::uint64_t enough_firms = 100000; // for results by size class
constexpr std::size_t year = 12;

using Values = std::vector<double>;

double mean(const std::vector<double>& values, std::size_t first)
{
    const auto begin = values.begin() + static_cast<std::ptrdiff_t>(first);
    return std::accumulate(begin, begin + year, 0.0) / year;
}

std::int64_t large_firms(const Economy& economy)
{
    std::int64_t sum = 0;
    for (std::size_t g = 0; g < economy.sums.size(); ++g)
        if (economy.groups[g].size == Size::large) sum += economy.sums[g].firms;
    return sum;
}

// Lowest and highest; a month that lacks the value is neither, unless all do.
std::pair<Values::const_iterator, Values::const_iterator> extremes(const Values& values)
{
    const auto before = [](double a, double b) { return a < b || (std::isfinite(a) && std::isnan(b)); };
    const auto after = [](double a, double b) { return a < b || (std::isnan(a) && std::isfinite(b)); };
    return {std::min_element(values.begin(), values.end(), before),
            std::max_element(values.begin(), values.end(), after)};
}

void read_indicators(const ResultsReader& file, Summary& s)
{
    const auto months = file.integers("/month");
    for (const char* name : key_indicators) {
        const std::string path = std::string("/") + name;
        if (!file.has(path)) continue;
        const auto info = file.variable(path);
        const auto values = file.doubles(path);
        const auto [low, high] = extremes(values);
        const auto month_of = [&](auto at) {
            return static_cast<std::int32_t>(months[std::size_t(at - values.begin())]);
        };
        s.indicators.push_back({name, info.units, info.long_name, values.front(), values.back(), *low, *high,
                                month_of(low), month_of(high)});
    }
}

void read_drift(const ResultsReader& file, Summary& s)
{
    for (const char* name : drifting) {
        const std::string path = std::string("/") + name;
        if (!file.has(path)) continue;
        const auto values = file.doubles(path);
        if (values.size() >= 2 * year)
            s.drift.push_back({name, mean(values, values.size() - year) / mean(values, 0) - 1});
    }
}

void read_levers(const ResultsReader& file, const std::vector<Policy>& policies, Summary& s)
{
    if (policies.empty()) return;
    const auto cost = file.doubles("/levers/fiscal_cost"), reached = file.doubles("/levers/firms_reached"),
               intensity = file.doubles("/levers/intensity");
    for (std::size_t i = 0; i < policies.size(); ++i) {
        LeverCost lever{policies[i].label, std::string(policies[i].lever->name)};
        for (std::size_t at = i; at < cost.size(); at += policies.size()) {
            lever.cost += cost[at];
            if (intensity[at] <= 0) continue;
            ++lever.months;
            lever.mean_firms += (reached[at] - lever.mean_firms) / lever.months;
            lever.last_month_firms = reached[at];
        }
        s.levers.push_back(std::move(lever));
    }
}

std::string few_large(std::int64_t firms)
{
    if (firms == 0)
        return "none is large: results of large firms are empty, those for chain leaders rest on smaller ones";
    if (firms == 1) return "only one is large: results of large firms and for chain leaders rest on it";
    return fmt::format("only {} are large: results by size class and for chain leaders rest on few of them",
                       grouped(firms));
}

void add_notes(Summary& s)
{
    if (s.firms_at_start >= enough_firms) return;
    s.notes.push_back(fmt::format("with {} firms {}; run several replicates, or at least {} firms",
                                  grouped(s.firms_at_end), few_large(s.large_firms), grouped(enough_firms)));
}

} // namespace

Summary summarise(const RunPlan& plan, const Economy& economy, double firm_months, double seconds)
{
    const Setup& setup = plan.scenario.setup;
    Summary s;
    s.scenario = plan.scenario.name;
    s.title = plan.scenario.title_en;
    s.output = plan.output.string();
    s.seed = setup.seed;
    s.replicate = setup.replicate;
    s.months = setup.months;
    s.first_month = plan.first_month;
    s.threads = plan.threads;
    s.firms_at_start = setup.firms;
    s.firms_at_end = economy.total.firms;
    s.large_firms = large_firms(economy);
    s.firm_months = firm_months;
    s.seconds = seconds;
    s.marks = economy.marks;
    const ResultsReader file(plan.output, {.unfinished = false, .own = true});
    if (const auto written = file.dimension("/month").length; written == static_cast<std::size_t>(s.months)) {
        read_indicators(file, s);
        if (setup.policies.empty() && setup.shocks.empty()) read_drift(file, s);
        read_levers(file, setup.policies, s);
    } else {
        s.notes.push_back(
            fmt::format("the scenario asks for {} of {} months, too few for a summary of the run", written, s.months));
    }
    add_notes(s);
    return s;
}

} // namespace rongtong::cli
