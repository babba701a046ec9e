// From figures of single runs to their mean and spread.
#include "analysis/validate/records.hpp"

#include <limits>

namespace rongtong::validation {

std::vector<Regularity> regularities_of(const RecordList& list)
{
    std::vector<Regularity> all;
    for (const auto& entry : list) all.push_back(entry.regularity);
    return all;
}

namespace {

std::optional<Finding> over_runs(const Ensemble& ensemble, const Regularity& regularity)
{
    std::vector<double> figures;
    const RecordFigure* first = nullptr;
    for (const auto* run : ensemble.runs) {
        const auto at = run->records.find(regularity.id);
        if (at == run->records.end()) continue;
        figures.push_back(at->second.figure);
        if (!first) first = &at->second;
    }
    if (!first) return std::nullopt;
    auto finding = judged(regularity, ensemble.name, figures, first->note);
    finding.plot = first->plot;
    return finding;
}

} // namespace

RecordFigures figures_of(const Records& records)
{
    RecordFigures figures;
    for (const auto* family : families()) {
        if (!family->records) continue;
        for (const auto& entry : *family->records)
            if (auto figure = entry.figure(records)) figures.emplace(entry.regularity.id, std::move(*figure));
    }
    return figures;
}

RecordFigures record_figures(const ResultsReader& file) { return figures_of(Records(file)); }

std::vector<Finding> measure_records(const Material& material, const RecordList& list)
{
    std::vector<Finding> findings;
    for (const auto& ensemble : material.ensembles) {
        if (!ensemble.luck) continue;
        for (const auto& entry : list)
            if (auto finding = over_runs(ensemble, entry.regularity)) findings.push_back(std::move(*finding));
    }
    return findings;
}

} // namespace rongtong::validation
