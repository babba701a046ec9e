#include "cli/sweep/listing.hpp"

#include "cli/console.hpp"
#include "cli/exit_codes.hpp"
#include "cli/memory.hpp"
#include "cli/sweep/line.hpp"
#include "cli/sweep/need.hpp"
#include "cli/sweep/units.hpp"
#include "models/common_past.hpp"
#include "scenarios/notes.hpp"
#include "sim/parallel.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <tbb/info.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <optional>

namespace rongtong::cli {

namespace {

using nlohmann::ordered_json;

struct Estimate {
    double months = 0;        // of all runs
    double months_shared = 0; // of these, computed with others
    double cpu_seconds = 0;   // of one CPU
    double bytes = 0;         // on the disk
    double memory = 0;        // of one run, the largest
    double free_memory = 0;
    std::optional<double> free_disk;
};

struct Months {
    double all = 0, computed = 0, runs = 0;
};

// The scenario of a run, or none where its values do not go together: it will fail.
std::optional<Scenario> scenario_of(const SweepPlan& plan, std::size_t run)
{
    try {
        return run_scenario(plan, plan.index(run));
    } catch (const ScenarioError&) {
        return std::nullopt;
    }
}

// Months of a family: each run's own, and these less what it shares with the one before it that shares most. Of a very large
// family the first runs stand for all.
Months months_of(const SweepPlan& plan, const std::vector<std::size_t>& family)
{
    constexpr std::size_t most_looked_at = 300;
    std::vector<Scenario> scenarios;
    Months months;
    for (const auto run : family) {
        if (scenarios.size() == most_looked_at) break;
        auto scenario = scenario_of(plan, run);
        if (!scenario) continue;
        std::int32_t shared = 0;
        for (const auto& earlier : scenarios) shared = std::max(shared, shared_months(earlier.setup, scenario->setup));
        months.all += scenario->setup.months;
        months.computed += scenario->setup.months - shared;
        scenarios.push_back(std::move(*scenario));
    }
    const double scale = scenarios.empty() ? 0
                                           : static_cast<double>(family.size()) / static_cast<double>(scenarios.size());
    return {months.all * scale, months.computed * scale, static_cast<double>(family.size())};
}

// Of all families, from some that lie evenly among them.
Months months_of(const SweepPlan& plan, const std::vector<std::vector<std::size_t>>& families)
{
    constexpr std::size_t most_looked_at = 32;
    const std::size_t step = (families.size() + most_looked_at - 1) / most_looked_at;
    Months sum;
    for (std::size_t i = 0; i < families.size(); i += step) {
        const Months months = months_of(plan, families[i]);
        sum.all += months.all, sum.computed += months.computed, sum.runs += months.runs;
    }
    const double scale = static_cast<double>(plan.runs()) / sum.runs;
    return {sum.all * scale, sum.computed * scale, static_cast<double>(plan.runs())};
}

// Seconds that one thread takes for the start and for a month, and what a run's values take.
struct Pilot {
    double start = 0, month = 0, bytes = 0;
};

constexpr std::uint64_t firms_in_pilot =
    20000; // more take longer in proportion, and the memory that is to be estimated

// The scenario with so few firms that it takes no memory to speak of.
std::shared_ptr<const Scenario> small_version(const Scenario& scenario)
{
    if (scenario.setup.firms <= firms_in_pilot) return std::make_shared<const Scenario>(scenario);
    return std::make_shared<const Scenario>(
        changed_scenario(scenario, {.set = {fmt::format("/firms={}", firms_in_pilot)}}));
}

Pilot fly(const SweepPlan& plan)
{
    using Clock = std::chrono::steady_clock;
    constexpr double long_enough = 1, variable_bytes = 400; // packed: what a variable takes beside its values
    auto first = scenario_of(plan, 0);
    for (std::size_t run = 1; !first && run < plan.runs(); ++run) first = scenario_of(plan, run);
    if (!first) throw BadInput(plan.name + ": no run of this plan holds together; sweep it to read why");
    const auto scenario = small_version(*first);
    const double scale = static_cast<double>(first->setup.firms) / static_cast<double>(scenario->setup.firms);
    const auto began = Clock::now();
    const auto seconds = [&] { return std::chrono::duration<double>(Clock::now() - began).count(); };
    Pilot pilot;
    Line line(scenario);
    pilot.start = seconds();
    while (line.month() < scenario->setup.months && (line.month() < 2 || seconds() < pilot.start + long_enough))
        line.advance();
    pilot.month = (seconds() - pilot.start) / line.month() * scale;
    pilot.start *= scale;
    pilot.bytes = static_cast<double>(line.results().bytes()) / line.month() * scenario->setup.months +
                  variable_bytes * static_cast<double>(line.results().columns().size());
    pilot.bytes += std::max(0.0,
                            memory_of(*first).results - memory_of(*scenario).results); // records of the other firms
    return pilot;
}

Estimate estimate(const SweepPlan& plan, const std::filesystem::path& folder)
{
    const Pilot pilot = with_arena(1, [&] { return fly(plan); });
    const auto all = families(plan);
    const Months months = months_of(plan, all);
    Estimate e;
    e.months = months.all;
    e.months_shared = months.all - months.computed;
    e.cpu_seconds = months.computed * pilot.month + static_cast<double>(all.size()) * pilot.start;
    e.bytes = static_cast<double>(plan.runs()) * pilot.bytes;
    e.memory = need_of(plan).memory_of_a_run;
    e.free_memory = available_memory().bytes;
    e.free_disk = room_on_disk(folder);
    return e;
}

std::string room_text(const Estimate& e)
{
    const double fit = std::floor(e.free_memory / e.memory);
    std::string text = fmt::format("A run takes about {} of memory, and {} are free: {}", size_text(e.memory),
                                   size_text(e.free_memory),
                                   fit < 1 ? "it does not fit." : fmt::format("{:.0f} fit at a time.", fit));
    if (e.free_disk)
        text += fmt::format(" On the disk {} are free{}.", size_text(*e.free_disk),
                            e.bytes > *e.free_disk ? ": too little" : "");
    return text + "\n";
}

std::vector<std::vector<std::string>> rows_of(const SweepPlan& plan, std::size_t most)
{
    std::vector<std::vector<std::string>> rows{{"run", "scenario", "replicate"}};
    for (const auto& p : plan.parameters) rows[0].push_back(p.name);
    for (std::size_t run = 0; run < std::min(plan.runs(), most); ++run) {
        const RunIndex i = plan.index(run);
        rows.push_back({fmt::to_string(run), plan.scenarios[i.scenario].label,
                        fmt::to_string(plan.first_replicate + i.replicate)});
        for (std::size_t p = 0; p < plan.parameters.size(); ++p)
            rows.back().push_back(plan.scenarios[i.scenario].takes[p] ? plan.value(p, i.point).dump() : "-");
    }
    return rows;
}

void print_json(const SweepPlan& plan, const Estimate& e)
{
    ordered_json runs = ordered_json::array();
    for (std::size_t run = 0; run < plan.runs(); ++run) {
        const RunIndex i = plan.index(run);
        ordered_json parameters = ordered_json::object();
        for (std::size_t p = 0; p < plan.parameters.size(); ++p)
            if (plan.scenarios[i.scenario].takes[p]) parameters[plan.parameters[p].name] = plan.value(p, i.point);
        runs.push_back({{"run", run},
                        {"scenario", plan.scenarios[i.scenario].label},
                        {"point", i.point},
                        {"replicate", plan.first_replicate + i.replicate},
                        {"parameters", parameters}});
    }
    print(ordered_json{{"plan", plan.name},
                       {"runs", runs},
                       {"months", e.months},
                       {"months_shared", e.months_shared},
                       {"estimated_cpu_seconds", e.cpu_seconds},
                       {"estimated_bytes", e.bytes},
                       {"free_bytes_on_disk", e.free_disk ? ordered_json(*e.free_disk) : ordered_json(nullptr)},
                       {"estimated_memory_of_a_run", e.memory},
                       {"free_memory", e.free_memory},
                       {"notes", plan.design.notes}}
              .dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) +
          "\n");
}

} // namespace

int list_runs(const SweepPlan& plan, const std::filesystem::path& folder, bool as_json)
{
    constexpr std::size_t most_shown = 1000;
    const Estimate e = estimate(plan, folder);
    if (as_json) {
        print_json(plan, e);
        return done;
    }
    print(table(rows_of(plan, most_shown), 2));
    if (plan.runs() > most_shown) print(fmt::format("... and {} more (--json has all)\n", plan.runs() - most_shown));
    print(fmt::format("\n{} runs: {} {}, {} {}, {} {}.\n", plan.runs(), plan.scenarios.size(),
                      plan.scenarios.size() == 1 ? "scenario" : "scenarios", plan.points(),
                      plan.points() == 1 ? "point" : "points", plan.replicates,
                      plan.replicates == 1 ? "replicate" : "replicates"));
    for (const auto& note : plan.design.notes) print(note + "\n");
    for (const auto& note : notes_on(plan)) print("note: " + note + "\n");
    print(fmt::format(
        "About {} of one CPU like this one's ({} on all {}), {} on the disk; {:.0f} % of the months are shared.\n",
        duration(e.cpu_seconds), duration(e.cpu_seconds / tbb::info::default_concurrency()),
        tbb::info::default_concurrency(), size_text(e.bytes), 100 * e.months_shared / std::max(1.0, e.months)));
    print(room_text(e));
    return done;
}

} // namespace rongtong::cli
