// Parameters of hiring, wages, benefits and self-employment (hiring.hpp, wage_curve.hpp, settle_labour.cpp, benefits.cpp,
// labour/hours.hpp, firm/plan.cpp).
#pragma once

#include "sim/parameter.hpp"

namespace rongtong {

struct LabourRules {
    double hiring_speed, firing_speed, firms_reach, pools_reach, entrants_reach, wage_slope, wage_speed,
        aspiration_speed, benefit, pool_speed, pool_overtime, self_employed_output;
};

inline constexpr Parameter<LabourRules> labour_parameters[]{
    {{"hiring_speed", "1/month", 0.01, 1, 0.25, "share of missing workers that a firm tries to hire in a month",
      "assumed"},
     &LabourRules::hiring_speed},
    {{"firing_speed", "1/month", 0.01, 1, 0.15, "share of workers beyond need that a firm lets go in a month",
      "assumed"},
     &LabourRules::firing_speed},
    // With these ranges firms, pools and a large entrant together find each of the unemployed at most once.
    {{"firms_reach", "1/month", 0.01, 0.6, 0.5, "share of a region's unemployed that its firms find in a month at most",
      "assumed"},
     &LabourRules::firms_reach},
    {{"pools_reach", "1/month", 0, 0.2, 0.2, "share of a region's unemployed that its pools find in a month at most",
      "assumed"},
     &LabourRules::pools_reach},
    {{"entrants_reach", "1/month", 0, 0.2, 0.2, "share of a region's unemployed that one entrant finds at most",
      "assumed"},
     &LabourRules::entrants_reach},
    {{"wage_slope", "1", 0, 0.5, 0.1, "fall of wages, in percent, per percent by which unemployment is above its start",
      "wage curve, Blanchflower & Oswald 1995, doi 10.3386/w4200 (form and value)"},
     &LabourRules::wage_slope},
    {{"wage_speed", "1/month", 0, 0.2, 0.025,
      "share of the gap between wages and the wage curve that closes in a month; 0: wages stay",
      "error correction of European wages of about .25 a year, form: Blanchard & Katz 1999, doi 10.1257/aer.89.2.69; "
      "value assumed"},
     &LabourRules::wage_speed},
    {{"aspiration_speed", "1/month", 0, 0.5, 0.0333333333333333,
      "speed at which the real wage that people are used to follows the real wage that they get", "assumed"},
     &LabourRules::aspiration_speed},
    {{"benefit", "1", 0, 0.9, 0.4, "unemployment benefit over the mean wage of the region", "assumed"},
     &LabourRules::benefit},
    {{"pool_speed", "1/month", 0, 1, 0.05, "how fast the number of self-employed follows what their pool sells",
      "assumed"},
     &LabourRules::pool_speed},
    {{"pool_overtime", "1", 0, 5, 2, "overtime of pools over that of firms", "assumed"}, &LabourRules::pool_overtime},
    {{"self_employed_output", "1", 0.05, 1, 0.5,
      "output of a self-employed person over that of a worker in a firm, same sector", "assumed"},
     &LabourRules::self_employed_output},
};

} // namespace rongtong
