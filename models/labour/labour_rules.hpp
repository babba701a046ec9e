// Parameters of hiring, wages and self-employment (hiring.hpp, settle_labour.cpp, firm/hours.hpp, firm/plan.cpp).
#pragma once

#include "sim/parameter.hpp"

namespace rongtong {

struct LabourRules {
    double hiring_speed, firing_speed, firms_reach, pools_reach, entrants_reach, wage_response, wage_bound, pool_speed,
        pool_overtime, self_employed_output;
};

inline const std::vector<Parameter<LabourRules>> labour_parameters{
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
    {{"wage_response", "1/month", 0, 0.5, 0.005,
      "relative wage growth a month per unit of relative fall of unemployment below its start (wage curve in growth)",
      "form: Phillips 1958, doi 10.1111/j.1468-0335.1958.tb00003.x; value assumed"},
     &LabourRules::wage_response},
    {{"wage_bound", "1", 0.1, 10, 2, "relative fall or rise of unemployment beyond which wages answer no further",
      "assumed"},
     &LabourRules::wage_bound},
    {{"pool_speed", "1/month", 0, 1, 0.05, "how fast the number of self-employed follows what their pool sells",
      "assumed"},
     &LabourRules::pool_speed},
    {{"pool_overtime", "1", 0, 5, 2, "overtime of pools over that of firms", "assumed"}, &LabourRules::pool_overtime},
    {{"self_employed_output", "1", 0.05, 1, 0.5,
      "output of a self-employed person over that of a worker in a firm, same sector", "assumed"},
     &LabourRules::self_employed_output},
};

} // namespace rongtong
