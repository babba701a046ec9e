// The drift of ensembles as a table by year, for those who change the model.
#include "analysis/validate/validate.hpp"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>

namespace rongtong::validation {

namespace {

bool is_drift(const Finding& f) { return f.regularity.id.starts_with("drift.") && !f.plot.curves.empty(); }

std::string years_of(const std::vector<const Finding*>& findings)
{
    std::string text = findings.front()->runs + "\n  year";
    for (const auto* f : findings) text += fmt::format("  {:>14}", f->regularity.id.substr(6));
    text += "\n      ";
    for (const auto* f : findings) text += fmt::format("  {:>14}", f->regularity.unit);
    const auto& years = findings.front()->plot.curves.front().x;
    for (std::size_t y = 0; y < years.size(); ++y) {
        text += fmt::format("\n  {:>4.0f}", years[y]);
        for (const auto* f : findings) text += fmt::format("  {:>14.3f}", f->plot.curves.front().y[y]);
    }
    return text + "\n\n";
}

} // namespace

std::string years_table(const Validation& validation)
{
    std::vector<const Finding*> all;
    for (const auto& section : validation.sections)
        for (const auto& f : section.findings)
            if (is_drift(f)) all.push_back(&f);
    std::string text;
    while (!all.empty()) {
        std::vector<const Finding*> of;
        const std::string runs = all.front()->runs;
        std::ranges::copy_if(all, std::back_inserter(of), [&](const auto* f) { return f->runs == runs; });
        std::erase_if(all, [&](const auto* f) { return f->runs == runs; });
        text += years_of(of);
    }
    return text;
}

} // namespace rongtong::validation
