// Parameters of outside equity (equity.hpp, funds.hpp).
#pragma once

#include "sim/parameter.hpp"

namespace rongtong {

struct EquityRules {
    double equity_switch, openness, round_months, smallest_round, largest_share, least_margin, multiple, least_return,
        strategic_return, growth_weight, noise, private_budget, corporate_budget, corporate_reserve, hold_months,
        exit_rate, market_depth;
};

inline constexpr Parameter<EquityRules> equity_parameters[]{
    {{"switch", "1", 0, 1, 1, "1: firms sell shares to outside investors; 0: founders own all private firms",
      "a switch", true},
     &EquityRules::equity_switch},
    {{"openness", "1/month", 0, 1, 0.5,
      "chance that a firm whose bank grants less than it wants looks for outside equity in the month", "assumed"},
     &EquityRules::openness},
    {{"round_months", "month", 1, 60, 24, "a round asks for so many months of what the bank denies", "assumed"},
     &EquityRules::round_months},
    {{"smallest_round", "yuan", 0, 1e9, 20000, "smallest amount for which shares are sold", "assumed"},
     &EquityRules::smallest_round},
    {{"largest_share", "1", 0.01, 0.95, 0.49, "share of a firm that outside investors hold together at most",
      "founders keep control: assumed"},
     &EquityRules::largest_share},
    {{"least_margin", "1", -0.5, 0.5, 0, "smoothed margin below which a firm finds no one to listen", "assumed"},
     &EquityRules::least_margin},
    {{"multiple", "year", 0, 50, 8, "years of profit that a firm is worth, where that is more than its net assets",
      "assumed"},
     &EquityRules::multiple},
    {{"least_return", "1/year", -0.2, 1, 0.06,
      "yearly return, less what default is expected to take, below which investors refuse", "assumed"},
     &EquityRules::least_return},
    {{"strategic_return", "1/year", 0, 0.5, 0.03, "part of that which a chain leader forgoes in its own suppliers",
      "assumed"},
     &EquityRules::strategic_return},
    {{"growth_weight", "1/year", 0, 1, 0.05, "return that investors add for orders twice as high as expected",
      "assumed"},
     &EquityRules::growth_weight},
    {{"noise", "1/year", 0, 1, 0.05, "standard deviation of the return that investors see around the true one",
      "assumed"},
     &EquityRules::noise},
    {{"private_budget", "1/year", 0, 0.2, 0.0005, "share of households' deposits that private investors can put in",
      "assumed"},
     &EquityRules::private_budget},
    {{"corporate_budget", "1/month", 0, 1, 0.1,
      "share of its cash above the reserve that a chain leader can put into its suppliers in a month",
      "firms with more cash invest more in ventures: Dushnitsky & Lenox 2005, doi 10.1002/smj.488; value assumed"},
     &EquityRules::corporate_budget},
    {{"corporate_reserve", "1", 0, 10, 1, "cash that a chain leader keeps, in multiples of its buffer", "assumed"},
     &EquityRules::corporate_reserve},
    {{"hold_months", "month", 1, 240, 36, "months for which a stake is held before it is offered for sale", "assumed",
      true},
     &EquityRules::hold_months},
    {{"exit_rate", "1/year", 0, 12, 0.3, "rate at which stakes held for so long are sold", "assumed"},
     &EquityRules::exit_rate},
    {{"market_depth", "1/month", 0, 1, 0.005,
      "share of a region's deposits that pays for stakes in a month at most; what is above waits", "assumed"},
     &EquityRules::market_depth},
};

} // namespace rongtong
