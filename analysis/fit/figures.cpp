#include "analysis/fit/figures.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "analysis/statistics/no_figure.hpp"
#include "analysis/validate/statistics.hpp"
#include "analysis/validate/validate.hpp"
#include "sim/error.hpp"

namespace rongtong {

namespace {

bool is_of(const validation::ObservedRun& run, const MomentSource& source)
{
    return std::find(source.scenarios.begin(), source.scenarios.end(), run.run.scenario) != source.scenarios.end();
}

MomentFigure over_runs(const std::vector<double>& values)
{
    const auto m = validation::moments(values);
    if (m.n == 0) return {no_figure, no_figure};
    return {m.mean, m.se ? *m.se * *m.se : no_figure};
}

MomentFigure of_indicator(const std::vector<validation::ObservedRun>& runs, const MomentSource& source)
{
    std::vector<double> values;
    for (const auto& run : runs) {
        if (!is_of(run, source)) continue;
        const auto* series = run.run.find(source.indicator, source.axis, source.group);
        if (!series)
            throw OutputError(run.run.path.string() + ": has no " + source.indicator +
                              (source.axis.empty() ? "" : "/" + source.axis + "/" + source.group));
        values.push_back(
            month_figure(run.run.months, series->values, source.statistic, source.first_month, source.last_month));
    }
    return over_runs(values);
}

// Validated as if there were no others.
validation::Validation validated(const std::vector<validation::ObservedRun>& runs,
                                 const std::vector<std::string>& scenarios)
{
    validation::Material material;
    for (const auto& run : runs)
        if (std::find(scenarios.begin(), scenarios.end(), run.run.scenario) != scenarios.end())
            material.runs.push_back(run);
    sort_material(material);
    return validate(material);
}

MomentFigure of_regularity(const validation::Validation& found, const std::string& id)
{
    for (const auto& section : found.sections)
        for (const auto& finding : section.findings)
            if (finding.regularity.id == id && finding.figure)
                return {*finding.figure, finding.se ? *finding.se * *finding.se : no_figure};
    return {no_figure, no_figure};
}

} // namespace

RunParts parts_of(const std::vector<MomentSource>& sources)
{
    std::set<std::string> axes, indicators;
    for (const auto& s : sources)
        if (!s.axis.empty()) axes.insert(s.axis), indicators.insert(s.indicator);
    return {{axes.begin(), axes.end()}, {indicators.begin(), indicators.end()}};
}

bool needs_validation(const std::vector<MomentSource>& sources)
{
    return std::any_of(sources.begin(), sources.end(), [](const auto& s) { return !s.regularity.empty(); });
}

std::vector<MomentFigure> figures_of(const std::vector<validation::ObservedRun>& runs,
                                     const std::vector<MomentSource>& sources)
{
    std::map<std::vector<std::string>, validation::Validation> found; // by scenarios
    std::vector<MomentFigure> figures;
    for (const auto& source : sources) {
        if (source.regularity.empty()) {
            figures.push_back(of_indicator(runs, source));
            continue;
        }
        if (!found.contains(source.scenarios)) found.emplace(source.scenarios, validated(runs, source.scenarios));
        figures.push_back(of_regularity(found.at(source.scenarios), source.regularity));
    }
    return figures;
}

double month_figure(const std::vector<int>& months, const std::vector<double>& values, const std::string& statistic,
                    int first, int last)
{
    std::vector<double> inside;
    for (std::size_t m = 0; m < months.size() && m < values.size(); ++m)
        if (months[m] >= first && months[m] <= last && std::isfinite(values[m])) inside.push_back(values[m]);
    const auto of = validation::moments(inside);
    if (of.n == 0) return no_figure;
    if (statistic == "last") return inside.back();
    if (statistic == "sum") return of.mean * static_cast<double>(of.n);
    if (statistic == "sd") return of.sd.value_or(no_figure);
    return of.mean;
}

} // namespace rongtong
