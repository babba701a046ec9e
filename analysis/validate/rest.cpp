// Rest without luck, and what luck does in its first month.
//
//   rest: largest relative distance of a quantity from its growth path, over all months
//   first month: |mean over runs| + 2 se of (month 1 with luck / month 1 of the same economy without - 1)
// Test: tests/analysis/validate/rest.cpp.
#include "analysis/validate/family.hpp"
#include "analysis/validate/paths.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace rongtong::validation {

namespace {

namespace rest_family {

constexpr const char* bar = "acceptance bar of the base model";
constexpr std::size_t least_runs = 8;

const Regularity rest{
    "rest.distance",
    "without luck: largest distance from the path",
    "%",
    "over all months, of output, consumption, investment, capital, employment, wage, prices, loans, deposits, cash, "
    "receivables, inventories and firms",
    "",
    {{}, 0.1},
    bar,
    "a run without luck, policies and shocks (/model/luck/switch 0), asked: 2,000 firms, 600 months"};

struct FirstMonth {
    Regularity regularity;
    Quantity quantity;
};

FirstMonth first_month_of(const char* id, const char* title, Quantity quantity)
{
    return {{std::string("first_month.") + id,
             fmt::format("drift of the first month of luck: {}, size of the mean and 2 se", title),
             "%",
             "month 2 over month 1, growth of the path taken out, over runs",
             "",
             {{}, 0.03},
             bar,
             "8 runs and more with luck of firms (luck of exports and sentiment off); asked: 40 of 100,000 firms, 2 "
             "months"},
            std::move(quantity)};
}

const std::vector<FirstMonth>& first_months()
{
    static const std::vector<FirstMonth> all{
        first_month_of("capital", "capital", {.name = "capital", .grows = true}),
        first_month_of("workers", "workers", {.name = "employment"}),
        first_month_of("firms", "firms", {.name = "firms"}),
        first_month_of("links", "share of sales over links", {.name = "link_share"}),
        first_month_of("sales", "sales", {.name = "revenue", .grows = true}),
    };
    return all;
}

const std::vector<Quantity>& resting()
{
    static const std::vector<Quantity> all{real_output(),
                                           {.name = "consumption", .grows = true},
                                           {.name = "investment", .grows = true},
                                           {.name = "capital", .grows = true},
                                           {.name = "employment"},
                                           {.name = "wage", .grows = true},
                                           {.name = "consumer_price"},
                                           {.name = "price_level"},
                                           {.name = "loans", .grows = true},
                                           {.name = "household_deposits", .grows = true},
                                           {.name = "cash", .grows = true},
                                           {.name = "receivables", .grows = true},
                                           {.name = "finished_months"},
                                           {.name = "firms"}};
    return all;
}

std::optional<Finding> at_rest(const Ensemble& ensemble)
{
    std::vector<double> distances;
    double worst = -1;
    std::string where;
    for (const auto* run : ensemble.runs) {
        double distance = 0;
        for (const auto& quantity : resting()) {
            const auto values = series(run->run, quantity);
            if (!values) continue;
            const auto off = deviation(*values, values->front(), ensemble.growth, quantity);
            for (std::size_t m = 0; m < off.size(); ++m) {
                distance = std::max(distance, std::fabs(off[m]));
                if (std::fabs(off[m]) <= worst) continue;
                worst = std::fabs(off[m]);
                where = fmt::format("{} in month {}", quantity.name, run->run.months[m]);
            }
        }
        distances.push_back(distance);
    }
    if (ensemble.months < 12) return std::nullopt;
    auto finding = judged(rest, ensemble.name, distances, where);
    if (ensemble.months < 600) add_note(finding, "600 months are asked for");
    return finding;
}

std::optional<Finding> of_luck(const Ensemble& ensemble, const FirstMonth& row)
{
    std::vector<double> off;
    for (const auto* run : ensemble.runs) {
        const auto values = series(run->run, row.quantity);
        if (values && values->size() > 1)
            off.push_back(deviation(*values, values->front(), ensemble.growth, row.quantity)[1]);
    }
    const auto m = moments(off);
    if (m.n < least_runs) return std::nullopt;
    auto finding = judged(row.regularity, ensemble.name, std::fabs(m.mean) + 2 * *m.se,
                          fmt::format("mean {:.4f}, se {:.4f}", m.mean, *m.se));
    set_spread(finding, m);
    finding.se.reset(); // the figure holds it
    finding.plot = sorted_plot(row.regularity, off);
    if (ensemble.firms < 100000) add_note(finding, "40 runs of 100,000 firms without export luck are asked for");
    return finding;
}

std::vector<Finding> measure(const Material& material)
{
    std::vector<Finding> findings;
    for (const auto& ensemble : material.ensembles) {
        if (!ensemble.luck) {
            if (auto finding = at_rest(ensemble)) findings.push_back(std::move(*finding));
            continue;
        }
        for (const auto& row : first_months())
            if (auto finding = of_luck(ensemble, row)) findings.push_back(std::move(*finding));
    }
    return findings;
}

std::vector<Regularity> regularities()
{
    std::vector<Regularity> all{rest};
    for (const auto& row : first_months()) all.push_back(row.regularity);
    return all;
}

} // namespace rest_family

} // namespace

extern const Family family_rest{"Rest, and the first month of luck", rest_family::regularities(), rest_family::measure};

} // namespace rongtong::validation
