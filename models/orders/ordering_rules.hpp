// Parameters of expectation, ordering and production (ordering.hpp, production.hpp).
#pragma once

#include "sim/parameter.hpp"

namespace rongtong {

struct OrderingRules {
    double expectation_speed, finished_cover, finished_speed, input_cover, input_tolerance, input_speed, overtime,
        normal_utilisation;
};

inline constexpr Parameter<OrderingRules> ordering_parameters[]{
    {{"expectation_speed", "1/month", 0.01, 1, 0.25,
      "share of the last forecast error by which expected demand moves each month (adaptive expectations)",
      "form: Nerlove 1958, doi 10.2307/1880597; value assumed"},
     &OrderingRules::expectation_speed},
    {{"finished_cover", "month", 0, 6, 0.67, "finished goods that a firm wants to hold, in months of expected demand",
      "20.2 inventory days of industrial firms, National Bureau of Statistics, September 2025"},
     &OrderingRules::finished_cover},
    {{"finished_speed", "1/month", 0, 1, 0.25,
      "share of the gap of finished goods that is planned to be closed in a month", "assumed"},
     &OrderingRules::finished_speed},
    {{"input_cover", "month", 0, 6, 0.5,
      "inputs that a firm wants to hold beyond the coming month's use, in months of planned use", "assumed"},
     &OrderingRules::input_cover},
    {{"input_tolerance", "1", 0, 0.5, 0.05,
      "share of an input that can't be stored which may be missing before output falls", "assumed"},
     &OrderingRules::input_tolerance},
    {{"input_speed", "1/month", 0, 1, 0.25, "share of the gap of input stocks that is ordered in a month", "assumed"},
     &OrderingRules::input_speed},
    {{"overtime", "1", 0, 1, 0.1, "output beyond normal hours that a firm's workers can make, share of normal output",
      "overproduction capacity as in Hallegatte 2014, doi 10.1111/risa.12090; value assumed"},
     &OrderingRules::overtime},
    {{"normal_utilisation", "1", 0.4, 1, 0.78, "share of its capital's capacity that a firm plans to use", "assumed"},
     &OrderingRules::normal_utilisation},
};

} // namespace rongtong
