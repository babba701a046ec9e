#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "analysis/sensitivity/sensitivity.hpp"
#include "analysis/statistics/figures.hpp"

namespace rongtong {

namespace {

using Rows = std::vector<std::vector<std::string>>;

std::string share(double value) { return std::isfinite(value) ? fmt::format("{:.3f}", value) : "-"; }

std::string share(const std::optional<Interval>& i) { return i ? share(i->low) + " to " + share(i->high) : "-"; }

std::string interval(const std::optional<Interval>& i) { return i ? figure(i->low) + " to " + figure(i->high) : "-"; }

std::string interval_head(double level) { return fmt::format("{:g} % interval", 100 * level); }

std::string sobol_table(const SobolIndices& s, double level)
{
    Rows rows{{"factor", "first", interval_head(level), "total", interval_head(level)}};
    for (const auto& f : s.factors)
        rows.push_back(
            {f.factor, share(f.first_clean), share(f.first_interval), share(f.total_clean), share(f.total_interval)});
    return fmt::format("Shares of the variance {} ({} rows, {} {}; luck is {:.1f} % of it and taken out)\n",
                       figure(s.variance), s.rows, s.replicates, s.replicates == 1 ? "replicate" : "replicates",
                       100 * s.noise_share) +
           aligned_table(rows, {0});
}

std::string morris_table(const std::vector<MorrisFactor>& factors, double level)
{
    Rows rows{{"factor", "mu*", interval_head(level), "mu", "sigma", "mu* over the factor's range"}};
    for (const auto& f : factors)
        rows.push_back({f.factor, figure(f.mu_star), interval(f.mu_star_interval), figure(f.mu), figure(f.sigma_clean),
                        figure(f.mu_star_scaled)});
    return fmt::format("Elementary effects, {} trajectories\n", factors.front().n) + aligned_table(rows, {0});
}

std::string regression_table(const Regression& r, double level)
{
    Rows rows{{"factor", "coefficient", interval_head(level), "p", "standardised"}};
    for (const auto& f : r.factors)
        rows.push_back({f.factor, figure(f.coefficient), figure(f.low) + " to " + figure(f.high), probability(f.p),
                        share(f.standardised)});
    return fmt::format("Regression on {} points, R squared {:.3f}\n", r.n, r.r_squared) + aligned_table(rows, {0});
}

std::string surface_table(const Surface& s)
{
    Rows rows{{s.rows + " \\ " + s.columns}};
    rows.front().insert(rows.front().end(), s.column_values.begin(), s.column_values.end());
    for (std::size_t i = 0; i < s.mean.size(); ++i) {
        rows.push_back({s.row_values[i]});
        for (const double value : s.mean[i]) rows.back().push_back(figure(value));
    }
    return "Mean outcome\n" + aligned_table(rows, {0});
}

std::string head_of(const std::string& name, const std::string& unit, int month)
{
    return name + (unit.empty() ? "" : ", " + unit) + (month ? fmt::format(", end of month {}", month) : "") + '\n';
}

std::string notes_text(const std::vector<std::string>& notes)
{
    std::string text;
    for (const auto& note : notes) text += "note: " + note + '\n';
    return text;
}

} // namespace

std::string drivers_table(const Study& study, const std::vector<Drivers>& drivers, double level)
{
    std::string text = notes_text(study.notes);
    for (const auto& d : drivers) {
        text += head_of(d.outcome, d.unit, d.month) + notes_text(d.notes);
        if (d.sobol) text += sobol_table(*d.sobol, level);
        if (!d.morris.empty()) text += morris_table(d.morris, level);
        if (d.regression) text += regression_table(*d.regression, level);
        if (d.surface) text += surface_table(*d.surface);
        text += '\n';
    }
    return text +
           "first, total: Saltelli and others 2010, Jansen 1999; intervals: bootstrap (regression: Student's t).\n";
}

std::string factorial_table(const Study& study, const std::vector<Factorial>& effects, double level)
{
    std::string text = notes_text(study.notes);
    for (std::size_t o = 0; o < effects.size(); ++o) {
        const auto& f = effects[o];
        text += head_of(study.outcomes[o].name, study.outcomes[o].unit, study.outcomes[o].month) + notes_text(f.notes);
        text += fmt::format("{} points, {} {}; mean {}\n", f.points, f.replicates,
                            f.replicates == 1 ? "replicate" : "replicates", figure(f.mean));
        for (std::size_t i = 0; i < f.levels.size(); ++i)
            text += fmt::format("{}: {} to {}\n", study.design.factors[i], f.levels[i].first, f.levels[i].second);
        Rows rows{{"term", "effect", interval_head(level), "p", "p (Holm)", "", "the same as"}};
        for (const auto& t : f.terms)
            rows.push_back({t.term, figure(t.effect), t.low ? figure(*t.low) + " to " + figure(*t.high) : "-",
                            probability(t.p), probability(t.p_holm), stars(t.p_holm),
                            fmt::format("{}", fmt::join(t.aliases, ", "))});
        text += aligned_table(rows, {0, 5, 6}) + '\n';
    }
    return text + "effect: mean where the product of the factors' signs is +, less the mean where it is -; interval: "
                  "Student's t over replicates.\n";
}

} // namespace rongtong
