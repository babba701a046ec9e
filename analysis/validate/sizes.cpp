// How large firms are and how they grow.
//
//   tail: Clauset, Shalizi & Newman 2009 (tails.hpp) on workers
//   growth g = ln(sales in a month / sales of the same firm twelve months before), firms that are there in both
//   Laplace or normal: mean log-likelihood of g - median under Laplace, less that of g - mean under normal: above 0, Laplace fits better
//   spread: sd of g by twentieth of sales, slope of ln sd on ln mean sales
// Test: tests/analysis/validate/sizes.cpp.
#include "analysis/validate/growth.hpp"
#include "analysis/validate/records.hpp"
#include "analysis/validate/tails.hpp"

#include <cmath>

#include <fmt/format.h>

namespace rongtong::validation {

namespace {

namespace sizes_family {

std::optional<RecordFigure> size_tail(const Records& records)
{
    const auto firms = records.last_firms({"workers"});
    if (!firms) return std::nullopt;
    const auto tail = fit_tail((*firms)["workers"], true);
    if (!tail) return std::nullopt;
    RecordFigure found{tail->exponent,
                       fmt::format("of {} firms with {:g} workers and more, in the first run", tail->n, tail->cut_off)};
    found.plot = {.x = "workers", .y = "share of firms with as many or more", .log_x = true, .log_y = true};
    found.plot.curves.push_back(counter_cumulative((*firms)["workers"], "firms"));
    return found;
}

std::optional<std::vector<Grown>> last_year(const Records& records)
{
    if (!records.has({"revenue"}) || records.panel_months().empty()) return std::nullopt;
    const int last = records.panel_months().back();
    const auto before = records.firms(last - 12, {"revenue"}), after = records.firms(last, {"revenue"});
    if (!before || !after) return std::nullopt;
    return growth_of(*before, *after, "revenue");
}

std::optional<RecordFigure> laplace(const Records& records)
{
    const auto grown = last_year(records);
    if (!grown) return std::nullopt;
    return RecordFigure{laplace_over_normal(*grown)};
}

std::optional<RecordFigure> spread_slope(const Records& records)
{
    const auto grown = last_year(records);
    if (!grown) return std::nullopt;
    const auto bins = spread_by_size(*grown);
    RecordFigure found{log_slope(bins)};
    found.plot = {.x = "sales of the month, yuan", .y = "sd of yearly log growth", .log_x = true, .log_y = true};
    found.plot.curves.push_back(bins);
    return found;
}

std::optional<RecordFigure> entrants(const Records& records)
{
    const auto firms = records.last_firms({"workers", "age"});
    if (!firms) return std::nullopt;
    std::vector<double> young, old;
    for (std::size_t i = 0; i < firms->size(); ++i)
        ((*firms)["age"][i] < 12 ? young : old).push_back((*firms)["workers"][i]);
    return RecordFigure{mean(young) / mean(old)};
}

std::optional<RecordFigure> gini_of_sales(const Records& records)
{
    const auto firms = records.last_firms({"revenue"});
    if (!firms) return std::nullopt;
    return RecordFigure{gini((*firms)["revenue"])};
}

const Regularity tail{
    "sizes.tail",
    "tail exponent of firm sizes",
    "1",
    "workers, last month of the panel; maximum likelihood above the cut-off of least Kolmogorov-Smirnov distance",
    "Clauset, Shalizi & Newman 2009, doi 10.1137/070710111",
    {1.0, 1.4},
    "Axtell 2001, doi 10.1126/science.1062081",
    "output.panel with workers"};
const Regularity laplace_fit{"sizes.laplace",
                             "log-likelihood of growth rates a firm, Laplace less normal",
                             "1",
                             "yearly log growth of a month's sales; both by maximum likelihood",
                             "Stanley and others 1996; Bottazzi & Secchi 2006",
                             {0, {}},
                             "sign: Stanley and others 1996; Bottazzi & Secchi 2006",
                             "output.panel with revenue, twice, twelve months apart"};
const Regularity slope_of_spread{
    "sizes.spread_slope",
    "slope of log spread of growth on log size",
    "1",
    "sd of yearly log growth of a month's sales by twentieth of sales, least squares of its log on that of mean "
    "sales",
    "Stanley and others 1996",
    {-0.25, -0.08},
    "Stanley and others 1996; Bottazzi & Secchi 2006",
    "output.panel with revenue, twice, twelve months apart"};
const Regularity entrants_size{"sizes.entrants",
                               "size of firms below a year of age over that of others",
                               "1",
                               "mean workers, last month of the panel",
                               "",
                               {.high = 1},
                               "sign: Dunne, Roberts & Samuelson 1988",
                               "output.panel with workers and age"};
const Regularity gini_coefficient{
    "sizes.gini", "Gini coefficient of sales", "1", "over firms, last month of the panel", "", {},
    "",           "output.panel with revenue"};

const RecordList& list()
{
    static const RecordList all{{tail, size_tail},
                                {laplace_fit, laplace},
                                {slope_of_spread, spread_slope},
                                {entrants_size, entrants},
                                {gini_coefficient, gini_of_sales}};
    return all;
}

std::vector<Finding> measure(const Material& material) { return measure_records(material, list()); }

} // namespace sizes_family

} // namespace

extern const Family family_sizes{"Sizes and growth of firms", regularities_of(sizes_family::list()),
                                 sizes_family::measure, &sizes_family::list()};

} // namespace rongtong::validation
