#include "cli/calibrate/runs.hpp"

#include "analysis/validate/family.hpp"
#include "analysis/validate/records.hpp"
#include "cli/usual_progress.hpp"
#include "output/results_reader.hpp"
#include "output/run_store.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <limits>

namespace rongtong::cli {

namespace {

validation::ObservedRun read_one(const ResultsReader& file, const validation::ReadOptions& options, bool validated)
{
    if (validated) return observe(file, options);
    validation::ObservedRun run;
    run.run = read_run(file, options.parts);
    return run;
}

std::string of(const FitMoment& m)
{
    if (!m.regularity.empty()) return m.regularity;
    const auto group = m.axis.empty() ? "" : fmt::format("/{}/{}", m.axis, m.group);
    if (m.statistic == "last") return fmt::format("{}{}, month {}", m.indicator, group, m.last_month);
    return fmt::format("{}{}, {} of months {} to {}", m.indicator, group, m.statistic, m.first_month, m.last_month);
}

} // namespace

std::vector<KnownRegularity> known_regularities()
{
    std::vector<KnownRegularity> known;
    for (const auto* family : validation::families())
        for (const auto& r : family->regularities) known.push_back({r.id, r.band.low, r.band.high, r.band_source});
    return known;
}

std::vector<MomentSource> sources_of(const FitPlan& fit)
{
    std::vector<MomentSource> sources;
    for (const auto& m : fit.moments)
        sources.push_back(
            {m.regularity, m.indicator, m.axis, m.group, m.statistic, m.first_month, m.last_month, m.scenarios});
    return sources;
}

std::vector<MomentTarget> targets_of(const FitPlan& fit)
{
    std::vector<MomentTarget> targets;
    for (const auto& m : fit.moments) targets.push_back({m.name, m.value, m.sd, m.low, m.high, m.weight, m.used});
    return targets;
}

std::vector<MomentWords> words_of(const FitPlan& fit)
{
    std::vector<MomentWords> words;
    for (const auto& m : fit.moments) {
        const bool first_only = m.scenarios.size() == 1 && m.scenarios.front() == fit.plan.scenarios.front().label;
        const auto runs = first_only ? "" : fmt::format(" ({})", fmt::join(m.scenarios, ", "));
        words.push_back({of(m) + runs, m.source});
    }
    return words;
}

std::vector<double> places_of(const FitPlan& fit, const std::vector<nlohmann::json>& values)
{
    std::vector<double> x;
    for (std::size_t i = 0; i < values.size(); ++i)
        x.push_back(place_of(fit.plan.parameters[i], values[i].get<double>()));
    return x;
}

std::vector<TriedPoint> tried_points(const FitPlan& fit, const SweepPlan& wave, const std::filesystem::path& folder,
                                     std::size_t number)
{
    const auto sources = sources_of(fit);
    const bool validated = needs_validation(sources);
    validation::ReadOptions options;
    options.growth = usual_progress();
    options.parts = parts_of(sources);
    if (validated) options.records = validation::record_figures;
    const RunStore store(folder);
    const double none = std::numeric_limits<double>::quiet_NaN();
    std::vector<TriedPoint> points;
    for (std::size_t p = 0; p < wave.points(); ++p) {
        std::vector<validation::ObservedRun> runs;
        for (std::size_t s = 0; s < wave.scenarios.size(); ++s)
            for (std::size_t r = 0; r < wave.replicates; ++r)
                if (const auto run = wave.number({s, p, r}); store.has(run)) {
                    const ResultsReader file(store.bytes(run), folder / RunStore::member_of(run));
                    check_sweep_run(file, run);
                    runs.push_back(read_one(file, options, validated));
                }
        TriedPoint point{number, places_of(fit, wave.design.listed[p]), {}, {}};
        const bool whole = runs.size() == wave.scenarios.size() * wave.replicates;
        const auto figures = whole ? figures_of(runs, sources)
                                   : std::vector<MomentFigure>(sources.size(), {none, none});
        for (const auto& f : figures) point.figures.push_back(f.mean), point.variances.push_back(f.variance);
        points.push_back(std::move(point));
    }
    return points;
}

} // namespace rongtong::cli
