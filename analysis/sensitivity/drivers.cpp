#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

#include <fmt/format.h>

#include "analysis/sensitivity/sensitivity.hpp"
#include "sim/error.hpp"

namespace rongtong {

namespace {

std::size_t factor_number(const DesignTable& design, const std::string& name)
{
    const auto found = std::find(design.factors.begin(), design.factors.end(), name);
    if (found == design.factors.end())
        throw OutputError(
            fmt::format("there is no factor '{}'; there are '{}'", name, fmt::join(design.factors, "', '")));
    return static_cast<std::size_t>(found - design.factors.begin());
}

// The class of each point on one axis of a surface.
struct Classes {
    std::vector<std::size_t> of_point;
    std::vector<std::string> names;
};

Classes classes_of(const DesignTable& design, std::size_t factor)
{
    constexpr std::size_t few = 12, many = 5;
    std::vector<double> values;
    for (const auto& x : design.x) values.push_back(x[factor]);
    std::vector<double> distinct = values;
    std::sort(distinct.begin(), distinct.end());
    const std::vector<double> sorted = distinct;
    distinct.erase(std::unique(distinct.begin(), distinct.end()), distinct.end());
    Classes classes;
    if (distinct.size() <= few) {
        for (const double value : distinct)
            classes.names.push_back(design.levels[factor].empty()
                                        ? fmt::format("{:.6g}", value)
                                        : design.levels[factor][static_cast<std::size_t>(value)]);
        for (const double value : values)
            classes.of_point.push_back(
                static_cast<std::size_t>(std::lower_bound(distinct.begin(), distinct.end(), value) - distinct.begin()));
        return classes;
    }
    std::vector<double> bounds;
    for (std::size_t c = 0; c <= many; ++c) bounds.push_back(quantile_of_sorted(sorted, static_cast<double>(c) / many));
    for (std::size_t c = 0; c < many; ++c)
        classes.names.push_back(fmt::format("{:.4g} to {:.4g}", bounds[c], bounds[c + 1]));
    for (const double value : values) {
        const auto above = std::upper_bound(bounds.begin() + 1, bounds.end() - 1, value) - (bounds.begin() + 1);
        classes.of_point.push_back(static_cast<std::size_t>(above));
    }
    return classes;
}

} // namespace

Surface surface(const DesignTable& design, const Outcome& outcome, const std::string& rows, const std::string& columns)
{
    const Classes r = classes_of(design, factor_number(design, rows)),
                  c = classes_of(design, factor_number(design, columns));
    Surface s{rows, columns, r.names, c.names, {}, {}};
    s.mean.assign(r.names.size(), std::vector<double>(c.names.size(), 0));
    s.points.assign(r.names.size(), std::vector<std::size_t>(c.names.size(), 0));
    const auto means = outcome.means();
    for (std::size_t p = 0; p < means.size(); ++p) {
        if (!std::isfinite(means[p])) continue;
        s.mean[r.of_point[p]][c.of_point[p]] += means[p];
        ++s.points[r.of_point[p]][c.of_point[p]];
    }
    for (std::size_t i = 0; i < s.mean.size(); ++i)
        for (std::size_t j = 0; j < s.mean[i].size(); ++j)
            s.mean[i][j] = s.points[i][j] ? s.mean[i][j] / static_cast<double>(s.points[i][j])
                                          : std::numeric_limits<double>::quiet_NaN();
    return s;
}

std::vector<Drivers> find_drivers(const Study& study, const SensitivityOptions& options)
{
    const auto& design = study.design;
    std::vector<Drivers> all;
    for (const auto& outcome : study.outcomes) {
        Drivers d;
        d.outcome = outcome.name;
        d.unit = outcome.unit;
        d.month = outcome.month;
        d.points = design.points();
        d.replicates = outcome.y.size();
        if (!design.block.empty()) {
            d.sobol = sobol_indices(design, outcome, options.level, options.resamples);
            if (d.sobol->left_out > 0)
                d.notes.push_back(fmt::format("{} of {} rows of the design lack a value and are left out",
                                              d.sobol->left_out, d.sobol->left_out + d.sobol->rows));
            if (d.replicates < 2)
                d.notes.emplace_back(
                    "one replicate: the share of luck in the variance is not known, and not taken out");
        }
        if (!design.trajectory.empty()) d.morris = morris_effects(design, outcome, options.level, options.resamples);
        if (design.points() >= design.factors.size() + 2) {
            d.regression = regression(design, outcome, options.level);
            for (const auto& factor : d.regression->left_out)
                d.notes.push_back(
                    fmt::format("{} does not vary, or only together with others: no coefficient", factor));
        }
        if (options.surface.size() == 2) d.surface = surface(design, outcome, options.surface[0], options.surface[1]);
        all.push_back(std::move(d));
    }
    return all;
}

} // namespace rongtong
