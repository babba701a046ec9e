// Business cycles: second moments of filtered quarterly series.
//
//   means of quarters after a burn-in of 120 months (none in runs below 300 months); logs but for rates; cycle = series less its
//   Hodrick-Prescott trend, lambda 1600 (hp_filter.hpp); moments by run, then mean and spread over runs
// Test: tests/analysis/validate/cycles.cpp.
#include "analysis/validate/family.hpp"
#include "analysis/validate/hp_filter.hpp"
#include "analysis/validate/paths.hpp"

#include <cmath>

#include <fmt/format.h>

namespace rongtong::validation {

namespace {

namespace cycles_family {

constexpr std::size_t burn_in = 120, long_run = 300, least_quarters = 80;
constexpr const char* how =
    "quarterly means after 120 months, logs but for rates, Hodrick-Prescott cycle with lambda 1600 (for months 129,600 "
    "by Ravn and Uhlig's rule), by run";
constexpr const char* cites = "Hodrick & Prescott 1997; Ravn & Uhlig 2002, doi 10.1162/003465302317411604";
constexpr const char* bar = "acceptance bar of the base model";
constexpr const char* facts = "sign: Dosi, Fagiolo & Roventini 2010 and its list of facts";
constexpr const char* needs =
    "runs with luck, without policies and shocks, of 240 months and more; asked: 10 of 100,000 firms, 720 months";

enum class Moment { sd, ratio, correlation }; // of the series; over that of output; with output

struct Row {
    Regularity regularity;
    Moment moment;
    Quantity quantity;
    bool rate = false; // no logs
};

Row row(const char* id, const char* title, const char* unit, Band band, const char* source, Moment moment,
        Quantity quantity, bool rate = false)
{
    return {{std::string("cycle.") + id, title, unit, how, cites, band, band.exists() ? source : "", needs},
            moment,
            std::move(quantity),
            rate};
}

const std::vector<Row>& rows()
{
    static const std::vector<Row> all{
        row("output", "cycle: standard deviation of output", "%", {0.8, 1.8}, bar, Moment::sd, real_output()),
        row("investment", "cycle: volatility of investment over output's", "1", {1, 3}, bar, Moment::ratio,
            {.name = "investment"}),
        row("consumption", "cycle: volatility of consumption over output's", "1", {{}, 1.1}, facts, Moment::ratio,
            {.name = "consumption"}),
        row("consumption_output", "cycle: correlation of consumption and output", "1", {0.3, {}}, bar,
            Moment::correlation, {.name = "consumption"}),
        row("unemployment_output", "cycle: correlation of unemployment and output", "1", {{}, -0.5}, bar,
            Moment::correlation, {.name = "unemployment_rate"}, true),
        row("capacity_use", "cycle: correlation of capacity use and output", "1", {0, {}}, facts, Moment::correlation,
            {.name = "capacity_use"}, true),
        row("entries", "cycle: correlation of entries and output", "1", {}, "", Moment::correlation,
            {.name = "entries"}, true),
        row("bankruptcies", "cycle: correlation of bankruptcies and output", "1", {}, "", Moment::correlation,
            {.name = "bankruptcies"}, true),
    };
    return all;
}

std::optional<std::vector<double>> cycle_of(const Run& run, const Quantity& quantity, bool rate)
{
    const auto months = series(run, quantity);
    if (!months) return std::nullopt;
    std::vector<double> quarters;
    for (std::size_t m = months->size() >= long_run ? burn_in : 0; m + 3 <= months->size(); m += 3) {
        const double q = ((*months)[m] + (*months)[m + 1] + (*months)[m + 2]) / 3;
        quarters.push_back(rate ? q : std::log(q));
    }
    if (quarters.size() < least_quarters) return std::nullopt;
    return hp_cycle(quarters, quarterly_lambda);
}

std::optional<Finding> find(const Row& row, const Ensemble& ensemble)
{
    std::vector<double> figures;
    for (const auto* run : ensemble.runs) {
        const auto output = cycle_of(run->run, real_output(), false), own = cycle_of(run->run, row.quantity, row.rate);
        if (!output || !own) return std::nullopt;
        const double sd = std::sqrt(variance(*own));
        figures.push_back(row.moment == Moment::sd      ? 100 * sd
                          : row.moment == Moment::ratio ? sd / std::sqrt(variance(*output))
                                                        : correlation(*own, *output));
    }
    auto finding = judged(row.regularity, ensemble.name, figures);
    if (const auto taken = used(ensemble.runs.front()->run, real_output()); taken != real_output().name)
        add_note(finding, fmt::format("output: {}, no {} recorded", taken, real_output().name));
    if (ensemble.months < 720 || ensemble.runs.size() < 10 || ensemble.firms < 100000)
        add_note(finding, "10 runs of 100,000 firms and 720 months are asked for");
    return finding;
}

std::vector<Finding> measure(const Material& material) { return measure_rows(material, rows(), find); }

} // namespace cycles_family

} // namespace

extern const Family family_cycles{"Cycles", regularities_of(cycles_family::rows()), cycles_family::measure};

} // namespace rongtong::validation
