// Parameters of make or buy, and of dropping suppliers that a law protects (make_or_buy.hpp).
#pragma once

#include "sim/parameter.hpp"

namespace rongtong {

struct MakeRules {
    double make_switch, mean_gap, margin, switch_cost, switch_gap;
};

inline constexpr Parameter<MakeRules> make_parameters[]{
    {{"switch", "1", 0, 1, 1,
      "1: firms choose yearly between making and buying an input, and between suppliers that a "
      "law protects and others; 0: they buy, and keep suppliers",
      "a switch", true},
     &MakeRules::make_switch},
    {{"mean_gap", "1", 0.001, 5, 0.15, "by how much making an input costs more than its normal price, mean over links",
      "assumed; that firms mostly buy because own making costs more: Williamson 1985, The Economic Institutions of "
      "Capitalism"},
     &MakeRules::mean_gap},
    {{"margin", "1", 0, 1, 0.02, "by how much buying must be cheaper again before a firm moves an input back",
      "assumed"},
     &MakeRules::margin},
    {{"switch_cost", "1", 0, 1, 0.002, "what giving a link to another supplier costs at least, share of its volume",
      "assumed"},
     &MakeRules::switch_cost},
    {{"switch_gap", "1", 0.0001, 1, 0.01, "what a known supplier is worth beyond that, mean over links", "assumed"},
     &MakeRules::switch_gap},
};

} // namespace rongtong
