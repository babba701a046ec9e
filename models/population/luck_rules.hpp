// Parameters of luck. With the switch at 0 nothing is drawn after the start, and the economy stays at rest.
#pragma once

#include "sim/parameter.hpp"

namespace rongtong {

struct LuckRules {
    double luck_switch, link_noise, appeal_spread, appeal_persistence, export_spread, export_persistence,
        sentiment_spread, sentiment_persistence;
};

inline constexpr Parameter<LuckRules> luck_parameters[]{
    {{"switch", "1", 0, 1, 1, "1: luck and turnover of firms as below; 0: none after the start", "a switch", true},
     &LuckRules::luck_switch},
    {{"link_noise", "1", 0, 1, 0.1, "standard deviation of a link's monthly order around its plan, relative",
      "assumed"},
     &LuckRules::link_noise},
    {{"appeal_spread", "1", 0, 1, 0.06, "standard deviation of the monthly change of a firm's log appeal",
      "assumed: a micro firm's log sales then change over a year by a standard deviation of 0.15, a large firm's by "
      "0.07; "
      "spread that falls with size: Stanley et al. 1996, doi 10.1038/379804a0"},
     &LuckRules::appeal_spread},
    {{"appeal_persistence", "1", 0, 0.999, 0.98, "persistence of log appeal from month to month (AR(1))", "assumed"},
     &LuckRules::appeal_persistence},
    {{"export_spread", "1", 0, 0.2, 0.012, "standard deviation of the monthly change of log foreign demand", "assumed"},
     &LuckRules::export_spread},
    {{"export_persistence", "1", 0, 0.999, 0.95, "persistence of log foreign demand (AR(1))", "assumed"},
     &LuckRules::export_persistence},
    {{"sentiment_spread", "1", 0, 0.05, 0.003,
      "standard deviation of the monthly change of the common log willingness to spend and to invest",
      "shocks to investment carry most of the cycle, Justiniano, Primiceri & Tambalotti 2010, Journal of "
      "Monetary Economics 57(2); value assumed"},
     &LuckRules::sentiment_spread},
    {{"sentiment_persistence", "1", 0, 0.999, 0.97, "its persistence from month to month (AR(1))", "assumed"},
     &LuckRules::sentiment_persistence},
};

} // namespace rongtong
