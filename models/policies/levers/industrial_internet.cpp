// Lever industrial_internet (工业互联网平台补贴): government pays back a part of what firms pay to trade platforms.
//
//   fee_part * intensity  of what a firm of the target paid to its platform, for joining and as a fee, in the month after: what is due is
//                         known before, and a budget cap holds. Firms count on it when they join or leave
// Several add up, to all of a fee at most. Equations: platforms/platforms.hpp. Test: tests/models/policies/levers/industrial_internet.cpp.
#include "models/indicators/firm_sums.hpp"
#include "models/policies/lever.hpp"
#include "models/policies/watched.hpp"

#include <algorithm>

namespace rongtong {

namespace {

void act(const LeverContext& c, Conditions& conditions)
{
    for (std::size_t g = 0; g < c.groups.size(); ++g)
        if (c.target.reaches(c.groups[g])) conditions.groups[g].fee_support += c.parameters[0] * c.intensity;
}

double pays(const LeverContext& c, const FirmSums& s, double)
{
    const std::int64_t paid = c.counted ? s.fees_claimed : s.platform_fees;
    return std::min(1.0, c.parameters[0] * c.intensity) * static_cast<double>(paid) / 100;
}

} // namespace

extern const Lever lever_industrial_internet{
    .name = "industrial_internet",
    .title_en = "subsidies for joining trade platforms",
    .title_zh = "工业互联网平台补贴",
    .channel = "the part of fees and of the cost of joining that a member pays itself",
    .moves = "more firms are members; where few were, the platform may fill, and more links are found on it",
    .harm = "government pays for members who would have joined; more of the trade depends on one platform",
    .source =
        "subsidies for firms that move to cloud and platforms are common in China's provinces (recalled); size assumed",
    .parameters = {{"fee_part", "1", 0, 1, 0.5, "part of fees and of the cost of joining that government pays back",
                    "assumed"}},
    .yearly_cost_per_firm = 20,
    .needs = "platforms/switch",
    .needs_also = {"review/switch", "luck/switch"},
    .act = act,
    .pays = pays,
};

extern const LeverAims aims_industrial_internet{
    "industrial_internet",
    {{"platform_members", Watched::Goes::rises}, {"found_on_platform", Watched::Goes::rises}},
    {{"platform_orders_share", Watched::Goes::rises}, {"fiscal_cost", Watched::Goes::rises}},
};

} // namespace rongtong
