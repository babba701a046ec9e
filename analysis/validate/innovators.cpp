// Firms that do R&D, one by one.
//
//   size:  slope of ln (R&D over sales that it plans) on ln workers, each less its sector's mean, over performers: 0 where those who do R&D spend in
//          proportion to their sales
//   gains: Gini coefficient over performers of what their projects gave them in the last five years, log output per worker
//   pairs: mean distance in what they know of two that began a joint project
// Test: tests/analysis/validate/innovators.cpp.
#include "analysis/validate/innovators.hpp"

#include "analysis/validate/growth.hpp"
#include "analysis/validate/records.hpp"
#include "analysis/validate/within.hpp"

#include <algorithm>

namespace rongtong::validation {

std::vector<double> gains_by_firm(const std::vector<std::pair<std::uint64_t, double>>& gains,
                                  const std::vector<std::uint64_t>& firms)
{
    std::vector<double> sums(firms.size(), 0.0);
    for (const auto& [firm, gain] : gains) {
        const auto at = std::ranges::lower_bound(firms, firm);
        if (at != firms.end() && *at == firm) sums[static_cast<std::size_t>(at - firms.begin())] += gain;
    }
    return sums;
}

namespace {

namespace innovators_family {

constexpr const char* bar = "acceptance bar of the research model";
constexpr const char* panel_needed =
    "output.panel of all firms with research, sector and workers, of a run in which firms do R&D";
constexpr const char* events_needed =
    "output.events, and output.panel of all firms with research, of a run of five years in which firms do R&D";
constexpr int months_of_gains = 60;

// Performers of the panel's last month.
std::optional<Firms> performers_of(const Records& records)
{
    auto firms = records.last_firms({"research", "sector", "workers"});
    if (!firms || !records.all_firms()) return std::nullopt;
    Firms few{firms->month, {}, {}};
    for (std::size_t i = 0; i < firms->size(); ++i) {
        if (!((*firms)["research"][i] > 0)) continue;
        few.firms.push_back(firms->firms[i]);
        for (const auto& [name, column] : firms->columns) few.columns[name].push_back(column[i]);
    }
    if (few.size() == 0) return std::nullopt;
    return few;
}

std::optional<RecordFigure> slope_in_size(const Records& records)
{
    const auto firms = performers_of(records);
    if (!firms) return std::nullopt;
    const auto [x, y] = both_known(within_logs((*firms)["workers"], (*firms)["sector"]),
                                   within_logs((*firms)["research"], (*firms)["sector"]));
    return RecordFigure{slope(x, y)};
}

std::optional<RecordFigure> gini_of_gains(const Records& records)
{
    const auto firms = performers_of(records);
    if (!firms || firms->month < months_of_gains) return std::nullopt;
    const auto gains = records.shares({"innovation", "joint_success"}, firms->month - months_of_gains, firms->month);
    if (!gains) return std::nullopt;
    return RecordFigure{gini(gains_by_firm(*gains, firms->firms))};
}

std::optional<RecordFigure> distance_of_pairs(const Records& records)
{
    const auto pairs = records.shares({"joint_begun"}, 0, records.last_month());
    if (!pairs || pairs->empty()) return std::nullopt;
    double sum = 0;
    for (const auto& [firm, distance] : *pairs) sum += distance;
    return RecordFigure{sum / static_cast<double>(pairs->size())};
}

const Regularity size_slope{
    "innovators.size",
    "R&D over sales against size",
    "1",
    "slope of ln R&D over sales on ln workers, each less its sector's mean, over performers; last month of the panel",
    "Cohen & Klepper 1992, American Economic Review 82(4), 773-799",
    {-0.02, 0.02},
    bar,
    panel_needed};

const Regularity gains_gini{"innovators.gains",
                            "Gini coefficient of what projects gave",
                            "1",
                            "log output per worker by successes of the last five years, over performers",
                            "Scherer & Harhoff 2000, doi 10.1016/S0048-7333(99)00089-X (skewed returns)",
                            {0.6, {}},
                            bar,
                            events_needed};

const Regularity pair_distance{
    "innovators.distance",
    "distance of two that work together in what they know",
    "1",
    "1 - cosine of their capabilities by field, mean over joint projects begun: in the middle, neither near nor far",
    "Nooteboom and others 2007, doi 10.1016/j.respol.2007.04.003 (inverted U)",
    {0.2, 0.8},
    bar,
    "output.events of a run in which firms work together on R&D"};

const RecordList& list()
{
    static const RecordList all{
        {size_slope, slope_in_size}, {gains_gini, gini_of_gains}, {pair_distance, distance_of_pairs}};
    return all;
}

std::vector<Finding> measure(const Material& material) { return measure_records(material, list()); }

} // namespace innovators_family

} // namespace

extern const Family family_innovators{"Firms that do R&D", regularities_of(innovators_family::list()),
                                      innovators_family::measure, &innovators_family::list()};

} // namespace rongtong::validation
