// Findings as JSON.
#include "analysis/validate/validate.hpp"

#include <cmath>

namespace rongtong::validation {

namespace {

using nlohmann::ordered_json;

ordered_json or_null(const std::optional<double>& value)
{
    return value && std::isfinite(*value) ? ordered_json(*value) : ordered_json(nullptr);
}

ordered_json plot_json(const Plot& plot)
{
    ordered_json curves = ordered_json::array();
    for (const auto& c : plot.curves)
        curves.push_back({{"label", c.label}, {"x", c.x}, {"y", c.y}, {"low", c.low}, {"high", c.high}});
    return {{"x", plot.x},         {"y", plot.y},      {"log_x", plot.log_x},
            {"log_y", plot.log_y}, {"curves", curves}, {"borders", plot.borders}};
}

ordered_json finding_json(const Finding& f)
{
    const auto& r = f.regularity;
    ordered_json json{{"id", r.id},
                      {"title", r.title},
                      {"unit", r.unit},
                      {"runs", f.runs},
                      {"figure", or_null(f.figure)},
                      {"n", f.n},
                      {"mean", or_null(f.mean)},
                      {"sd", or_null(f.sd)},
                      {"se", or_null(f.se)},
                      {"low", or_null(f.low)},
                      {"high", or_null(f.high)},
                      {"band", {or_null(r.band.low), or_null(r.band.high)}},
                      {"band_source", r.band_source},
                      {"verdict", verdict_word(f.verdict)},
                      {"note", f.note},
                      {"estimator", r.estimator},
                      {"cites", r.cites},
                      {"needs", r.needs}};
    if (!f.plot.curves.empty()) json["plot"] = plot_json(f.plot);
    return json;
}

} // namespace

ordered_json validation_json(const Validation& validation)
{
    ordered_json json{{"format", "rongtong validation"},
                      {"format_version", 1},
                      {"runs", validation.runs},
                      {"repeated_runs", validation.repeated}};
    for (const auto verdict : {Verdict::met, Verdict::missed, Verdict::reported, Verdict::not_measurable})
        json["counts"][verdict_word(verdict)] = validation.count(verdict);
    json["sections"] = ordered_json::array();
    for (const auto& section : validation.sections) {
        ordered_json findings = ordered_json::array();
        for (const auto& finding : section.findings) findings.push_back(finding_json(finding));
        json["sections"].push_back({{"name", section.name}, {"findings", findings}});
    }
    return json;
}

} // namespace rongtong::validation
