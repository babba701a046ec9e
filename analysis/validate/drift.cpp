// Drift: whether the mean over runs stays on the path, year by year.
//
//   deviation of run r in year y: d_ry = mean over its months of x_r(m) / (x(0) (1 + g)^(m/12)) - 1
//   figure: the mean over runs of the year in which it is furthest from 0, of years 1 to 20
// A single run has its own luck in each year: of it the mean of years 3 to 20 is taken. Test: tests/analysis/validate/drift.cpp.
#include "analysis/validate/family.hpp"
#include "analysis/validate/paths.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace rongtong::validation {

namespace {

namespace drift_family {

constexpr std::size_t bar_years = 20, settled_year = 2; // years from 0: the first two still show the start
constexpr std::size_t asked_runs = 8;
constexpr const char* how =
    "mean over runs of each year's deviation from the path start x (1 + g)^t, furthest of years 1 to 20; "
    "of a single run the mean of years 3 to 20";
constexpr const char* bar = "acceptance bar of the base model";
constexpr const char* runs_needed = "runs without policies and shocks, with luck, of 12 months and more";

struct Row {
    Regularity regularity;
    Quantity quantity;
};

Band within(double tolerance) { return {-tolerance, tolerance}; }

Row row(const char* id, const char* title, const char* unit, Band band, Quantity quantity)
{
    return {{std::string("drift.") + id, title, unit, how, "", band, band.exists() ? bar : "", runs_needed},
            std::move(quantity)};
}

const std::vector<Row>& rows()
{
    static const std::vector<Row> all{
        row("value_added", "real value added", "%", within(1.5), real_output()),
        row("wage", "real wage", "%", within(1.5), {.name = "wage", .deflator = "consumer_price", .grows = true}),
        row("nominal_wage", "wage in yuan", "%", {}, {.name = "wage", .grows = true}),
        row("price", "consumer price", "%", within(3), {.name = "consumer_price"}),
        row("unemployment", "unemployment rate", "pp", within(0.5),
            {.name = "unemployment_rate", .measure = Measure::points}),
        row("firms", "number of firms", "%", within(3), {.name = "firms", .turns_over = true}),
        row("capital", "capital of firms", "%", within(2), {.name = "capital", .grows = true, .turns_over = true}),
        row("consumption", "consumption", "%", {}, {.name = "consumption", .grows = true}),
        row("link_share", "share of sales over known links", "1", {},
            {.name = "link_share", .measure = Measure::units}),
        row("days_receivable", "days receivable", "d", {}, {.name = "days_receivable", .measure = Measure::units}),
    };
    return all;
}

std::vector<double> of_year(const Paths& paths, std::size_t year)
{
    std::vector<double> values;
    for (const auto& run : paths.runs) values.push_back(run[year]);
    return values;
}

Plot plot_of(const Paths& paths, const Regularity& regularity)
{
    Plot plot{.x = "year", .y = fmt::format("{}, deviation from its path ({})", regularity.title, regularity.unit)};
    Curve curve{.label = "mean over runs", .x = {}, .y = {}};
    for (std::size_t y = 0; y < paths.years; ++y) {
        const auto m = moments(of_year(paths, y));
        curve.x.push_back(static_cast<double>(y + 1));
        curve.y.push_back(m.mean);
        if (m.low) curve.low.push_back(*m.low), curve.high.push_back(*m.high);
    }
    plot.curves.push_back(std::move(curve));
    if (regularity.band.low) plot.borders = {*regularity.band.low, *regularity.band.high};
    return plot;
}

Finding single_run(const Row& row, const Ensemble& ensemble, const Paths& paths)
{
    const auto& years = paths.runs.front();
    const std::size_t first = std::min(settled_year, paths.years - 1), last = std::min(bar_years, paths.years);
    double sum = 0;
    for (std::size_t y = first; y < last; ++y) sum += years[y];
    auto finding = judged(row.regularity, ensemble.name, sum / static_cast<double>(last - first),
                          fmt::format("one run: mean of years {} to {}", first + 1, last));
    finding.n = 1;
    return finding;
}

Finding furthest_year(const Row& row, const Ensemble& ensemble, const Paths& paths)
{
    std::size_t lowest = 0, highest = 0;
    const std::size_t last = std::min(bar_years, paths.years);
    std::vector<double> means;
    for (std::size_t y = 0; y < last; ++y) {
        means.push_back(mean(of_year(paths, y)));
        if (means[y] < means[lowest]) lowest = y;
        if (means[y] > means[highest]) highest = y;
    }
    const bool down = std::fabs(means[lowest]) > std::fabs(means[highest]);
    const std::size_t other = down ? highest : lowest;
    return judged(row.regularity, ensemble.name, of_year(paths, down ? lowest : highest),
                  fmt::format("in year {}; {} {:.3g} in year {}", (down ? lowest : highest) + 1,
                              down ? "highest" : "lowest", means[other], other + 1));
}

Finding find(const Row& row, const Ensemble& ensemble, const Paths& paths)
{
    auto finding = ensemble.runs.size() == 1 ? single_run(row, ensemble, paths) : furthest_year(row, ensemble, paths);
    const auto taken = used(ensemble.runs.front()->run, row.quantity);
    if (taken != row.quantity.name) add_note(finding, fmt::format("of {}: no {} recorded", taken, row.quantity.name));
    if (paths.own_start)
        add_note(finding, row.quantity.turns_over
                              ? "from each run's own first month: without luck nobody leaves or enters"
                              : "from each run's own first month: no run without luck beside it");
    if (ensemble.runs.size() > 1 && ensemble.runs.size() < asked_runs)
        add_note(finding, "few runs: 40 of 10,000 firms or 8 of 100,000 are asked for");
    if (paths.years < bar_years) add_note(finding, fmt::format("{} years of 20", paths.years));
    finding.plot = plot_of(paths, row.regularity);
    return finding;
}

std::vector<Finding> measure(const Material& material)
{
    return measure_rows(material, rows(), [](const auto& row, const auto& ensemble) -> std::optional<Finding> {
        const auto paths = yearly_paths(ensemble, row.quantity);
        if (!paths) return std::nullopt;
        return find(row, ensemble, *paths);
    });
}

} // namespace drift_family

} // namespace

extern const Family family_drift{"Drift from the path", regularities_of(drift_family::rows()), drift_family::measure};

} // namespace rongtong::validation
