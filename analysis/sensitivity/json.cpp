#include <cmath>

#include "analysis/sensitivity/sensitivity.hpp"

namespace rongtong {

namespace {

using nlohmann::ordered_json;

ordered_json number(double value) { return std::isfinite(value) ? ordered_json(value) : ordered_json(nullptr); }
ordered_json number(const std::optional<double>& value) { return value ? number(*value) : ordered_json(nullptr); }

ordered_json interval_json(const std::optional<Interval>& i)
{
    return i ? ordered_json{{"low", number(i->low)}, {"high", number(i->high)}} : ordered_json(nullptr);
}

ordered_json sobol_json(const SobolIndices& s)
{
    ordered_json json{{"n", s.rows},
                      {"replicates", s.replicates},
                      {"left_out", s.left_out},
                      {"mean", number(s.mean)},
                      {"variance", number(s.variance)},
                      {"variance_without_noise", number(s.clean_variance)},
                      {"noise_share", number(s.noise_share)},
                      {"factors", ordered_json::array()}};
    for (const auto& f : s.factors)
        json["factors"].push_back({{"factor", f.factor},
                                   {"S_saltelli2010", number(f.saltelli)},
                                   {"S_saltelli2010_centred", number(f.saltelli_centred)},
                                   {"S_jansen", number(f.jansen)},
                                   {"ST_jansen", number(f.total)},
                                   {"first", number(f.first_clean)},
                                   {"first_interval", interval_json(f.first_interval)},
                                   {"total", number(f.total_clean)},
                                   {"total_interval", interval_json(f.total_interval)}});
    return json;
}

ordered_json morris_json(const std::vector<MorrisFactor>& factors)
{
    auto list = ordered_json::array();
    for (const auto& f : factors)
        list.push_back({{"factor", f.factor},
                        {"n", f.n},
                        {"mu", number(f.mu)},
                        {"mu_star", number(f.mu_star)},
                        {"sigma", number(f.sigma)},
                        {"sigma_without_noise", number(f.sigma_clean)},
                        {"mu_star_scaled", number(f.mu_star_scaled)},
                        {"mu_star_interval", interval_json(f.mu_star_interval)}});
    return list;
}

ordered_json regression_json(const Regression& r)
{
    ordered_json json{{"n", r.n},
                      {"intercept", number(r.intercept)},
                      {"r_squared", number(r.r_squared)},
                      {"r_squared_adjusted", number(r.r_squared_adjusted)},
                      {"left_out", r.left_out},
                      {"factors", ordered_json::array()}};
    for (const auto& f : r.factors)
        json["factors"].push_back({{"factor", f.factor},
                                   {"coefficient", number(f.coefficient)},
                                   {"se", number(f.se)},
                                   {"low", number(f.low)},
                                   {"high", number(f.high)},
                                   {"t", number(f.t)},
                                   {"p", number(f.p)},
                                   {"standardised", number(f.standardised)}});
    return json;
}

ordered_json surface_json(const Surface& s)
{
    ordered_json json{{"rows", s.rows},
                      {"columns", s.columns},
                      {"row_values", s.row_values},
                      {"column_values", s.column_values},
                      {"mean", ordered_json::array()},
                      {"points", s.points}};
    for (const auto& row : s.mean) {
        auto list = ordered_json::array();
        for (const double value : row) list.push_back(number(value));
        json["mean"].push_back(std::move(list));
    }
    return json;
}

ordered_json head(const char* format, const Study& study, double level)
{
    return {{"format", format},
            {"format_version", 1},
            {"level", level},
            {"factors", study.design.factors},
            {"points", study.design.points()},
            {"notes", study.notes}};
}

} // namespace

ordered_json drivers_json(const Study& study, const std::vector<Drivers>& drivers, double level)
{
    auto json = head("rongtong sensitivity", study, level);
    json["methods"] = {{"first", "Saltelli 2010 (b), centred; noise of replicates taken out"},
                       {"total", "Jansen 1999; noise of replicates taken out"},
                       {"intervals", "percentile bootstrap over rows or trajectories, fixed key"}};
    json["outcomes"] = ordered_json::array();
    for (const auto& d : drivers) {
        ordered_json entry{{"outcome", d.outcome},
                           {"unit", d.unit},
                           {"month", d.month ? ordered_json(d.month) : ordered_json(nullptr)},
                           {"points", d.points},
                           {"replicates", d.replicates},
                           {"notes", d.notes}};
        if (d.sobol) entry["sobol"] = sobol_json(*d.sobol);
        if (!d.morris.empty()) entry["morris"] = morris_json(d.morris);
        if (d.regression) entry["regression"] = regression_json(*d.regression);
        if (d.surface) entry["surface"] = surface_json(*d.surface);
        json["outcomes"].push_back(std::move(entry));
    }
    return json;
}

ordered_json factorial_json(const Study& study, const std::vector<Factorial>& effects, double level)
{
    auto json = head("rongtong interactions", study, level);
    json["outcomes"] = ordered_json::array();
    for (std::size_t o = 0; o < effects.size(); ++o) {
        const auto& f = effects[o];
        const int month = study.outcomes[o].month;
        ordered_json entry{{"outcome", study.outcomes[o].name},
                           {"unit", study.outcomes[o].unit},
                           {"month", month ? ordered_json(month) : ordered_json(nullptr)},
                           {"points", f.points},
                           {"replicates", f.replicates},
                           {"mean", number(f.mean)},
                           {"notes", f.notes},
                           {"levels", ordered_json::object()},
                           {"terms", ordered_json::array()}};
        for (std::size_t i = 0; i < f.levels.size(); ++i)
            entry["levels"][study.design.factors[i]] = {f.levels[i].first, f.levels[i].second};
        for (const auto& t : f.terms)
            entry["terms"].push_back({{"term", t.term},
                                      {"order", t.order},
                                      {"effect", number(t.effect)},
                                      {"coefficient", number(t.coefficient)},
                                      {"se", number(t.se)},
                                      {"low", number(t.low)},
                                      {"high", number(t.high)},
                                      {"p", number(t.p)},
                                      {"p_holm", number(t.p_holm)},
                                      {"aliases", t.aliases}});
        json["outcomes"].push_back(std::move(entry));
    }
    return json;
}

} // namespace rongtong
