// Parameters of the review of links (review.hpp).
#pragma once

#include "sim/parameter.hpp"

namespace rongtong {

struct ReviewRules {
    double review_switch, share, noise, trust, trust_months, cost, distance, trial, trial_months, need_ends, regain;
};

inline constexpr Parameter<ReviewRules> review_parameters[]{
    {{"switch", "1", 0, 1, 0,
      "1: firms look for other suppliers, try them and change; 0: links end with the firms at their ends", "a switch",
      true},
     &ReviewRules::review_switch},
    {{"share", "1/year", 0, 1, 0.15, "share of its links for which a firm looks around in a year", "assumed"},
     &ReviewRules::share},
    {{"noise", "1", 0, 5, 0.2, "standard deviation of what a firm misjudges a supplier by that it does not know",
      "assumed"},
     &ReviewRules::noise},
    {{"trust", "1", 0, 5, 0.15, "what a supplier of long standing is worth beyond its offer, in log weight",
      "that links of long standing end more seldom: Monarch & Schmidt-Eisenlohr 2023, doi "
      "10.1016/j.jinteco.2023.103842; "
      "value assumed"},
     &ReviewRules::trust},
    {{"trust_months", "month", 1, 240, 24, "time in which trust grows", "assumed"}, &ReviewRules::trust_months},
    {{"cost", "1", 0, 5, 0.02, "what changing costs, in log weight", "assumed"}, &ReviewRules::cost},
    {{"distance", "1", 0, 5, 0.1, "fall of log weight with ln(1 + km / 100) to the supplier", "assumed"},
     &ReviewRules::distance},
    {{"trial", "1", 0.01, 1, 0.125,
      "share of a link's volume that a new supplier is tried with; it doubles while it does well", "assumed"},
     &ReviewRules::trial},
    {{"trial_months", "month", 1, 12, 3, "after so many months a trial is looked at", "assumed", true},
     &ReviewRules::trial_months},
    {{"need_ends", "1/year", 0, 1, 0.055,
      "links whose goods the buyer needs no more: it takes others of the product, from another supplier", "assumed"},
     &ReviewRules::need_ends},
    {{"regain", "1", 0, 1, 0.03,
      "share of what its links lack of their usual volume that a firm asks its suppliers for, once a year", "assumed"},
     &ReviewRules::regain},
};

} // namespace rongtong
