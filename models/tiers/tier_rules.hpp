// Parameters of tiers (tiers.hpp).
#pragma once

#include "sim/parameter.hpp"

namespace rongtong {

struct TierRules {
    double tier_switch, innovative, specialised, little_giants, champions, bar_low, bar_high, growth, main_field,
        quality_rank, champion_rank, large_buyers, term, settling, worth, relabelling_cost, within;
};

inline constexpr Parameter<TierRules> tier_parameters[]{
    {{"switch", "1", 0, 1, 0,
      "1: firms may be named innovative, specialised, little giant, single champion; 0: there are no tiers. Needs "
      "firms "
      "that do research (technology/switch 2)",
      "a switch", true},
     &TierRules::tier_switch},
    {{"innovative", "1", 0, 0.2, 0.0072, "share of firms at the start that are innovative and no more",
      "about 215 thousand in 2023 (recalled), of 29.8 million enterprises"},
     &TierRules::innovative},
    {{"specialised", "1", 0, 0.2, 0.0042, "the same that are specialised (专精特新) and no little giant",
      "about 140 thousand with little giants in 2023 (recalled)"},
     &TierRules::specialised},
    {{"little_giants", "1", 0, 0.1, 0.00049, "the same that are little giants (小巨人)",
      "about 14.6 thousand in 2023 (recalled)"},
     &TierRules::little_giants},
    {{"champions", "1", 0, 0.1, 0.000052, "the same that are single champions (单项冠军)",
      "about 1557 in 2023 (recalled)"},
     &TierRules::champions},
    {{"bar_low", "1", 0.0005, 0.5, 0.01, "R&D over sales that innovative firms must show", "assumed"},
     &TierRules::bar_low},
    {{"bar_high", "1", 0.0005, 0.5, 0.03, "R&D over sales that firms of the other tiers must show",
      "3 percent is what the ministry's measures of 2022 ask from little giants (recalled)"},
     &TierRules::bar_high},
    {{"growth", "1", -1, 1, -0.05,
      "expected demand over its mean of demand_memory months, less 1, that a tier asks for at least", "assumed"},
     &TierRules::growth},
    {{"main_field", "1", 0, 1, 0.7,
      "share of its main field in a firm's sales that specialised firms and those above them must have",
      "70 percent: measures of 2022 (recalled)"},
     &TierRules::main_field},
    {{"quality_rank", "1", 0, 1, 0.5,
      "rank of quality among the performers of R&D of its sector that little giants must have", "assumed"},
     &TierRules::quality_rank},
    {{"champion_rank", "1", 0, 1, 0.9, "the same of single champions", "assumed"}, &TierRules::champion_rank},
    {{"large_buyers", "1", 0, 100, 3,
      "large firms that a little giant or champion must sell to over links, if not to a chain leader", "assumed", true},
     &TierRules::large_buyers},
    {{"term", "year", 1, 20, 3, "years after which a firm's tier is reviewed",
      "three years: measures of 2022 (recalled)", true},
     &TierRules::term},
    {{"settling", "year", 1, 100, 5,
      "years in which as many are named as were lost; from then on odds of being named stay what they were on average",
      "assumed", true},
     &TierRules::settling},
    {{"worth", "1", 0, 0.1, 0.00005, "what a tier is worth to a firm beside public money, over sales", "assumed"},
     &TierRules::worth},
    {{"relabelling_cost", "1", 0, 100, 1, "slope of the effort to call other costs R&D; 0: nobody does",
      "order of magnitude: Chen, Liu, Suarez Serrato & Xu 2021, doi 10.1257/aer.20191758"},
     &TierRules::relabelling_cost},
    {{"within", "1", 0, 0.9, 0.2, "part of a bar by which a firm's R&D may be short of it for the firm to aim at it",
      "assumed"},
     &TierRules::within},
};

} // namespace rongtong
