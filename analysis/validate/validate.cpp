#include "analysis/validate/validate.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "analysis/validate/family.hpp"
#include "analysis/validate/records.hpp"

namespace rongtong::validation {

extern const Family family_drift, family_wave, family_rest, family_pulse, family_policy, family_outage, family_losses,
    family_cycles, family_spectrum, family_phases, family_sizes, family_exits, family_selection, family_links,
    family_credit, family_borrowers, family_production, family_research, family_innovators, family_leontief,
    family_open;

const std::vector<const Family*>& families()
{
    static const std::vector<const Family*> all{
        &family_drift,      &family_wave,     &family_rest,     &family_pulse,     &family_policy,     &family_outage,
        &family_losses,     &family_cycles,   &family_spectrum, &family_phases,    &family_sizes,      &family_exits,
        &family_selection,  &family_links,    &family_credit,   &family_borrowers, &family_production, &family_research,
        &family_innovators, &family_leontief, &family_open};
    return all;
}

void add_note(Finding& finding, const std::string& note)
{
    finding.note += (finding.note.empty() || note.empty() ? "" : "; ") + note;
}

void set_spread(Finding& finding, const Moments& m)
{
    finding.n = m.n;
    finding.mean = m.mean;
    finding.sd = m.sd;
    finding.se = m.se;
    finding.low = m.low;
    finding.high = m.high;
}

Finding judged(const Regularity& regularity, const std::string& runs, double figure, const std::string& note)
{
    Finding finding{regularity, runs};
    add_note(finding, note);
    if (!std::isfinite(figure)) {
        add_note(finding, "no figure: too few observations");
        return finding;
    }
    finding.figure = figure;
    finding.verdict = !regularity.band.exists()       ? Verdict::reported
                      : regularity.band.holds(figure) ? Verdict::met
                                                      : Verdict::missed;
    return finding;
}

Plot sorted_plot(const Regularity& regularity, std::vector<double> by_run)
{
    std::erase_if(by_run, [](double v) { return !std::isfinite(v); });
    std::ranges::sort(by_run);
    Curve curve{.label = "runs, sorted", .x = {}, .y = by_run};
    for (std::size_t r = 0; r < by_run.size(); ++r) curve.x.push_back(static_cast<double>(r + 1));
    Plot plot{.x = "run", .y = fmt::format("{} ({})", regularity.title, regularity.unit), .curves = {curve}};
    for (const auto& end : {regularity.band.low, regularity.band.high})
        if (end) plot.borders.push_back(*end);
    return plot;
}

Finding judged(const Regularity& regularity, const std::string& runs, const std::vector<double>& by_run,
               const std::string& note)
{
    const auto m = moments(by_run);
    auto finding = judged(regularity, runs, m.mean, note);
    if (m.n > 0) set_spread(finding, m);
    if (m.n > 1) finding.plot = sorted_plot(regularity, by_run);
    if (m.n < by_run.size()) add_note(finding, fmt::format("{} runs have no figure", by_run.size() - m.n));
    return finding;
}

namespace {

// A figure closer to an end of the band than two standard errors could lie on either side of it.
void mark_close_calls(Finding& finding)
{
    const auto& band = finding.regularity.band;
    if (!finding.se || !finding.figure) return;
    const auto close = [&](const std::optional<double>& end) {
        return end && std::fabs(*finding.figure - *end) < 2 * *finding.se;
    };
    if (close(band.low) || close(band.high)) add_note(finding, "within two standard errors of the band's end");
}

Section section_of(const Family& family, const Material& material)
{
    Section section{family.name, family.measure(material)};
    for (auto& finding : section.findings) mark_close_calls(finding);
    for (const auto& regularity : family.regularities) {
        const auto same = [&](const Finding& finding) { return finding.regularity.id == regularity.id; };
        if (std::ranges::any_of(section.findings, same)) continue;
        section.findings.push_back({regularity, ""});
        section.findings.back().note = "needs " + regularity.needs;
    }
    return section;
}

} // namespace

std::size_t Validation::count(Verdict verdict) const
{
    std::size_t n = 0;
    for (const auto& section : sections)
        for (const auto& finding : section.findings) n += finding.verdict == verdict ? 1 : 0;
    return n;
}

Validation validate(const Material& material)
{
    Validation validation;
    validation.repeated = material.repeated;
    for (const auto& ensemble : material.ensembles) validation.runs.push_back(ensemble.name);
    for (const auto& pairing : material.pairings) validation.runs.push_back(pairing.name);
    for (const auto* family : families()) validation.sections.push_back(section_of(*family, material));
    return validation;
}

Validation validate(const std::vector<std::filesystem::path>& inputs, ReadOptions options)
{
    if (!options.records) options.records = record_figures;
    return validate(read_material(inputs, options));
}

Validation validate(const TableInputs& inputs, const ReadOptions& options)
{
    return validate(material_of_tables(inputs, options));
}

const char* verdict_word(Verdict verdict)
{
    switch (verdict) {
    case Verdict::met: return "met";
    case Verdict::missed: return "missed";
    case Verdict::reported: return "reported";
    case Verdict::not_measurable: return "not measurable";
    }
    return "";
}

} // namespace rongtong::validation
