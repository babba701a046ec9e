#include "analysis/periods/periods.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

#include <fmt/format.h>

#include "analysis/paired.hpp"
#include "analysis/statistics/bootstrap.hpp"
#include "analysis/statistics/no_figure.hpp"
#include "sim/calendar.hpp"
#include "sim/error.hpp"

namespace rongtong {

namespace {

constexpr int first_year = 1; // of runs without a calendar

// Runs of one scenario, and where its months lie.
struct Group {
    std::string scenario;
    std::vector<const Run*> runs{};
    std::optional<int> start{};

    int origin() const { return start.value_or(12 * first_year) - 1; } // of month 0
};

// Periods of a run, by number: months of the calendar over the length.
using Values = std::map<int, double>;

// Whether the group has this run already, as where two sweeps hold it. OutputError where it has another one of the same name and luck.
bool has_it(const Group& group, const Run& run)
{
    for (const auto* other : group.runs) {
        if (run.digest.empty() ||
            std::tie(run.point, run.seed, run.replicate) != std::tie(other->point, other->seed, other->replicate))
            continue;
        if (run.digest == other->digest && run.commit == other->commit) return true;
        throw OutputError(fmt::format("{}: scenario '{}' has seed {}, replicate {} twice, also in {}, of another "
                                      "scenario or program; --set /name=another tells a variant apart",
                                      run.path.string(), run.scenario, run.seed, run.replicate, other->path.string()));
    }
    return false;
}

std::vector<Group> groups_of(const std::vector<Run>& runs, const PeriodRequest& request)
{
    std::vector<Group> groups;
    for (const auto& run : runs) {
        auto at = std::ranges::find(groups, run.scenario, &Group::scenario);
        if (at == groups.end())
            at = groups.insert(at, {run.scenario, {}, request.start ? request.start : calendar_start(run.setup)});
        if (!has_it(*at, run)) at->runs.push_back(&run);
    }
    return groups;
}

std::string label_of(int number, PeriodLength per, bool dated)
{
    const int length = static_cast<int>(per), first = number * length, year = first / 12;
    if (per == PeriodLength::month) return dated ? calendar_text(first) : fmt::format("month {}", first - 11);
    if (per == PeriodLength::year) return dated ? fmt::format("{:04}", year) : fmt::format("year {}", year);
    const int quarter = first % 12 / 3 + 1;
    return dated ? fmt::format("{:04}-Q{}", year, quarter) : fmt::format("year {} Q{}", year, quarter);
}

// Value of a period whose months are from `first` on; nothing where the run did not keep them.
std::optional<double> value_of(const Run& run, const std::vector<double>& values, int first, const PeriodRequest& r)
{
    const int last = first + static_cast<int>(r.per) - 1;
    const bool one = r.statistic == MonthStatistic::last;
    const auto begin = std::ranges::lower_bound(run.months, one ? last : first);
    const auto end = std::ranges::upper_bound(run.months, last);
    if (end - begin != (one ? 1 : last - first + 1)) return std::nullopt;
    double sum = 0;
    std::ptrdiff_t found = 0;
    for (auto at = begin; at != end; ++at) {
        const double value = values.at(static_cast<std::size_t>(at - run.months.begin()));
        if (std::isfinite(value)) sum += value, ++found;
    }
    if (found == 0 || (r.statistic == MonthStatistic::sum && found < end - begin)) return no_figure;
    return r.statistic == MonthStatistic::mean ? sum / static_cast<double>(found) : sum;
}

Values values_of(const Run& run, const SeriesPlace& place, int origin, const PeriodRequest& r)
{
    Values all;
    const auto* series = run.find(place.indicator, place.axis, place.group);
    if (!series || run.months.empty()) return all;
    const int length = static_cast<int>(r.per);
    for (int n = (origin + run.months.front()) / length; n <= (origin + run.months.back()) / length; ++n)
        if (const auto value = value_of(run, series->values, n * length - origin, r)) all[n] = *value;
    return all;
}

double growth(const Values& values, int number, int back, bool rate)
{
    const auto now = values.find(number), before = values.find(number - back);
    if (now == values.end() || before == values.end()) return no_figure;
    if (rate) return 100 * (now->second - before->second);
    return before->second > 0 ? 100 * (now->second / before->second - 1) : no_figure;
}

std::optional<double> mean_of(const std::vector<double>& values)
{
    if (values.empty()) return std::nullopt;
    double sum = 0;
    for (const double value : values) sum += value;
    return sum / static_cast<double>(values.size());
}

PeriodFigure figure_of(const std::vector<Values>& runs, int number, const Group& group, const PeriodRequest& r,
                       bool rate)
{
    const int length = static_cast<int>(r.per), first = number * length - group.origin();
    PeriodFigure f{label_of(number, r.per, group.start.has_value()), first, first + length - 1};
    std::vector<double> values, on_previous, on_year;
    const auto keep = [](std::vector<double>& list, double value) {
        if (std::isfinite(value)) list.push_back(value);
    };
    for (const auto& run : runs) {
        if (const auto at = run.find(number); at != run.end()) keep(values, at->second);
        keep(on_previous, growth(run, number, 1, rate));
        keep(on_year, growth(run, number, 12 / length, rate));
    }
    f.runs = values.size();
    f.value = mean_of(values);
    f.on_previous = mean_of(on_previous);
    f.on_year = mean_of(on_year);
    std::ranges::sort(values);
    if (values.size() > 1) f.low = quantile_of_sorted(values, 0.25), f.high = quantile_of_sorted(values, 0.75);
    return f;
}

PeriodSeries series_of(const Group& group, const SeriesPlace& place, const PeriodRequest& r)
{
    PeriodSeries s{group.scenario, place, {}, {}, {}, false, group.runs.size()};
    std::vector<Values> runs;
    std::map<int, bool> numbers;
    for (const auto* run : group.runs) {
        if (const auto* found = run->find(place.indicator, place.axis, place.group); found && s.unit.empty()) {
            s.unit = found->unit, s.long_name = found->long_name, s.formula = found->formula;
            s.rate = is_rate(place.indicator, found->unit);
        }
        runs.push_back(values_of(*run, place, group.origin(), r));
        for (const auto& [number, value] : runs.back()) numbers[number] = true;
    }
    for (const auto& [number, there] : numbers) s.figures.push_back(figure_of(runs, number, group, r, s.rate));
    return s;
}

void check_place(const std::vector<Run>& runs, const SeriesPlace& place)
{
    const auto has = [&](const Run& run) { return run.find(place.indicator, place.axis, place.group) != nullptr; };
    if (std::ranges::any_of(runs, has)) return;
    throw OutputError(fmt::format("no run has the indicator '{}'{}", place.indicator,
                                  place.axis.empty() ? ""
                                                     : fmt::format(" of {} '{}' (sweeps keep groups where their plan "
                                                                   "says so: \"keep\": {{\"groups\": [\"{}\"]}})",
                                                                   place.axis, place.group, place.axis)));
}

// Months that make no whole period.
void note_rest(const Group& group, const PeriodRequest& r, std::vector<std::string>& notes)
{
    const auto& months = group.runs.front()->months;
    const int length = static_cast<int>(r.per);
    if (months.empty() || length == 1 || r.statistic == MonthStatistic::last) return;
    const auto between = static_cast<std::size_t>(months.back() - months.front() + 1);
    if (months.size() < between) {
        notes.push_back(
            fmt::format("{}: of its months {} to {} it keeps {} of {}; a {} is told where all its months are "
                        "there: take --statistic last, or --per month",
                        group.scenario, months.front(), months.back(), months.size(), between, name_of(r.per)));
        return;
    }
    const int before = (length - (group.origin() + months.front()) % length) % length;
    const int after = (group.origin() + months.back() + 1) % length;
    if (before + after > 0)
        notes.push_back(
            fmt::format("{}: of its months {} at the start and {} at the end are in no whole {} and are left out",
                        group.scenario, before, after, name_of(r.per)));
}

} // namespace

std::optional<int> calendar_start(const nlohmann::json& setup)
{
    if (!setup.is_object() || !setup.contains("calendar_start") || !setup["calendar_start"].is_string())
        return std::nullopt;
    return parse_calendar_month(setup["calendar_start"].get<std::string>());
}

PeriodTable periods_of(const std::vector<Run>& runs, const PeriodRequest& request)
{
    PeriodTable table{request, {}, {}};
    for (const auto& place : request.places) check_place(runs, place);
    for (const auto& group : groups_of(runs, request)) {
        for (const auto& place : request.places) table.series.push_back(series_of(group, place, request));
        note_rest(group, request, table.notes);
    }
    return table;
}

const char* name_of(PeriodLength per)
{
    switch (per) {
    case PeriodLength::month: return "month";
    case PeriodLength::quarter: return "quarter";
    case PeriodLength::year: return "year";
    }
    return "";
}

} // namespace rongtong
