// Parameters of mergers (merger.hpp).
#pragma once

#include "sim/parameter.hpp"

namespace rongtong {

struct MergerRules {
    double merger_switch, rate, distress_rate, multiple, distress_multiple, least_ratio, redundancy;
};

inline constexpr Parameter<MergerRules> merger_parameters[]{
    {{"switch", "1", 0, 1, 1, "1: firms buy firms of their sector and region; 0: no mergers", "a switch", true},
     &MergerRules::merger_switch},
    {{"rate", "1/year", 0, 0.5, 0.005, "rate at which owners of a private firm offer it for sale", "assumed"},
     &MergerRules::rate},
    {{"distress_rate", "1/year", 0, 6, 1, "the same on top, where suppliers or the bank wait for money", "assumed"},
     &MergerRules::distress_rate},
    {{"multiple", "1", 0, 5, 1.2, "price over net asset value", "assumed"}, &MergerRules::multiple},
    {{"distress_multiple", "1", 0, 2, 0.5, "the same of a firm whose suppliers or bank wait for money", "assumed"},
     &MergerRules::distress_multiple},
    {{"least_ratio", "1", 1, 100, 1.5, "expected output of a buyer over that of the firm that it buys, at least",
      "buyers are larger: Andrade, Mitchell & Stafford 2001, doi 10.1257/jep.15.2.103; value assumed"},
     &MergerRules::least_ratio},
    {{"redundancy", "1", 0, 1, 0.1, "share of the bought firm's workers who are let go", "assumed"},
     &MergerRules::redundancy},
};

} // namespace rongtong
