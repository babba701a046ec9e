// Credit: how many firms default, what banks lose, how large loans and deposits are.
//
//   by run, over the months from year 3 on (all in runs of less than four years): bankruptcies over firms, loans lost over loans, both a
//   year; loans and deposits of households over twelve months of value added. Then mean and spread over runs.
// Test: tests/analysis/validate/credit.cpp.
#include "analysis/validate/family.hpp"

namespace rongtong::validation {

namespace {

namespace credit_family {

constexpr std::size_t settled = 24, long_run = 48;
constexpr std::uint64_t enough_firms = 100000; // for results by size class
constexpr double year = 12;
constexpr const char* bar = "acceptance bar of the base model";
constexpr const char* census = "census 2018: employees 79 %, revenue 68 %, 8 points either way";
constexpr const char* needs = "runs with luck, without policies and shocks, of 12 months and more";

struct Row {
    Regularity regularity;
    const char *above, *below; // indicators: sum over months of the one over that of the other
    double times;
};

Row row(const char* id, const char* title, const char* unit, const char* how, Band band, const char* source,
        const char* above, const char* below, double times)
{
    return {{std::string("credit.") + id, title, unit, how, "", band, source, needs}, above, below, times};
}

const std::vector<Row>& rows()
{
    static const std::vector<Row> all{
        row("defaults", "defaults per 10,000 firms a year", "1", "bankruptcies over firms, from year 3 on", {30, 120},
            bar, "bankruptcies", "firms", 10000 * year),
        row("losses", "loans lost a year", "%", "loan losses over loans, from year 3 on", {0.4, 1.2}, bar,
            "loan_losses", "loans", 100 * year),
        row("loans", "loans over yearly value added", "1",
            "mean of loans over twelve months of value added, from year 3 on", {0.8, 1.3}, bar, "loans", "value_added",
            1 / year),
        row("deposits", "deposits of households over yearly value added", "1",
            "mean of deposits over twelve months of value added, from year 3 on", {0.9, 1.1}, bar, "household_deposits",
            "value_added", 1 / year),
        row("overdue", "payables past their due month", "%", "over payables, from year 3 on", {}, "", "overdue",
            "payables", 100),
        row("sme_employment", "share of workers in micro, small and medium firms", "%", "mean of months from year 3 on",
            {71, 87}, census, "sme_employment_share", "", 100),
        row("sme_revenue", "share of sales by micro, small and medium firms", "%", "mean of months from year 3 on",
            {60, 76}, census, "sme_revenue_share", "", 100),
    };
    return all;
}

double sum_of(const IndicatorSeries& series)
{
    double sum = 0;
    for (std::size_t m = series.values.size() >= long_run ? settled : 0; m < series.values.size(); ++m)
        sum += series.values[m];
    return sum;
}

double months_of(const IndicatorSeries& series)
{
    return static_cast<double>(series.values.size() >= long_run ? series.values.size() - settled
                                                                : series.values.size());
}

std::optional<Finding> find(const Row& row, const Ensemble& ensemble)
{
    std::vector<double> figures;
    for (const auto* run : ensemble.runs) {
        const auto* above = run->run.find(row.above);
        const auto* below = *row.below ? run->run.find(row.below) : above;
        if (!above || !below || above->values.size() < 12) return std::nullopt;
        figures.push_back(row.times * sum_of(*above) / (*row.below ? sum_of(*below) : months_of(*above)));
    }
    auto finding = judged(row.regularity, ensemble.name, figures);
    if (!*row.below && ensemble.firms < enough_firms) add_note(finding, "shares by size want 100,000 firms");
    return finding;
}

std::vector<Finding> measure(const Material& material) { return measure_rows(material, rows(), find); }

} // namespace credit_family

} // namespace

extern const Family family_credit{"Credit, and the weight of smaller firms", regularities_of(credit_family::rows()),
                                  credit_family::measure};

} // namespace rongtong::validation
