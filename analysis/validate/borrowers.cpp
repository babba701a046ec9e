// Single firms as debtors and creditors.
//
//   borrowers: firms with loans above 0, last month of the panel
//   days receivable: 30 x owed by known customers / sales of the month, sums over industrial firms (mining, manufacturing, utilities:
//   sectors before construction but agriculture) whose sales are at least 20 million yuan a year
//   failure after a loss: firms of a month of the panel, loss: trade credit lost in the twelve months before over twelve times the month's
//   sales, at most 1; slope of "bankrupt within the next twelve months" on it, least squares over all such months
// Test: tests/analysis/validate/borrowers.cpp.
#include "analysis/validate/creditors.hpp"
#include "analysis/validate/records.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace rongtong::validation {

namespace {

namespace borrowers_family {

std::optional<RecordFigure> borrowers(const Records& records)
{
    const auto firms = records.last_firms({"loans"});
    if (!firms) return std::nullopt;
    const auto with = std::ranges::count_if((*firms)["loans"], [](double loans) { return loans > 0; });
    return RecordFigure{100 * static_cast<double>(with) / static_cast<double>(firms->size())};
}

std::optional<RecordFigure> smaller_firms(const Records& records)
{
    const auto firms = records.last_firms({"size"});
    if (!firms) return std::nullopt;
    const auto large = std::ranges::count((*firms)["size"], 3.0);
    return RecordFigure{100 * (1 - static_cast<double>(large) / static_cast<double>(firms->size()))};
}

std::optional<RecordFigure> days_receivable(const Records& records)
{
    constexpr double month_of_20_million = 20e6 / 12;
    const auto firms = records.last_firms({"receivable", "revenue", "sector"});
    if (!firms || !records.file()) return std::nullopt;
    const auto sectors = industrial(*records.file());
    if (sectors.first == sectors.second) return std::nullopt;
    double owed = 0, sales = 0, count = 0;
    for (std::size_t i = 0; i < firms->size(); ++i) {
        const auto sector = static_cast<std::size_t>((*firms)["sector"][i]);
        if ((*firms)["revenue"][i] < month_of_20_million || sector < sectors.first || sector >= sectors.second)
            continue;
        owed += (*firms)["receivable"][i];
        sales += (*firms)["revenue"][i];
        count += 1;
    }
    if (sales == 0) return std::nullopt;
    return RecordFigure{30 * owed / sales, fmt::format("{:g} such firms in the first run", count)};
}

std::optional<RecordFigure> failure_after_loss(const Records& records)
{
    const auto losses = records.trade_losses();
    if (!losses || !records.all_firms() || records.panel_months().empty()) return std::nullopt;
    std::vector<double> shares, failed;
    for (const int month : records.panel_months()) {
        if (month < 12 || month + 12 > records.last_month()) continue;
        const auto firms = records.firms(month, {"revenue"});
        if (firms) add_creditors(*firms, *losses, *records.hit("bankruptcy", month, month + 12), shares, failed);
    }
    const auto hit = std::ranges::count_if(shares, [](double share) { return share > 0; });
    if (hit < 100) return std::nullopt;
    return RecordFigure{slope(shares, failed), fmt::format("{} firm-years with a loss in the first run", hit)};
}

const Regularity borrow{"borrowers.share",
                        "firms with loans",
                        "%",
                        "last month of the panel",
                        "",
                        {30, 50},
                        "acceptance bar of the base model",
                        "output.panel with loans"};
const Regularity smaller{
    "borrowers.sme", "micro, small and medium firms", "%", "share of firms, last month of the panel", "", {98, {}},
    "census 2018",   "output.panel with size"};
const Regularity days{
    "borrowers.days_receivable",
    "days receivable of industrial firms with sales of 20 million yuan and more",
    "d",
    "owed by known customers over sales of the month, last month of the panel",
    "",
    {50, 80},
    "National Bureau of Statistics, see the calibration",
    "output.panel with receivable, revenue, sector, and the group sector, whose names say what is industry"};
const Regularity follow{
    "borrowers.failure_after_loss",
    "slope of failure within a year on trade credit lost over yearly sales",
    "1",
    "least squares over firm-years, losses of the twelve months before, at most 1",
    "Jacobson & von Schedvin 2015, doi 10.3982/ECTA12148",
    {0, {}},
    "sign: Jacobson & von Schedvin 2015, doi 10.3982/ECTA12148",
    "output.events and output.panel of all firms with revenue, every 12 months, over three years and more"};

const RecordList& list()
{
    static const RecordList all{
        {borrow, borrowers}, {smaller, smaller_firms}, {days, days_receivable}, {follow, failure_after_loss}};
    return all;
}

std::vector<Finding> measure(const Material& material) { return measure_records(material, list()); }

} // namespace borrowers_family

} // namespace

extern const Family family_borrowers{"Debtors and creditors", regularities_of(borrowers_family::list()),
                                     borrowers_family::measure, &borrowers_family::list()};

} // namespace rongtong::validation
