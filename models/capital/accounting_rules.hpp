// Parameters of investment, profit tax and payout (investment.hpp, payout.hpp, working_capital.hpp) and of the split of investment.
#pragma once

#include "sim/parameter.hpp"

namespace rongtong {

struct AccountingRules {
    double depreciation, investment_speed, own_speed, demand_memory, user_cost, profit_tax, payout_speed, buffer_micro,
        buffer_small, buffer_medium, buffer_large, buffer_spread, claims_weight, claims_memory, investment_firms,
        investment_housing, smallest_margin;
};

inline constexpr Parameter<AccountingRules> accounting_parameters[]{
    {{"depreciation", "1/year", 0.02, 0.5, 0.1, "share of the capital stock that wears out", "assumed"},
     &AccountingRules::depreciation},
    {{"investment_speed", "1/month", 0, 0.2, 0.01,
      "share of the gap between the nation's wanted and present capital that is closed in a month",
      "form: Chenery 1952, doi 10.2307/1907784; value assumed"},
     &AccountingRules::investment_speed},
    {{"own_speed", "1/month", 0, 0.5, 0.03, "the same of a firm's own gap beside the nation's", "assumed"},
     &AccountingRules::own_speed},
    {{"demand_memory", "month", 1, 60, 12, "months of planned output that investors go by (exponential mean)",
      "assumed"},
     &AccountingRules::demand_memory},
    {{"user_cost", "1", 0, 1.5, 0.3, "elasticity of wanted capital to its user cost, as a positive number",
      "about 0.25, Chirinko, Fazzari & Meyer 1999, doi 10.1016/S0047-2727(99)00024-9"},
     &AccountingRules::user_cost},
    {{"profit_tax", "1", 0, 0.6, 0.25, "tax on profit after depreciation, no tax on a loss",
      "Enterprise Income Tax Law, art. 4"},
     &AccountingRules::profit_tax},
    {{"payout_speed", "1/month", 0.01, 1, 0.1666666666666667,
      "share of cash above the buffer paid to owners each month", "assumed"},
     &AccountingRules::payout_speed},
    {{"buffer_micro", "month", 0.5, 24, 2.8, "cash that a micro firm keeps, in months of its costs",
      "2.8 months, Peking University, Online Survey of Micro-and-small Enterprises 2023 Q4"},
     &AccountingRules::buffer_micro},
    {{"buffer_small", "month", 0.5, 24, 2.4, "the same, small firms", "assumed"}, &AccountingRules::buffer_small},
    {{"buffer_medium", "month", 0.5, 24, 2.4, "the same, medium firms", "assumed"}, &AccountingRules::buffer_medium},
    {{"buffer_large", "month", 0.5, 24, 2.4, "the same, large firms", "assumed"}, &AccountingRules::buffer_large},
    {{"buffer_spread", "1", 0, 1, 0.5,
      "how much firms of a size differ in the cash that they keep: the share of it that is exponentially distributed",
      "assumed; one in ten then keeps less than 0.55 of the mean. Firms pay before they are paid: beyond 0.6 some "
      "can't"},
     &AccountingRules::buffer_spread},
    {{"claims_weight", "1", 0, 1, 1,
      "loans that a firm wants, or pays back and keeps in cash, per yuan by which its net claims (what customers owe "
      "it less what it owes suppliers) are above, or below, the usual; 0: none",
      "form: cash and other working capital are substitutes, Opler and others 1999, doi 10.1016/S0304-405X(99)00003-3; "
      "value assumed: perfect ones"},
     &AccountingRules::claims_weight},
    {{"claims_memory", "month", 1, 1200, 120, "months over which the usual net claims of a firm are a mean", "assumed"},
     &AccountingRules::claims_memory},
    {{"investment_firms", "1", 0.1, 0.9, 0.65, "share of fixed capital formation that firms and other producers buy",
      "assumed"},
     &AccountingRules::investment_firms},
    {{"investment_housing", "1", 0, 0.6, 0.22, "share of it that is housing; the rest is public", "assumed"},
     &AccountingRules::investment_housing},
    {{"smallest_margin", "1", 0, 0.2, 0.03,
      "least surplus (with depreciation) of a sector over its sales; below it mixed income counts as surplus",
      "assumed"},
     &AccountingRules::smallest_margin},
};

} // namespace rongtong
