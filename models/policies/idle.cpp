#include "models/policies/idle.hpp"

#include "models/policies/lever.hpp"

#include <stdexcept>

#include <fmt/format.h>

namespace rongtong {

namespace {

// GROUP/NAME.
double parameter_at(const Parameters& p, std::string_view path)
{
    const double* found = nullptr;
    for_each_group(p, [&](std::string_view name, const auto& group, const auto& declared) {
        for (const auto& d : declared)
            if (path == fmt::format("{}/{}", name, d.info.name)) found = &(group.*(d.member));
    });
    if (!found) throw std::logic_error("a lever or shock needs a switch that does not exist");
    return *found;
}

bool is_off(const Setup& setup, std::string_view needs, double least)
{
    if (needs.empty()) return false;
    const double value = parameter_at(setup.parameters, needs);
    return least > 0 ? value < least : value == 0;
}

// Adds what a lever or shock lacks, if anything.
template <class Kind>
void add_if_idle(const Setup& setup, const std::string& pointer, const Kind& kind, std::vector<IdlePolicy>& idle)
{
    if (is_off(setup, kind.needs, kind.needs_least)) idle.push_back({pointer, kind.name, kind.needs});
    else
        for (const auto& needs : kind.needs_also)
            if (is_off(setup, needs, 0)) return idle.push_back({pointer, kind.name, needs});
}

} // namespace

std::vector<IdlePolicy> idle_policies(const Setup& setup)
{
    std::vector<IdlePolicy> idle;
    for (const auto& p : setup.policies) add_if_idle(setup, "/policies/" + p.label, *p.lever, idle);
    for (const auto& s : setup.shocks) add_if_idle(setup, "/shocks/" + s.label, *s.shock, idle);
    return idle;
}

std::vector<std::string> notes_on_idle_policies(const Setup& setup)
{
    std::vector<std::string> notes;
    if (setup.parameters.platforms.platform_switch > 0 && setup.parameters.review.review_switch <= 0)
        notes.emplace_back("/model/platforms/switch does nothing: members find suppliers through what "
                           "/model/review/switch switches off");
    if (setup.parameters.digital.digital_switch > 0 && setup.parameters.technology.progress_switch < 2)
        notes.emplace_back(
            "/model/digital/switch does nothing: what tools save is counted where research makes growth, "
            "with /model/technology/switch 2");
    if (setup.parameters.tiers.tier_switch > 0 && setup.parameters.technology.progress_switch < 2)
        notes.emplace_back(
            "/model/tiers/switch does nothing: tiers are for firms that do research, which /model/technology/switch 2 "
            "switches on");
    for (const auto& i : idle_policies(setup))
        notes.push_back(
            fmt::format("{} does nothing: {} acts through what /model/{} switches off", i.pointer, i.kind, i.needs));
    return notes;
}

} // namespace rongtong
