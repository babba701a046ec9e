// Parameters of price and markup (pricing.hpp).
#pragma once

#include "sim/parameter.hpp"

namespace rongtong {

struct PricingRules {
    double price_speed, markup_share_elasticity, markup_bound, buyer_power;
};

inline constexpr Parameter<PricingRules> pricing_parameters[]{
    {{"price_speed", "1/month", 0.01, 1, 0.2,
      "share of the gap between the wanted and the posted price closed in a month", "assumed"},
     &PricingRules::price_speed},
    {{"markup_share_elasticity", "1", 0, 1, 0.1,
      "elasticity of the markup factor to the firm's market share over its share at the start",
      "form after Dosi, Fagiolo & Roventini 2010, doi 10.1016/j.jedc.2010.06.018, in levels; value assumed"},
     &PricingRules::markup_share_elasticity},
    {{"markup_bound", "1", 0, 0.9, 0.3, "largest relative change of the markup against its start, up or down",
      "assumed"},
     &PricingRules::markup_bound},
    {{"buyer_power", "1", 0, 1, 0.15,
      "relative cut of the markup when the share of the largest buyer in a firm's sales rises from none to all",
      "assumed"},
     &PricingRules::buyer_power},
};

} // namespace rongtong
