// Points and outcomes out of a CSV.
#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include <fmt/format.h>

#include "analysis/sensitivity/outcomes.hpp"
#include "analysis/statistics/csv_table.hpp"
#include "sim/error.hpp"

#include "analysis/statistics/no_figure.hpp"

namespace rongtong {

namespace {

const std::set<std::string> meant_otherwise{"block", "row",      "trajectory", "point", "step",          "replicate",
                                            "month", "scenario", "run",        "seed",  "factor_changed"};

std::vector<std::string> outcomes_of(const CsvTable& table, const StudyOptions& options)
{
    if (!options.outcomes.empty()) {
        table.require(options.outcomes);
        return options.outcomes;
    }
    return {table.has("y") ? std::string("y") : table.columns().back()};
}

std::vector<std::string> factors_of(const CsvTable& table, const StudyOptions& options,
                                    const std::vector<std::string>& outcomes)
{
    if (!options.factors.empty()) {
        table.require(options.factors);
        return options.factors;
    }
    std::vector<std::string> factors;
    for (const auto& column : table.columns())
        if (!meant_otherwise.contains(column) && std::find(outcomes.begin(), outcomes.end(), column) == outcomes.end())
            factors.push_back(column);
    if (factors.empty()) throw OutputError(table.path().string() + ": has no column that could be a factor");
    return factors;
}

// Values of a factor; texts are numbered in the order in which they first occur.
std::vector<double> values_of(const CsvTable& table, const std::string& factor, std::vector<std::string>& levels)
{
    if (table.is_number(factor)) return table.numbers(factor);
    std::vector<double> values;
    for (const auto& text : table.texts(factor)) {
        const auto found = std::find(levels.begin(), levels.end(), text);
        values.push_back(static_cast<double>(found - levels.begin()));
        if (found == levels.end()) levels.push_back(text);
    }
    return values;
}

std::vector<std::int64_t> whole(const CsvTable& table, const std::string& column)
{
    std::vector<std::int64_t> values;
    for (const double value : table.numbers(column))
        values.push_back(std::isfinite(value) ? static_cast<std::int64_t>(value) : -1);
    return values;
}

// What makes a line's point, as a text.
class PointKeys {
public:
    PointKeys(const CsvTable& table, const std::vector<std::string>& factors) : table_(table)
    {
        if (table.has("block") && table.has("row")) columns_ = {"block", "row"};
        else if (table.has("trajectory") && (table.has("point") || table.has("step")))
            columns_ = {"trajectory", table.has("step") ? "step" : "point"};
        else if (table.has("point")) columns_ = {"point"};
        else if (table.has("replicate") || table.has("month")) columns_ = factors;
    }
    std::string of(std::size_t row) const
    {
        if (columns_.empty()) return fmt::to_string(row);
        std::string key;
        for (const auto& column : columns_) key += table_.texts(column)[row] + '\n';
        return key;
    }

private:
    const CsvTable& table_;
    std::vector<std::string> columns_; // empty: each line is a point
};

struct Lines {
    std::vector<std::size_t> point;            // of each line
    std::vector<std::string> replicate, month; // texts; "" where there is no such column
};

DesignTable design_of(const CsvTable& table, const std::vector<std::string>& factors, Lines& lines)
{
    DesignTable design;
    design.factors = factors;
    design.levels.resize(factors.size());
    std::vector<std::vector<double>> columns;
    for (std::size_t i = 0; i < factors.size(); ++i) columns.push_back(values_of(table, factors[i], design.levels[i]));
    const PointKeys keys(table, factors);
    std::map<std::string, std::size_t> known;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const auto [at, fresh] = known.try_emplace(keys.of(row), design.points());
        std::vector<double> x;
        for (const auto& column : columns) x.push_back(column[row]);
        if (fresh) design.x.push_back(x);
        else if (design.x[at->second] != x)
            throw OutputError(fmt::format("{}: line {}: its point has other factors than in a line before it",
                                          table.path().string(), table.line_of(row)));
        lines.point.push_back(at->second);
    }
    return design;
}

// Columns that say what kind of design it is, by point.
void add_kind(const CsvTable& table, const Lines& lines, DesignTable& design)
{
    const bool saltelli = table.has("block") && table.has("row"),
               morris = table.has("trajectory") && (table.has("step") || table.has("point"));
    if (saltelli) design.block.resize(design.points()), design.row.resize(design.points());
    else if (morris) design.trajectory.resize(design.points()), design.step.resize(design.points());
    else {
        if (!find_saltelli(design)) find_morris(design);
        return;
    }
    const auto first = whole(table, saltelli ? "row" : "trajectory");
    const auto second = saltelli ? first : whole(table, table.has("step") ? "step" : "point");
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const auto p = lines.point[row];
        if (saltelli) design.block[p] = table.texts("block")[row], design.row[p] = first[row];
        else design.trajectory[p] = first[row], design.step[p] = second[row];
    }
}

// The points of a design that came apart from the outcomes.
void find_points(const CsvTable& table, const StudyOptions& options, Lines& lines)
{
    const bool by_run = table.has("run") && !table.has("point") && !options.point_of_run.empty();
    table.require({by_run ? "run" : "point"});
    const auto numbers = whole(table, by_run ? "run" : "point");
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const auto most = by_run ? options.point_of_run.size() : options.design->points();
        if (numbers[row] < 0 || static_cast<std::size_t>(numbers[row]) >= most)
            throw OutputError(fmt::format("{}: line {}: there is no {} {}; the design has 0 to {}",
                                          table.path().string(), table.line_of(row), by_run ? "run" : "point",
                                          numbers[row], most - 1));
        const auto number = static_cast<std::size_t>(numbers[row]);
        lines.point.push_back(by_run ? options.point_of_run[number] : number);
        if (by_run && !table.has("replicate"))
            lines.replicate.push_back(fmt::to_string(options.replicate_of_run[number]));
    }
}

std::size_t place_of(std::vector<std::string>& list, const std::string& text)
{
    const auto found = std::find(list.begin(), list.end(), text);
    if (found == list.end()) {
        list.push_back(text);
        return list.size() - 1;
    }
    return static_cast<std::size_t>(found - list.begin());
}

void add_outcomes(const CsvTable& table, const std::string& name, const Lines& lines, Study& study)
{
    const auto values = table.numbers(name);
    std::vector<std::string> months, replicates;
    for (const auto& month : lines.month) place_of(months, month);
    for (const auto& replicate : lines.replicate) place_of(replicates, replicate);
    std::vector<Outcome> outcomes;
    for (const auto& month : months) {
        const auto number = number_of(month);
        outcomes.push_back({name, "", number && std::isfinite(*number) ? static_cast<int>(*number) : 0, {}});
        outcomes.back().y.assign(replicates.size(), std::vector<double>(study.design.points(), no_figure));
    }
    std::set<std::tuple<std::size_t, std::size_t, std::size_t>> seen;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const auto month = place_of(months, lines.month[row]), replicate = place_of(replicates, lines.replicate[row]);
        if (!seen.emplace(month, replicate, lines.point[row]).second)
            throw OutputError(
                fmt::format("{}: line {}: its point has a value already; a column replicate or month would "
                            "tell them apart",
                            table.path().string(), table.line_of(row)));
        outcomes[month].y[replicate][lines.point[row]] = values[row];
    }
    for (auto& outcome : outcomes) {
        const auto means = outcome.means();
        const auto holes = std::count_if(means.begin(), means.end(), [](double v) { return !std::isfinite(v); });
        if (holes > 0)
            study.notes.push_back(fmt::format("{}: {} of {} points have no value", name, holes, means.size()));
        study.outcomes.push_back(std::move(outcome));
    }
}

} // namespace

Study study_of_csv(const std::filesystem::path& csv, const StudyOptions& options)
{
    const CsvTable table(csv);
    const auto outcomes = outcomes_of(table, options);
    Study study;
    Lines lines;
    if (options.design) {
        study.design = *options.design;
        find_points(table, options, lines);
    } else {
        study.design = design_of(table, factors_of(table, options, outcomes), lines);
        add_kind(table, lines, study.design);
    }
    for (std::size_t row = 0; row < table.rows(); ++row) {
        if (lines.replicate.size() <= row)
            lines.replicate.push_back(table.has("replicate") ? table.texts("replicate")[row] : "");
        lines.month.push_back(table.has("month") ? table.texts("month")[row] : "");
    }
    for (const auto& name : outcomes) add_outcomes(table, name, lines, study);
    return study;
}

} // namespace rongtong
