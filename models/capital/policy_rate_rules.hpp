// Parameters of the central bank's rate and of what follows it (policy_rate.hpp).
#pragma once

#include "sim/parameter.hpp"

namespace rongtong {

struct PolicyRateRules {
    double speed, inflation, gap, change, learning, pass, expected_inflation, memory, inflation_memory,
        unemployment_memory;
};

inline constexpr Parameter<PolicyRateRules> policy_rate_parameters[]{
    {{"speed", "1/month", 0, 1, 0.15,
      "share of the gap between the wanted and the present rate that closes in a month; 0: the rate stays",
      "form: Walsh 2003, doi 10.1257/000282803321455278 (speed limit); value assumed"},
     &PolicyRateRules::speed},
    {{"inflation", "1", 0, 3, 1, "rise of the wanted rate per unit of inflation of consumer prices",
      "form: Taylor 1993, doi 10.1016/0167-2231(93)90009-L; value assumed, the neutral rate follows the rate"},
     &PolicyRateRules::inflation},
    {{"gap", "1", 0, 2, 0.25, "rise of the wanted rate per unit by which unemployment is below its start", "assumed"},
     &PolicyRateRules::gap},
    {{"change", "1", 0, 2, 0.4, "fall of the wanted rate per unit by which unemployment rises in a year (speed limit)",
      "form: Walsh 2003, doi 10.1257/000282803321455278; value assumed"},
     &PolicyRateRules::change},
    {{"learning", "1/month", 0, 0.2, 0.01, "speed at which the neutral rate follows the rate", "assumed"},
     &PolicyRateRules::learning},
    {{"pass", "1", 0, 1, 0.4, "share of a move that rates on deposits, bonds, reserves and advances follow", "assumed"},
     &PolicyRateRules::pass},
    {{"expected_inflation", "1", 0, 1, 0.5, "part of inflation that borrowers take off the rate", "assumed"},
     &PolicyRateRules::expected_inflation},
    {{"memory", "month", 1, 60, 6, "months over which the real rate is a mean", "assumed"}, &PolicyRateRules::memory},
    {{"inflation_memory", "month", 1, 60, 6, "the same of inflation", "assumed"}, &PolicyRateRules::inflation_memory},
    {{"unemployment_memory", "month", 1, 60, 3, "the same of unemployment", "assumed"},
     &PolicyRateRules::unemployment_memory},
};

} // namespace rongtong
