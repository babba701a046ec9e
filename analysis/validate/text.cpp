// Findings as tables.
#include "analysis/validate/validate.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace rongtong::validation {

namespace {

std::string number(double value, int digits = 3)
{
    if (value == 0) return "0";
    if (std::fabs(value) < 1e-3) return fmt::format("{:.1e}", value);
    const int size = static_cast<int>(std::floor(std::log10(std::fabs(value))));
    return fmt::format("{:.{}f}", value, std::clamp(digits - 1 - size, 0, 5));
}

std::string band_text(const Band& band)
{
    if (!band.exists()) return "-";
    if (band.low && band.high && *band.low == -*band.high) return fmt::format("±{:g}", *band.high);
    if (!band.low) return fmt::format("≤ {:g}", *band.high);
    if (!band.high && *band.low > 0 && *band.low < 1e-6) return "> 0";
    if (!band.high) return fmt::format("≥ {:g}", *band.low);
    return fmt::format("{:g} to {:g}", *band.low, *band.high);
}

std::string figure_text(const Finding& f)
{
    if (!f.figure) return "-";
    auto text = number(*f.figure);
    if (f.se) text += fmt::format(" ± {}", number(*f.se, 2));
    return f.regularity.unit == "1" ? text : text + " " + f.regularity.unit;
}

std::size_t width_of(const std::string& text)
{
    return static_cast<std::size_t>(std::ranges::count_if(text, [](unsigned char c) { return (c & 0xC0U) != 0x80U; }));
}

std::string padded(const std::string& text, std::size_t width)
{
    return text + std::string(width - std::min(width, width_of(text)), ' ');
}

std::string row_text(const Finding& f, std::size_t title_width)
{
    auto line = fmt::format("  {}  {}  {}  {}  {}", padded(f.regularity.title, title_width), padded(figure_text(f), 20),
                            padded(band_text(f.regularity.band), 12), padded(verdict_word(f.verdict), 14), f.note);
    line.erase(line.find_last_not_of(' ') + 1);
    return line + '\n';
}

std::vector<std::string> parts_of(const std::string& note)
{
    std::vector<std::string> parts;
    for (std::size_t at = 0; at < note.size();) {
        const auto end = std::min(note.find("; ", at), note.size());
        parts.push_back(note.substr(at, end - at));
        at = end + 2;
    }
    return parts;
}

// Notes that all of several findings have are said once, above them.
std::vector<std::string> take_common_notes(std::vector<Finding>& findings)
{
    std::vector<std::string> common;
    if (findings.size() < 2) return common;
    const auto in_all = [&](const std::string& part) {
        return std::ranges::all_of(findings, [&](const Finding& f) {
            const auto parts = parts_of(f.note);
            return std::ranges::find(parts, part) != parts.end();
        });
    };
    for (const auto& part : parts_of(findings.front().note))
        if (in_all(part)) common.push_back(part);
    for (auto& f : findings) {
        auto parts = parts_of(f.note);
        std::erase_if(parts, [&](const auto& part) { return std::ranges::find(common, part) != common.end(); });
        f.note = fmt::format("{}", fmt::join(parts, "; "));
    }
    return common;
}

// Findings of the same runs stand together.
std::string section_text(const Section& section, std::size_t title_width)
{
    std::vector<std::string> of;
    for (const auto& f : section.findings)
        if (!f.runs.empty() && std::ranges::find(of, f.runs) == of.end()) of.push_back(f.runs);
    std::string text = of.empty() ? "" : section.name + '\n';
    for (const auto& runs : of) {
        std::vector<Finding> findings;
        std::ranges::copy_if(section.findings, std::back_inserter(findings),
                             [&](const auto& f) { return f.runs == runs; });
        const auto common = take_common_notes(findings);
        text += fmt::format(" {}{}{}\n", runs, common.empty() ? "" : ". Of all: ", fmt::join(common, "; "));
        for (const auto& f : findings) text += row_text(f, title_width);
    }
    return of.empty() ? "" : text + '\n';
}

// What no run allows, by what it takes.
std::string missing_text(const Validation& validation)
{
    std::vector<std::pair<std::string, std::string>> by_need; // note, titles
    for (const auto& section : validation.sections)
        for (const auto& f : section.findings) {
            if (!f.runs.empty()) continue;
            const auto same = [&](const auto& entry) { return entry.first == f.note; };
            const auto at = std::ranges::find_if(by_need, same);
            if (at == by_need.end()) by_need.emplace_back(f.note, f.regularity.title);
            else at->second += "; " + f.regularity.title;
        }
    std::string text = by_need.empty() ? "" : "Not measurable with these runs\n";
    for (const auto& [need, titles] : by_need) text += fmt::format("  {}\n    {}\n", titles, need);
    return by_need.empty() ? "" : text + '\n';
}

} // namespace

std::string validation_table(const Validation& validation)
{
    std::size_t width = 0;
    for (const auto& section : validation.sections)
        for (const auto& f : section.findings)
            if (!f.runs.empty()) width = std::max(width, width_of(f.regularity.title));
    std::string text = fmt::format("{}  figure ± se            band          verdict         note\n",
                                   padded("  regularity", width + 2));
    for (const auto& section : validation.sections) text += section_text(section, width);
    text += missing_text(validation);
    if (validation.repeated > 0)
        text += fmt::format("{} {} the same at several points of the design and {} once.\n", validation.repeated,
                            validation.repeated == 1 ? "further run is" : "further runs are",
                            validation.repeated == 1 ? "counts" : "count");
    return text +
           fmt::format("{} met, {} missed, {} reported without a band, {} not measurable with these runs. "
                       "se: standard error of the mean over runs.\n",
                       validation.count(Verdict::met), validation.count(Verdict::missed),
                       validation.count(Verdict::reported), validation.count(Verdict::not_measurable)) +
           "Estimators, what they cite and where bands come from: --json, docs/validate.md.\n";
}

} // namespace rongtong::validation
