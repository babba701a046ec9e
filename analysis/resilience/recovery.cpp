#include "analysis/resilience/recovery.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <set>

#include <fmt/format.h>

#include "analysis/compare.hpp"
#include "analysis/compare/grouping.hpp"
#include "analysis/statistics/csv_table.hpp"
#include "analysis/statistics/no_figure.hpp"
#include "sim/error.hpp"

namespace rongtong {

namespace {

bool is_worse_when_higher(const std::string& indicator, const RecoveryOptions& options)
{
    static const std::set<std::string> known{
        "unemployment_rate", "bankruptcies",  "exit_rate",   "closures",    "overdue_share",  "unfilled_share",
        "bad_loan_share",    "credit_losses", "loan_losses", "price_level", "consumer_price", "days_receivable"};
    const auto& further = options.worse_when_higher;
    return known.contains(indicator) || std::find(further.begin(), further.end(), indicator) != further.end();
}

// The first month from the trough on from which the path holds.
std::optional<int> recovery_month(const std::vector<double>& shortfall, int trough, const RecoveryOptions& options)
{
    int held = 0;
    for (std::size_t m = static_cast<std::size_t>(trough); m < shortfall.size(); ++m) {
        if (std::isnan(shortfall[m])) continue;
        held = shortfall[m] <= options.tolerance ? held + 1 : 0;
        if (held == options.hold) return static_cast<int>(m) - options.hold + 1;
    }
    return std::nullopt;
}

PairedEffect over_pairs(const std::string& name, const std::vector<double>& values, double level)
{
    PairedSample sample{name, "", "", {}, {}};
    for (const double value : values) sample.base.push_back(0), sample.other.push_back(value);
    return paired_effect(sample, level);
}

template <class Value>
std::vector<double> values_of(const std::vector<Recovery>& pairs, const Value& value)
{
    std::vector<double> values;
    for (const auto& pair : pairs) values.push_back(value(pair));
    return values;
}

void summarise(RecoveryRow& row, double level)
{
    row.loss = over_pairs("loss", values_of(row.pairs, [](const auto& r) { return r.loss; }), level);
    row.area = over_pairs("area", values_of(row.pairs, [](const auto& r) { return r.area; }), level);
    row.depth = over_pairs("depth", values_of(row.pairs, [](const auto& r) { return r.depth; }), level);
    row.trough = over_pairs("trough", values_of(row.pairs, [](const auto& r) { return double(r.trough); }), level);
    std::vector<double> times;
    for (const auto& pair : row.pairs)
        if (pair.recovery) times.push_back(*pair.recovery);
    row.recovered = times.size();
    if (!times.empty()) row.recovery = over_pairs("recovery", times, level);
}

std::vector<double> path(const Run& run, const SeriesPlace& place, int first, int last)
{
    const auto* series = run.find(place.indicator, place.axis, place.group);
    std::vector<double> values;
    for (int month = first; month <= last; ++month) {
        const auto at = std::lower_bound(run.months.begin(), run.months.end(), month);
        const bool there = series && at != run.months.end() && *at == month;
        values.push_back(there ? series->values[static_cast<std::size_t>(at - run.months.begin())] : no_figure);
    }
    return values;
}

int shock_month_of(const std::vector<RunPair>& pairs, const Window& window, const RecoveryOptions& options)
{
    if (options.shock_month) return *options.shock_month;
    int month = 0;
    for (const auto& mark : policy_marks(pairs.front().base->setup, pairs.front().other->setup))
        if (mark.shock && !mark.of_base && (month == 0 || mark.start < month)) month = mark.start;
    return month ? month : window.first;
}

void say_missing(Resilience& result)
{
    std::size_t missing = 0;
    for (const auto& row : result.rows)
        for (const auto& pair : row.pairs) missing = std::max(missing, pair.missing);
    if (missing > 0)
        result.notes.push_back(fmt::format("of {} months up to {} of them have no value on both sides; loss and area "
                                           "are of the others alone",
                                           result.last_month - result.shock_month + 1, missing));
}

ScenarioRuns runs_of(const RunsOfScenario& wanted, const RunParts& parts)
{
    auto groups = groups_of(read_runs(wanted.input, parts), wanted.point);
    if (!wanted.scenario.empty()) {
        CompareOptions options;
        options.base = wanted.scenario;
        return take_base(groups, wanted.input, options);
    }
    if (groups.size() != 1)
        throw OutputError(wanted.input.string() + ": holds several scenarios; name the one with the shock by "
                                                  "--scenario, the one without it by --against");
    return std::move(groups.front());
}

std::vector<SeriesPlace> places_of(const Run& run, const RecoveryOptions& options)
{
    std::vector<SeriesPlace> places;
    for (const auto& name : options.indicators)
        if (run.find(name)) places.push_back({name});
    for (const auto& series : run.by_group) places.push_back({series.name, series.axis, series.group});
    return places;
}

} // namespace

Recovery recovery_of(const std::vector<double>& base, const std::vector<double>& shocked, bool worse_when_higher,
                     const RecoveryOptions& options)
{
    Recovery r;
    std::vector<double> shortfall(base.size(), no_figure);
    for (std::size_t m = 0; m < base.size(); ++m) {
        const double gap = base[m] - shocked[m];
        if (!std::isfinite(gap)) {
            ++r.missing;
            continue;
        }
        ++r.months;
        r.loss += gap;
        const double q = (worse_when_higher ? -gap : gap) / std::fabs(base[m]);
        if (!std::isfinite(q)) continue; // nothing to be short of
        shortfall[m] = q;
        r.area += std::max(0.0, q);
        if (q > r.depth) r.depth = q, r.trough = static_cast<int>(m);
    }
    r.recovery = r.depth <= options.tolerance ? std::optional(0) : recovery_month(shortfall, r.trough, options);
    return r;
}

Resilience resilience_of_runs(const RunsOfScenario& without, const RunsOfScenario& with, const RecoveryOptions& options)
{
    const RunParts parts{options.axes, options.indicators};
    const ScenarioRuns base = runs_of(without, parts), shocked = runs_of(with, parts);
    ScenarioEffects paired;
    const auto pairs = pair_up(base, shocked, paired);
    check_comparable(pairs);
    const Window window = window_of(pairs, CompareOptions{});
    Resilience result;
    result.name = shocked.scenario + " against " + base.scenario;
    result.left_out = paired.left_out;
    for (const auto& key : paired.pairs)
        result.pairs.push_back(fmt::format("seed {}, replicate {}", key.seed, key.replicate));
    result.shock_month = shock_month_of(pairs, window, options);
    result.last_month = window.last;
    result.notes = comparison_notes(pairs, result.shock_month, window.last);
    if (result.shock_month > window.last)
        throw OutputError(
            fmt::format("the shock comes in month {}, the runs end with month {}", result.shock_month, window.last));
    for (const auto& place : places_of(*pairs.front().base, options)) {
        RecoveryRow row;
        row.place = place;
        row.unit = pairs.front().base->find(place.indicator, place.axis, place.group)->unit;
        row.worse_when_higher = is_worse_when_higher(place.indicator, options);
        row.names = result.pairs;
        for (const auto& pair : pairs)
            row.pairs.push_back(recovery_of(path(*pair.base, place, result.shock_month, window.last),
                                            path(*pair.other, place, result.shock_month, window.last),
                                            row.worse_when_higher, options));
        summarise(row, options.level);
        result.rows.push_back(std::move(row));
    }
    say_missing(result);
    if (result.rows.empty())
        throw OutputError(without.input.string() + ": has none of the indicators that were asked for");
    return result;
}

namespace {

using Key = std::pair<std::string, std::string>; // indicator, group

// Paths out of a table: by indicator and group, replicate, month.
struct Paths {
    std::vector<Key> order;
    std::map<Key, std::map<std::string, std::map<int, std::pair<double, double>>>> values;
    int first_difference = std::numeric_limits<int>::max(), last = 0;
};

Paths paths_of(const CsvTable& table)
{
    table.require({"month", "base", "other"});
    const auto months = table.numbers("month"), base = table.numbers("base"), other = table.numbers("other");
    Paths paths;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const auto text = [&](const char* column) {
            return table.has(column) ? table.texts(column)[row] : std::string();
        };
        const auto fail = [&](const std::string& what) {
            return OutputError(fmt::format("{}: line {}: {}", table.path().string(), table.line_of(row), what));
        };
        if (!std::isfinite(months[row])) throw fail("month is missing");
        const Key key{table.has("indicator") ? text("indicator") : "other", text("group")};
        const int month = static_cast<int>(months[row]);
        if (!paths.values.contains(key)) paths.order.push_back(key);
        if (!paths.values[key][text("replicate")].emplace(month, std::pair(base[row], other[row])).second)
            throw fail(fmt::format("month {} stands there twice", month));
        if (base[row] != other[row] && std::isfinite(base[row] - other[row]))
            paths.first_difference = std::min(paths.first_difference, month);
        paths.last = std::max(paths.last, month);
    }
    return paths;
}

} // namespace

Resilience resilience_of_csv(const std::filesystem::path& csv, const RecoveryOptions& options)
{
    const Paths paths = paths_of(CsvTable(csv));
    Resilience result;
    result.name = csv.string();
    result.last_month = paths.last;
    result.shock_month = options.shock_month.value_or(std::min(paths.first_difference, paths.last));
    for (const auto& key : paths.order) {
        RecoveryRow row;
        row.place = {key.first, key.second.empty() ? "" : "group", key.second};
        row.worse_when_higher = is_worse_when_higher(key.first, options);
        for (const auto& [replicate, values] : paths.values.at(key)) {
            std::vector<double> b, x;
            for (int month = result.shock_month; month <= result.last_month; ++month) {
                const auto at = values.find(month);
                b.push_back(at == values.end() ? no_figure : at->second.first);
                x.push_back(at == values.end() ? no_figure : at->second.second);
            }
            row.names.push_back(replicate);
            row.pairs.push_back(recovery_of(b, x, row.worse_when_higher, options));
        }
        if (row.names.size() > result.pairs.size()) result.pairs = row.names;
        summarise(row, options.level);
        result.rows.push_back(std::move(row));
    }
    return result;
}

std::vector<ResilienceChange> changes(const Resilience& without_policy, const Resilience& with_policy, double level)
{
    std::vector<ResilienceChange> list;
    for (const auto& a : without_policy.rows)
        for (const auto& b : with_policy.rows) {
            if (a.place.indicator != b.place.indicator || a.place.axis != b.place.axis ||
                a.place.group != b.place.group)
                continue;
            const auto change = [&](const char* name, const auto& value) {
                PairedSample sample{name, a.unit, "", {}, {}};
                for (std::size_t i = 0; i < a.pairs.size(); ++i) {
                    const auto at = std::find(b.names.begin(), b.names.end(), a.names[i]);
                    if (at == b.names.end()) continue;
                    sample.base.push_back(value(a.pairs[i]));
                    sample.other.push_back(value(b.pairs[static_cast<std::size_t>(at - b.names.begin())]));
                }
                return paired_effect(sample, level);
            };
            list.push_back({a.place, change("loss", [](const auto& r) { return r.loss; }),
                            change("area", [](const auto& r) { return r.area; }),
                            change("depth", [](const auto& r) { return r.depth; }),
                            change("trough", [](const auto& r) { return double(r.trough); })});
        }
    return list;
}

} // namespace rongtong
