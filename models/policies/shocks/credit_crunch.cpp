// Shock credit_crunch: banks grant less of the credit that they would grant otherwise.
//
//   share granted = 1 - size * max(0, 1 - months since / duration_months), or 1 - size for the duration where fade is 0,
//                   or 1 - size * level where the scenario gives a level by month;
// by amount at each bank, to the borrowers that look safest first (banking.hpp): a flight to quality (Bernanke, Gertler &
// Gilchrist 1996, doi 10.2307/2109844). Firms that get less pay their instalments from their own money.
// Test: tests/models/credit_policies.cpp.
#include "models/policies/lever.hpp"

#include <algorithm>

namespace rongtong {

namespace {

void act(const ShockContext& c, Conditions& conditions)
{
    const double size = c.parameters[0], duration = c.parameters[1];
    if (!c.level && c.months_since >= duration) return;
    const double strength = c.level.value_or(c.parameters[2] > 0 ? 1 - c.months_since / duration : 1);
    conditions.credit_supply *= std::max(0.0, 1 - size * strength);
}

} // namespace

extern const Shock shock_credit_crunch{
    .name = "credit_crunch",
    .title_en = "credit crunch",
    .title_zh = "信贷紧缩",
    .channel = "share of the credit that banks approved which they grant, to those that look safest first",
    .source = "Bernanke, Gertler & Gilchrist 1996, doi 10.2307/2109844; size assumed",
    .parameters = {{"size", "1", 0, 1, 0.5, "share of new credit that is not granted in the first month", "assumed"},
                   {"duration_months", "month", 1, 240, 12, "how long it lasts", "assumed", true},
                   {"fade", "1", 0, 1, 1, "1: fades in a straight line; 0: stays at full size for its duration",
                    "assumed", true}},
    .needs = "credit/switch",
    .target = {.regions = false, .sectors = false, .size = false, .ownership = false, .tiers = false},
    .act = act,
};

} // namespace rongtong
