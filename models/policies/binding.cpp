#include "models/policies/binding.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace rongtong {

namespace {

std::string unit_of(const Rule& rule)
{
    return rule.indicator->unit == "1" ? "" : fmt::format(" {}", rule.indicator->unit);
}

std::string sentence_on(const Policy& p, const Setup& setup)
{
    const Rule& rule = *p.rule;
    // Month 1 has no month before it.
    const auto first = std::max(p.start_month, 2),
               last = std::min(setup.months, p.end_month.value_or(setup.months + 1) - 1);
    auto text = fmt::format(
        "/policies/{} can act from month {} to {}, in months after one in which {} of {} is {} {}{}", p.label, first,
        last, rule.indicator->name, rule.region ? setup.calibration->regions[*rule.region].code : "the nation",
        rule.above ? "above" : "below", rule.bound, unit_of(rule));
    if (rule.until != rule.bound)
        text += fmt::format("; then it goes on while that is {} {}", rule.above ? "above" : "below", rule.until);
    if (rule.least_months > 1) text += fmt::format("; for {} months at least", rule.least_months);
    return text;
}

bool always_zero(const Schedule& schedule, std::int32_t first, std::int32_t last)
{
    for (auto month = first; month <= last; ++month)
        if (schedule.at(month) != 0) return false;
    return true;
}

} // namespace

std::vector<std::string> notes_on_courses(const Setup& setup)
{
    std::vector<std::string> notes;
    const auto check = [&](const char* kind, const auto& entry, std::int32_t first) {
        if (entry.intensity.given() && always_zero(entry.intensity, first, setup.months))
            notes.push_back(
                fmt::format("/{}/{} does nothing: its intensity is 0 in every month of the run", kind, entry.label));
    };
    for (const auto& p : setup.policies) {
        if (p.rule) notes.push_back(sentence_on(p, setup));
        check("policies", p, p.start_month);
    }
    for (const auto& s : setup.shocks) check("shocks", s, s.month);
    return notes;
}

} // namespace rongtong
