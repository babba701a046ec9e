// Efficiency gains and public demand against the run without them.
//
//   unified_market: mean over pairs of the relative difference of consumption and of real value added by year of the policy, and the
//   largest difference of unemployment from its 36th month on
//   multiplier of public demand in year y: sum over its months of (real value added with - without) / (public demand with - without)
// Bands hold without luck; with it the interval over pairs stands beside. Test: tests/analysis/validate/policy.cpp.
#include "analysis/validate/multiplier.hpp"
#include "analysis/validate/responses.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace rongtong::validation {

namespace {

namespace policy_family {

constexpr const char* bar = "acceptance bar of the base model";
constexpr const char* market_needs =
    "a pair with the policy unified_market alone, four years of it and more, and the same without "
    "(scenarios/validation/still.json)";
constexpr const char* state_needs =
    "a pair with a lasting shock to public demand alone, ten years of it for the last, and the same "
    "without";
constexpr double least_above = 1e-9; // a band "above 0"

const Regularity consumption{"unified_market.consumption",
                             "unified market: consumption, lowest year from the second on",
                             "%",
                             "difference to the run without it, mean of a year",
                             "",
                             {least_above, {}},
                             bar,
                             market_needs};
const Regularity value_added{"unified_market.value_added",
                             "unified market: real value added in year 3",
                             "%",
                             "difference to the run without it, mean of the year",
                             "",
                             {least_above, {}},
                             bar,
                             market_needs};
const Regularity jobless{"unified_market.unemployment",
                         "unified market: unemployment, furthest from month 36 on",
                         "pp",
                         "difference to the run without it",
                         "",
                         {-0.3, 0.3},
                         bar,
                         market_needs};
const Regularity early{"public_demand.early",
                       "public demand for ever: multiplier of years 1 and 2",
                       "1",
                       "sum of differences of real value added over that of public demand",
                       "",
                       {0.6, 1.6},
                       bar,
                       state_needs};
const Regularity late{"public_demand.late",
                      "public demand for ever: multiplier of year 10",
                      "1",
                      "sum of differences of real value added over that of public demand",
                      "",
                      {{}, 0.5},
                      bar,
                      state_needs};

Finding lowest_year(const Pairing& pairing, const Responses& years)
{
    std::size_t lowest = 1;
    const auto means = mean_response(years);
    for (std::size_t y = 1; y < means.size(); ++y)
        if (means[y] < means[lowest]) lowest = y;
    return judged(reported_with_luck(consumption, pairing), pairing.name, at_month(years, lowest),
                  fmt::format("year {}; first year {:.3f}", lowest + 1, means[0]));
}

Finding furthest_month(const Pairing& pairing, const Responses& response, std::size_t from)
{
    const auto means = mean_response(response);
    std::size_t furthest = from + 35;
    for (std::size_t m = furthest; m < means.size(); ++m)
        if (std::fabs(means[m]) > std::fabs(means[furthest])) furthest = m;
    auto finding = judged(reported_with_luck(jobless, pairing), pairing.name, at_month(response, furthest),
                          fmt::format("in month {} of it", furthest - from + 1));
    finding.plot = response_plot(response, "unemployment, points", from, {-0.3, 0.3});
    return finding;
}

void unified_market(const Pairing& pairing, std::vector<Finding>& findings)
{
    const auto* policy = only_policy(pairing, "unified_market");
    if (!policy) return;
    const std::size_t from = first_month(*policy);
    const auto c = responses(pairing, {.name = "consumption"}), y = responses(pairing, real_output());
    const auto u = responses(pairing, {.name = "unemployment_rate", .measure = Measure::points});
    if (!c || !y || !u || c->front().size() < from + 48) return;
    findings.push_back(lowest_year(pairing, by_year(*c, from)));
    findings.back().plot = response_plot(*c, "consumption, %", from, {0});
    findings.push_back(judged(reported_with_luck(value_added, pairing), pairing.name, at_month(by_year(*y, from), 2)));
    findings.back().plot = response_plot(*y, "real value added, %", from, {0});
    if (const auto taken = used(pairing.pairs.front().first->run, real_output()); taken != real_output().name)
        add_note(findings.back(), fmt::format("of {}: no {} recorded", taken, real_output().name));
    findings.push_back(furthest_month(pairing, *u, from));
}

void public_demand(const Pairing& pairing, std::vector<Finding>& findings)
{
    const auto multipliers = multipliers_of(pairing);
    if (!multipliers || multipliers->front().size() < 2) return;
    std::vector<double> first_years;
    for (const auto& by_pair : *multipliers) first_years.push_back((by_pair[0] + by_pair[1]) / 2);
    findings.push_back(judged(reported_with_luck(early, pairing), pairing.name, first_years, multiplier_note(pairing)));
    Curve curve{.label = "mean over pairs", .x = {}, .y = mean_response(*multipliers)};
    for (std::size_t y = 0; y < curve.y.size(); ++y) curve.x.push_back(static_cast<double>(y + 1));
    findings.back().plot = {.x = "year", .y = "multiplier of public demand", .curves = {curve}, .borders = {0.6, 1.6}};
    if (multipliers->front().size() >= 10)
        findings.push_back(judged(reported_with_luck(late, pairing), pairing.name, at_month(*multipliers, 9),
                                  multiplier_note(pairing)));
}

std::vector<Finding> measure(const Material& material)
{
    std::vector<Finding> findings;
    for (const auto& pairing : material.pairings) {
        unified_market(pairing, findings);
        public_demand(pairing, findings);
    }
    return findings;
}

} // namespace policy_family

} // namespace

extern const Family family_policy{"Efficiency and public demand",
                                  {policy_family::consumption, policy_family::value_added, policy_family::jobless,
                                   policy_family::early, policy_family::late},
                                  policy_family::measure};

} // namespace rongtong::validation
