#include "models/common_past.hpp"

#include "models/own_data.hpp"

#include <algorithm>
#include <limits>

namespace rongtong {

namespace {

constexpr std::int32_t never_month = std::numeric_limits<std::int32_t>::max();

bool same_parameters(const Parameters& a, const Parameters& b)
{
    bool same = true;
    for_each_group(a, [&](const char*, const auto& group, const auto& declared) {
        using Group = std::remove_cvref_t<decltype(group)>;
        const Group* other = nullptr;
        for_each_group(b, [&](const char*, const auto& candidate, const auto&) {
            if constexpr (std::is_same_v<std::remove_cvref_t<decltype(candidate)>, Group>) other = &candidate;
        });
        for (const auto& d : declared) same = same && group.*(d.member) == other->*(d.member);
    });
    return same;
}

bool same_target(const Target& a, const Target& b)
{
    return a.sectors == b.sectors && a.regions == b.regions && a.sizes == b.sizes && a.owners == b.owners &&
           a.tiers == b.tiers && a.firms == b.firms;
}

// Names every member, so that a new one does not compile until it is compared.
bool same_but_end(const Policy& a, const Policy& b)
{
    const auto& [label, lever, start, ramp, end, parameters, cost, cap, target, intensity, rule, payer, placebo] = b;
    (void)end;
    return a.label == label && a.lever == lever && a.start_month == start && a.ramp_months == ramp &&
           a.parameters == parameters && a.yearly_cost_per_firm == cost && a.yearly_budget_cap == cap &&
           same_target(a.target, target) && a.rule == rule && a.intensity.given() == intensity.given() &&
           a.paid_by == payer && a.placebo == placebo;
}

// First month in which the two make a difference. A lever has no effect before its start, and a rule holds in no month before
// it; where both follow one rule, they are the same until their schedules or ends part them.
std::int32_t first_difference(const Policy& a, const Policy& b)
{
    if (!same_but_end(a, b)) return std::min(a.start_month, b.start_month);
    const auto scheduled = std::max(a.start_month, first_difference(a.intensity, b.intensity));
    if (a.end_month == b.end_month) return scheduled;
    const auto first_end = std::min(a.end_month.value_or(never_month), b.end_month.value_or(never_month));
    return std::min(scheduled, std::max(a.start_month, first_end));
}

std::int32_t first_difference(const ShockEvent& a, const ShockEvent& b)
{
    const auto& [label, shock, month, parameters, target, intensity] = b;
    const bool same = a.label == label && a.shock == shock && a.month == month && a.parameters == parameters &&
                      same_target(a.target, target) && a.intensity.given() == intensity.given();
    return same ? std::max(a.month, first_difference(a.intensity, b.intensity)) : std::min(a.month, b.month);
}

std::int32_t first_month(const Policy& policy) { return policy.start_month; }
std::int32_t first_month(const ShockEvent& event) { return event.month; }

// By label, since both are in the order of their labels: levers act in that order.
template <class Entry>
std::int32_t first_difference(const std::vector<Entry>& a, const std::vector<Entry>& b)
{
    std::int32_t month = never_month;
    for (auto i = a.begin(), j = b.begin(); i != a.end() || j != b.end();) {
        if (j == b.end() || (i != a.end() && i->label < j->label)) month = std::min(month, first_month(*i++));
        else if (i == a.end() || j->label < i->label) month = std::min(month, first_month(*j++));
        else month = std::min(month, first_difference(*i++, *j++));
    }
    return month;
}

} // namespace

bool same_start(const Setup& a, const Setup& b)
{
    const auto given = [](const Setup& s) { return s.own ? s.own->sha256 : std::string(); };
    return a.seed == b.seed && a.replicate == b.replicate && a.firms == b.firms &&
           a.calibration->sha256 == b.calibration->sha256 && given(a) == given(b) &&
           same_parameters(a.parameters, b.parameters);
}

std::int32_t shared_months(const Setup& a, const Setup& b)
{
    const auto differ = std::min(first_difference(a.policies, b.policies), first_difference(a.shocks, b.shocks));
    return std::min({differ - 1, a.months, b.months});
}

} // namespace rongtong
