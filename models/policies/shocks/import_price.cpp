// Shock import_price: what the country buys abroad costs more or less.
//
//   import price over the start = 1 + size * max(0, 1 - months since / duration_months), or 1 + size for the duration where
// fade is 0, or 1 + size * level where the scenario gives a level by month: with size 1, an observed series of relative
// deviations. One price for all imports, which are a fixed share of each use: nobody turns to domestic goods instead
// (Leontief; an upper bound of the harm). Test: tests/models/trade_shocks.cpp.
#include "models/policies/lever.hpp"

#include <algorithm>

namespace rongtong {

namespace {

constexpr double lowest_price = 0.05; // over the start: goods are never free

void act(const ShockContext& c, Conditions& conditions)
{
    const double size = c.parameters[0], duration = c.parameters[1];
    if (!c.level && c.months_since >= duration) return;
    const double strength = c.level.value_or(c.parameters[2] > 0 ? 1 - c.months_since / duration : 1);
    conditions.import_price = std::max(lowest_price, conditions.import_price * (1 + size * strength));
}

} // namespace

extern const Shock shock_import_price{
    .name = "import_price",
    .title_en = "change of import prices",
    .title_zh = "进口价格变动",
    .channel = "price of all imported goods",
    .source = "assumed",
    .parameters = {{"size", "1", -0.9, 2, 0.1, "relative change of import prices in the first month", "assumed"},
                   {"duration_months", "month", 1, 240, 12, "how long it lasts", "assumed", true},
                   {"fade", "1", 0, 1, 1, "1: fades in a straight line; 0: stays at full size for its duration",
                    "assumed", true}},
    .target = {.regions = false, .sectors = false, .size = false, .ownership = false, .tiers = false},
    .act = act,
};

} // namespace rongtong
