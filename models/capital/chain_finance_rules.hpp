// Parameters of supply-chain finance (chain_finance.hpp).
#pragma once

#include "sim/parameter.hpp"

namespace rongtong {

struct ChainFinanceRules {
    double chain_switch, large_anchors, need, recourse;
};

inline constexpr Parameter<ChainFinanceRules> chain_finance_parameters[]{
    {{"switch", "1", 0, 1, 1, "1: suppliers sell invoices on chain leaders to their bank; 0: they wait for payment",
      "a switch", true},
     &ChainFinanceRules::chain_switch},
    {{"large_anchors", "1", 0, 1, 0,
      "1: banks also buy invoices on large firms that do not lead a chain; 0: chain leaders' only",
      "a switch; programmes around one core enterprise are what the notice of eight ministries on supply-chain finance "
      "of "
      "2020 (Yinfa 2020 No. 226) describes",
      true},
     &ChainFinanceRules::large_anchors},
    {{"need", "1", 0, 10, 1, "a supplier joins a programme when its cash falls below so many times its buffer",
      "assumed"},
     &ChainFinanceRules::need},
    {{"recourse", "1", 0, 1, 0,
      "1: the supplier buys back what a buyer that defaults does not pay; 0: that is the bank's loss", "assumed", true},
     &ChainFinanceRules::recourse},
};

} // namespace rongtong
