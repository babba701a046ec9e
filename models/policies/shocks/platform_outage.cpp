// Shock platform_outage: trade platforms do not work, or only in part.
//
//   what they do  * (1 - size) for duration_months, or * (1 - size * level) where the scenario gives a level by month: fees, suppliers
//   that members see; and of orders over links found there the part (1 - size) * (1 - outage_orders) + outage_orders gets through
// Equations: platforms/platforms.hpp; orders: firm/order.cpp. Sizes assumed. Test: tests/models/platforms/month.cpp.
#include "models/policies/lever.hpp"

#include <algorithm>

namespace rongtong {

namespace {

void act(const ShockContext& c, Conditions& conditions)
{
    if (!c.level && c.months_since >= c.parameters[1]) return;
    conditions.platforms_work *= std::max(0.0, 1 - c.parameters[0] * c.level.value_or(1));
}

} // namespace

extern const Shock shock_platform_outage{
    .name = "platform_outage",
    .title_en = "outage of trade platforms",
    .title_zh = "平台停运",
    .channel = "orders over links that were found on a platform, and what members see there",
    .source = "assumed",
    .parameters = {{"size", "1", 0, 1, 1, "part of what platforms do that fails", "assumed"},
                   {"duration_months", "month", 1, 240, 3, "how long it lasts", "assumed", true}},
    .needs = "platforms/switch",
    .needs_also = {"review/switch"},
    .target = {.regions = false, .sectors = false, .size = false, .ownership = false, .tiers = false},
    .act = act,
};

} // namespace rongtong
