// Shock technology_embargo (技术封锁): firms of the target are cut off from a part of what is known abroad.
//
//   foreign knowledge = 1 - size * (1 - months since / duration_months) where fade is 1, else 1 - size while it lasts
//   what their R&D does: research/knowledge.hpp
// What they know already stays, and so does what others of their sector make. Test: tests/models/policies/shocks/technology_embargo.cpp.
#include "models/policies/lever.hpp"

#include <algorithm>

namespace rongtong {

namespace {

void act(const ShockContext& c, Conditions& conditions)
{
    const double size = c.parameters[0], duration = c.parameters[1] > 0 ? c.parameters[1] : 1e9;
    if (!c.level && c.months_since >= duration) return;
    const double strength = c.level.value_or(c.parameters[2] > 0 ? 1 - c.months_since / duration : 1);
    for (std::size_t g = 0; g < c.groups.size(); ++g)
        if (c.target.reaches(c.groups[g]))
            conditions.groups[g].foreign_knowledge *= std::clamp(1 - size * strength, 0.0, 1.0);
}

} // namespace

extern const Shock shock_technology_embargo{
    .name = "technology_embargo",
    .title_en = "technology embargo",
    .title_zh = "技术封锁",
    .channel = "foreign knowledge that R&D of the target builds on: how far a project comes with it in a month",
    .source =
        "spillovers of knowledge across borders: Coe & Helpman 1995, doi 10.1016/0014-2921(94)00100-E (sign); size and "
        "form assumed",
    .parameters = {{"size", "1", 0, 1, 0.8, "part of foreign knowledge that is cut off in the first month", "assumed"},
                   {"duration_months", "month", 0, 240, 0, "how long it lasts; 0: for ever", "assumed", true},
                   {"fade", "1", 0, 1, 0,
                    "1: fades in a straight line over its duration; 0: stays at full size for its duration", "assumed",
                    true}},
    .needs = "technology/switch",
    .needs_least = 2,
    .act = act,
};

} // namespace rongtong
