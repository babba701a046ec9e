// What runs have in common beside their path, and whether one of them collapses.
//
//   common share: variance over years 3 to 20 of the mean over runs / mean over runs of that variance, less 1/n, which is what
//   n independent runs give. Test: tests/analysis/validate/wave.cpp.
#include "analysis/validate/family.hpp"
#include "analysis/validate/paths.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace rongtong::validation {

namespace {

namespace wave_family {

constexpr std::size_t first_year = 2, last_year = 20; // years 3 to 20, from 0
constexpr std::size_t least_runs = 8, asked_runs = 40, collapse_runs = 200, collapse_years = 60;
constexpr const char* bar = "acceptance bar of the base model";
constexpr const char* runs_needed = "8 runs or more without policies and shocks, with luck, of 60 months and more";

const Regularity common{"wave.common_share",
                        "common share of variance, yearly real value added",
                        "1",
                        "variance over years 3 to 20 of the ensemble mean over the mean variance of runs, less 1/n",
                        "",
                        {{}, 0.1},
                        bar,
                        runs_needed};
const Regularity spread{"wave.mean_sd",
                        "standard deviation of the ensemble mean, yearly real value added",
                        "%",
                        "over years 3 to 20, around the path",
                        "",
                        {{}, 0.6},
                        bar,
                        runs_needed};
const Regularity collapse{"wave.collapse",
                          "runs with a year below 0.8 of their path",
                          "1",
                          "count of runs whose yearly real value added falls below 0.8 of start x (1 + g)^t; interval "
                          "of the count: Clopper and Pearson",
                          "Clopper & Pearson 1934, Biometrika 26",
                          {{}, 0},
                          bar,
                          "runs without policies and shocks, with luck, of 12 months and more"};

const Regularity lowest_year{"", "lowest year, deviation from its path", "%", "", "", {.low = -20}}; // for the picture

std::vector<std::vector<double>> settled_years(const Paths& paths)
{
    std::vector<std::vector<double>> all;
    for (const auto& run : paths.runs)
        all.emplace_back(run.begin() + first_year,
                         run.begin() + static_cast<std::ptrdiff_t>(std::min(last_year, paths.years)));
    return all;
}

std::vector<double> mean_over_runs(const std::vector<std::vector<double>>& runs)
{
    std::vector<double> means(runs.front().size());
    for (const auto& run : runs)
        for (std::size_t y = 0; y < means.size(); ++y) means[y] += run[y] / static_cast<double>(runs.size());
    return means;
}

// The mean over runs, and between which values two thirds of the runs lie.
Plot wave_plot(const Paths& paths)
{
    Curve all{.label = "mean, and one standard deviation of runs", .x = {}, .y = {}};
    for (std::size_t y = 0; y < paths.years; ++y) {
        std::vector<double> of_year;
        for (const auto& run : paths.runs) of_year.push_back(run[y]);
        const auto m = moments(of_year);
        all.x.push_back(static_cast<double>(y + 1));
        all.y.push_back(m.mean);
        all.low.push_back(m.mean - *m.sd);
        all.high.push_back(m.mean + *m.sd);
    }
    return {.x = "year", .y = "real value added, deviation from its path (%)", .curves = {all}};
}

void add_wave(const Ensemble& ensemble, const Paths& paths, std::vector<Finding>& findings)
{
    const auto runs = settled_years(paths);
    const auto ensemble_mean = mean_over_runs(runs);
    std::vector<double> variances;
    for (const auto& run : runs) variances.push_back(variance(run));
    const double share = variance(ensemble_mean) / mean(variances);
    findings.push_back(judged(common, ensemble.name, share - 1 / static_cast<double>(runs.size())));
    findings.push_back(judged(spread, ensemble.name, std::sqrt(variance(ensemble_mean))));
    for (auto* finding : {&findings[findings.size() - 2], &findings.back()}) {
        finding->n = runs.size();
        finding->plot = wave_plot(paths);
        if (runs.size() < asked_runs) add_note(*finding, "40 runs are asked for");
    }
}

Finding collapses(const Ensemble& ensemble, const Paths& paths)
{
    std::size_t fallen = 0;
    double lowest = 0;
    std::vector<double> lows;
    for (const auto& run : paths.runs) {
        const double low = *std::ranges::min_element(run);
        lows.push_back(low);
        lowest = std::min(lowest, low);
        if (low < -20) ++fallen;
    }
    const std::size_t n = paths.runs.size();
    const auto interval = share_interval(fallen, n);
    auto finding = judged(collapse, ensemble.name, static_cast<double>(fallen),
                          fmt::format("of {}, lowest year {:.3f} of its path", n, 1 + lowest / 100));
    finding.n = n;
    if (n > 1) finding.plot = sorted_plot(lowest_year, lows);
    finding.low = interval.low * static_cast<double>(n);
    finding.high = interval.high * static_cast<double>(n);
    if (n < collapse_runs || paths.years < collapse_years) add_note(finding, "200 runs of 60 years are asked for");
    return finding;
}

std::vector<Finding> measure(const Material& material)
{
    std::vector<Finding> findings;
    for (const auto& ensemble : material.ensembles) {
        const auto paths = ensemble.luck ? yearly_paths(ensemble, real_output()) : std::nullopt;
        if (!paths) continue;
        if (ensemble.runs.size() >= least_runs && paths->years >= first_year + 3) add_wave(ensemble, *paths, findings);
        findings.push_back(collapses(ensemble, *paths));
    }
    return findings;
}

} // namespace wave_family

} // namespace

extern const Family family_wave{"Common wave and collapse",
                                {wave_family::common, wave_family::spread, wave_family::collapse},
                                wave_family::measure};

} // namespace rongtong::validation
