// Lever unified_market (全国统一大市场): lower friction between regions, of goods and researchers; technology, data and capital have none in the
// model yet.
//
// Acts on: goods_fee and talent_ease between two different regions, both of which must be in the target:
//   fee      = fee at the start * (1 - goods_cut * intensity)
//   friction = friction of the start * (1 - talent_cut * intensity), where researchers have a market of their own (labour/talent.hpp)
// The fee is part of what the trade and transport sectors of the region of use sell (final_demand.cpp, plan.cpp): a lower
// fee is a lower need of their services, cheaper inputs, and a shift of purchases towards other regions.
// Test: tests/models/levers.cpp.
#include "models/policies/borders.hpp"
#include "models/policies/watched.hpp"

namespace rongtong {

namespace {

void act(const LeverContext& c, Conditions& conditions)
{
    const double cut = c.parameters[0] * c.intensity;
    for_each_border(c, [&](std::size_t from, std::size_t to) { conditions.goods_fee[from][to] *= 1 - cut; });
    ease_talent(c, c.parameters[1], conditions);
}

} // namespace

extern const Lever lever_unified_market{
    .name = "unified_market",
    .title_en = "unified national market (goods, researchers)",
    .title_zh = "全国统一大市场（商品、人才）",
    .channel = "fee on goods that cross a border between regions; what keeps researchers from moving",
    .moves = "links and trade across regions rise, price level falls, output rises",
    .harm = "trade and transport sell less; firms of weaker regions lose sales at home",
    .source = "Opinions on Accelerating the Construction of a Unified National Market, 2022; size assumed",
    .parameters = {{"goods_cut", "1", 0, 1, 0.5, "relative cut of the fee on goods between regions", "assumed"},
                   {"talent_cut", "1", 0, 1, 0,
                    "relative cut of what keeps researchers from moving, where talent/switch is on", "assumed"}},
    .yearly_cost_per_firm = 20,
    .target = {.sectors = false, .size = false, .ownership = false, .tiers = false},
    .act = act,
};

extern const LeverAims aims_unified_market{
    "unified_market",
    {{"trade_across_regions", Watched::Goes::rises},
     {"price_level", Watched::Goes::falls},
     {"output", Watched::Goes::rises}},
    {{"trade_services", Watched::Goes::falls}, {"bankruptcies", Watched::Goes::rises}},
};

} // namespace rongtong
