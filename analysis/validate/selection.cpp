// How firms of a sector differ, and who leaves.
//
//   90/10 ratio of productivity and of price among firms of a sector with 20 firms and more; mean over sectors, weighted by output
//   correlation of ln workers and ln productivity, each less its sector's mean
//   exit by productivity: mean of ln productivity less its sector's mean of firms that are gone twelve months later, less that of
//   those that stay; below 0 where the less productive leave
//   exit by quarter: share of the least productive quarter that is gone twelve months later, over that of the most productive
// Test: tests/analysis/validate/selection.cpp.
#include "analysis/validate/records.hpp"
#include "analysis/validate/within.hpp"

#include <cmath>

namespace rongtong::validation {

namespace {

namespace selection_family {

constexpr const char* bar = "acceptance bar of the base model";

std::optional<RecordFigure> ratio_90_10(const Records& records, const char* variable)
{
    const auto firms = records.last_firms({variable, "sector", "output"});
    if (!firms) return std::nullopt;
    return RecordFigure{within_ratio((*firms)[variable], (*firms)["sector"], (*firms)["output"])};
}

std::optional<RecordFigure> productivity(const Records& records) { return ratio_90_10(records, "productivity"); }

// Of comparable goods: files of older programs, in which all firms open with the same price, have no worth.
std::optional<RecordFigure> price(const Records& records)
{
    const auto firms = records.last_firms({"price", "worth", "sector", "output"});
    if (!firms) return ratio_90_10(records, "price");
    std::vector<double> price = (*firms)["price"];
    for (std::size_t i = 0; i < price.size(); ++i) price[i] *= (*firms)["worth"][i];
    return RecordFigure{within_ratio(price, (*firms)["sector"], (*firms)["output"])};
}

std::optional<RecordFigure> size_and_productivity(const Records& records)
{
    const auto firms = records.last_firms({"productivity", "workers", "sector"});
    if (!firms) return std::nullopt;
    const auto [x, y] = both_known(within_logs((*firms)["workers"], (*firms)["sector"]),
                                   within_logs((*firms)["productivity"], (*firms)["sector"]));
    return RecordFigure{correlation(x, y)};
}

// Firms of the panel's last month but twelve: ln productivity less its sector's mean, and whether they are gone a year later.
struct YearOfFirms {
    std::vector<double> productivity;
    std::vector<bool> gone;
};

std::optional<YearOfFirms> last_year(const Records& records)
{
    if (records.panel_months().empty() || !records.all_firms()) return std::nullopt;
    const int last = records.panel_months().back();
    const auto before = records.firms(last - 12, {"productivity", "sector"}), after = records.firms(last, {"sector"});
    if (!before || !after) return std::nullopt;
    YearOfFirms year{within_logs((*before)["productivity"], (*before)["sector"]), {}};
    for (const auto at : places(before->firms, after->firms)) year.gone.push_back(at == after->size());
    return year;
}

std::optional<RecordFigure> exit_by_productivity(const Records& records)
{
    const auto year = last_year(records);
    if (!year) return std::nullopt;
    std::vector<double> gone, there;
    for (std::size_t i = 0; i < year->gone.size(); ++i) (year->gone[i] ? gone : there).push_back(year->productivity[i]);
    return RecordFigure{mean(gone) - mean(there)};
}

std::optional<RecordFigure> exit_of_quarters(const Records& records)
{
    const auto year = last_year(records);
    if (!year) return std::nullopt;
    const auto rates = rates_by_quarter(year->productivity, year->gone);
    return RecordFigure{rates.front() / rates.back()};
}

const Regularity productivity_ratio{
    "selection.productivity",
    "productivity 90/10 within sectors",
    "1",
    "ratio of the 90 % to the 10 % quantile over firms of a sector, mean over sectors by output; last month of "
    "the panel",
    "Syverson 2011; Hsieh & Klenow 2009",
    {2.4, 3.0},
    bar,
    "output.panel with productivity, sector, output"};
const Regularity price_ratio{"selection.price",
                             "price 90/10 within sectors",
                             "1",
                             "of comparable goods (price * worth); as productivity",
                             "",
                             {1.05, 1.5},
                             bar,
                             "output.panel with price, worth, sector, output"};
const Regularity size_correlation{"selection.size",
                                  "correlation of size and productivity within sectors",
                                  "1",
                                  "of ln workers and ln productivity, less sector means; last month of the panel",
                                  "",
                                  {0.1, 0.3},
                                  bar,
                                  "output.panel with productivity, workers, sector"};
const Regularity exit_difference{"selection.exit",
                                 "log productivity of firms that leave within a year, less that of others",
                                 "1",
                                 "less sector means; last twelve months of the panel",
                                 "",
                                 {.high = 0},
                                 bar,
                                 "output.panel of all firms with productivity and sector, twice, twelve months apart"};

const Regularity exit_quarters{
    "selection.quarters",
    "exit of the least productive quarter over that of the most productive",
    "1",
    "shares that leave within a year, by quarters of ln productivity less sector means; last twelve months of "
    "the panel",
    "Melitz 2003; Foster, Haltiwanger & Syverson 2008 (sign)",
    {.low = 1},
    bar,
    "output.panel of all firms with productivity and sector, twice, twelve months apart"};

const RecordList& list()
{
    static const RecordList all{{productivity_ratio, productivity},
                                {price_ratio, price},
                                {size_correlation, size_and_productivity},
                                {exit_difference, exit_by_productivity},
                                {exit_quarters, exit_of_quarters}};
    return all;
}

std::vector<Finding> measure(const Material& material) { return measure_records(material, list()); }

} // namespace selection_family

} // namespace

extern const Family family_selection{"Selection", regularities_of(selection_family::list()), selection_family::measure,
                                     &selection_family::list()};

} // namespace rongtong::validation
