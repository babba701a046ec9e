// Lever unified_market (全国统一大市场): lower friction between regions. This version knows goods only; talent, technology,
// data and capital have no friction in the model yet.
//
// Acts on: goods_fee between two different regions, both of which must be in the target:
//   fee = fee at the start * (1 - goods_cut * intensity)
// The fee is part of what the trade and transport sectors of the region of use sell (final_demand.cpp, plan.cpp): a lower
// fee is a lower need of their services, cheaper inputs, and a shift of purchases towards other regions.
// Test: tests/models/levers.cpp.
#include "models/policies/lever.hpp"
#include "models/policies/watched.hpp"

namespace rongtong {

namespace {

void act(const LeverContext& c, Conditions& conditions)
{
    const double cut = c.parameters[0] * c.intensity;
    for (std::size_t from = 0; from < c.groups.regions(); ++from)
        for (std::size_t to = 0; to < c.groups.regions(); ++to)
            if (from != to && c.target.regions[from] && c.target.regions[to]) conditions.goods_fee[from][to] *= 1 - cut;
}

} // namespace

extern const Lever lever_unified_market{
    .name = "unified_market",
    .title_en = "unified national market (goods)",
    .title_zh = "全国统一大市场（商品）",
    .channel = "fee on goods that cross a border between regions",
    .moves = "links and trade across regions rise, price level falls, output rises",
    .harm = "trade and transport sell less; firms of weaker regions lose sales at home",
    .source = "Opinions on Accelerating the Construction of a Unified National Market, 2022; size assumed",
    .parameters = {{"goods_cut", "1", 0, 1, 0.5, "relative cut of the fee on goods between regions", "assumed"}},
    .yearly_cost_per_firm = 20,
    .target = {.sectors = false, .size = false, .ownership = false},
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
