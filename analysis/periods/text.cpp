#include <cmath>

#include <fmt/format.h>

#include "analysis/compare.hpp"
#include "analysis/periods/periods.hpp"
#include "analysis/statistics/figures.hpp"
#include "analysis/written_text.hpp"

namespace rongtong {

namespace {

using nlohmann::ordered_json;

ordered_json or_null(const std::optional<double>& value)
{
    return value ? ordered_json(*value) : ordered_json(nullptr);
}

std::string place_name(const SeriesPlace& p)
{
    return p.axis.empty() ? p.indicator : p.indicator + "/" + p.axis + "/" + p.group;
}

ordered_json figure_json(const PeriodFigure& f)
{
    return {{"period", f.period},
            {"first_month", f.first_month},
            {"last_month", f.last_month},
            {"runs", f.runs},
            {"value", or_null(f.value)},
            {"low", or_null(f.low)},
            {"high", or_null(f.high)},
            {"change_on_previous", or_null(f.on_previous)},
            {"change_on_year", or_null(f.on_year)}};
}

std::string change_text(const std::optional<double>& change, bool rate)
{
    return change ? fmt::format("{:+.2f} {}", *change, rate ? "points" : "%") : "-";
}

std::string series_text(const PeriodSeries& s, const PeriodRequest& r)
{
    std::vector<double> values;
    for (const auto& f : s.figures) values.push_back(f.value.value_or(0));
    const auto style = figure_style(values, 0);
    const bool several = s.runs > 1, years = r.per != PeriodLength::year;
    std::vector<std::vector<std::string>> rows{{name_of(r.per), s.unit}};
    if (several) rows.front().emplace_back("quartiles of runs");
    rows.front().push_back(fmt::format("on previous {}", name_of(r.per)));
    if (years) rows.front().emplace_back("on a year before");
    for (const auto& f : s.figures) {
        std::vector<std::string> row{f.period, figure(f.value, style)};
        if (several) row.push_back(f.low ? fmt::format("{} to {}", figure(f.low, style), figure(f.high, style)) : "-");
        row.push_back(change_text(f.on_previous, s.rate));
        if (years) row.push_back(change_text(f.on_year, s.rate));
        rows.push_back(std::move(row));
    }
    return fmt::format("{}: {}, {}{}\n", s.scenario, place_name(s.place), s.long_name,
                       several ? fmt::format(" (mean of {} runs)", s.runs) : "") +
           aligned_table(rows, {0}) + '\n';
}

} // namespace

ordered_json periods_json(const PeriodTable& table)
{
    ordered_json json{{"format", "rongtong series"},
                      {"format_version", 1},
                      {"per", name_of(table.request.per)},
                      {"statistic", name_of(table.request.statistic)},
                      {"notes", table.notes},
                      {"series", ordered_json::array()}};
    for (const auto& s : table.series) {
        ordered_json entry{{"scenario", s.scenario}, {"indicator", s.place.indicator},
                           {"by", s.place.axis},     {"group", s.place.group},
                           {"unit", s.unit},         {"long_name", s.long_name},
                           {"formula", s.formula},   {"change_unit", s.rate ? "points" : "percent"},
                           {"runs", s.runs},         {"periods", ordered_json::array()}};
        for (const auto& f : s.figures) entry["periods"].push_back(figure_json(f));
        json["series"].push_back(std::move(entry));
    }
    return json;
}

std::string periods_text(const PeriodTable& table)
{
    std::string text;
    for (const auto& s : table.series) text += series_text(s, table.request);
    for (const auto& note : table.notes) text += "note: " + note + '\n';
    return text + fmt::format("{} over the months of each {}; growth is each run's own.\n",
                              name_of(table.request.statistic), name_of(table.request.per));
}

std::string periods_csv(const PeriodTable& table)
{
    std::string text = "scenario,indicator,by,group,unit,period,first_month,last_month,runs,value,low,high,"
                       "change_on_previous,change_on_year,change_unit\n";
    const auto number = [](const std::optional<double>& value) { return value ? fmt::format("{}", *value) : ""; };
    for (const auto& s : table.series)
        for (const auto& f : s.figures)
            text += fmt::format("{},{},{},{},{},{},{},{},{},{},{},{},{},{},{}\n", csv_text(s.scenario),
                                csv_field(s.place.indicator), csv_field(s.place.axis), csv_field(s.place.group),
                                csv_field(s.unit), f.period, f.first_month, f.last_month, f.runs, number(f.value),
                                number(f.low), number(f.high), number(f.on_previous), number(f.on_year),
                                s.rate ? "points" : "percent");
    return text;
}

} // namespace rongtong
