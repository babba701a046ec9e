// Parameters of what makes firms of a sector differ in cost (cost_edge.hpp).
#pragma once

#include "sim/parameter.hpp"

namespace rongtong {

struct SelectionRules {
    double selection_switch, grade_size, grade_cost, technology_spread, rent, pass_through, at_stake;
};

inline constexpr Parameter<SelectionRules> selection_parameters[]{
    {{"switch", "1", 0, 1, 1, "1: firms of a sector differ in cost, price and margin; 0: only in output per worker",
      "switch"},
     &SelectionRules::selection_switch},
    {{"grade_size", "1", 0, 0.9, 0.2, "correlation of a firm's grade with the normal score of its size",
      "larger firms have better management and labour: Bloom & Van Reenen 2007, doi 10.1162/qjec.2007.122.4.1351 "
      "(sign); "
      "value assumed"},
     &SelectionRules::grade_size},
    {{"grade_cost", "1", 0, 1, 0.6, "share of a firm's grade that lowers its cost; the rest is paid for in wages",
      "assumed"},
     &SelectionRules::grade_cost},
    {{"technology_spread", "1", 0, 1, 0.165, "standard deviation of log technology of firms in a sector",
      "with the spread of grade a ratio of 2.7 between the deciles of productivity: Syverson 2011, doi "
      "10.1257/jel.49.2.326 (order of magnitude); split assumed"},
     &SelectionRules::technology_spread},
    {{"rent", "1", 0, 0.9, 0.1, "share of a firm's cost edge that its workers get",
      "elasticity of wages to firms' value added per worker of about 0.05 to 0.15: Card, Cardoso, Heining & Kline "
      "2018, "
      "doi 10.1086/694153"},
     &SelectionRules::rent},
    {{"pass_through", "1", 0.05, 0.95, 0.6,
      "share of a firm's own change of unit cost that enters its price; of its market's mean cost all does",
      "Amiti, Itskhoki & Konings 2019, doi 10.1093/restud/rdz005"},
     &SelectionRules::pass_through},
    {{"at_stake", "1", 0, 0.5, 0.25,
      "largest standard deviation of firms' labour cost over what their sector's surplus leaves for investment and "
      "owners: "
      "beyond that differences are paid for",
      "assumed"},
     &SelectionRules::at_stake},
};

} // namespace rongtong
