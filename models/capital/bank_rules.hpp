// Parameters of banks and the central bank (banking.hpp).
#pragma once

#include "sim/parameter.hpp"

namespace rongtong {

struct BankRules {
    double national, regional, national_share, loan_rate, deposit_rate, bond_rate, advance_rate, reserve_rate,
        reserve_ratio, least_capital, wanted_capital, loss_given_default, capital_spread, payout_speed, state_share,
        rescue;
};

inline constexpr Parameter<BankRules> bank_parameters[]{
    {{"national", "1", 1, 8, 4, "banks that serve every region", "assumed", true}, &BankRules::national},
    {{"regional", "1", 1, 3, 2, "banks of each region", "assumed", true}, &BankRules::regional},
    {{"national_share", "1", 0, 1, 0.6, "share of customers at national banks", "assumed"}, &BankRules::national_share},
    {{"loan_rate", "1/year", 0, 0.3, 0.045, "rate on loans before the borrower's risk",
      "loan prime rate over 5 years, 2025: National Interbank Funding Center"},
     &BankRules::loan_rate},
    {{"deposit_rate", "1/year", 0, 0.2, 0.015, "rate on households' deposits; current accounts of firms earn nothing",
      "assumed"},
     &BankRules::deposit_rate},
    {{"bond_rate", "1/year", 0, 0.2, 0.03, "rate on government bonds", "assumed"}, &BankRules::bond_rate},
    {{"advance_rate", "1/year", 0, 0.2, 0.025, "rate on the central bank's advances to banks", "assumed"},
     &BankRules::advance_rate},
    {{"reserve_rate", "1/year", 0, 0.2, 0.01, "rate on banks' reserves", "assumed"}, &BankRules::reserve_rate},
    {{"reserve_ratio", "1", 0, 0.3, 0.07, "reserves over deposits that a bank has to hold", "assumed"},
     &BankRules::reserve_ratio},
    {{"least_capital", "1", 0, 0.5, 0.105, "equity over loans below which a bank may not lend more",
      "Basel III: 8 percent and a buffer of 2.5, Basel Committee on Banking Supervision 2011"},
     &BankRules::least_capital},
    {{"wanted_capital", "1", 0.01, 0.6, 0.14, "equity over loans that a bank keeps and starts with", "assumed"},
     &BankRules::wanted_capital},
    {{"loss_given_default", "1", 0, 1, 0.45, "share of a loan that a bank expects to lose in a default",
      "Basel II foundation approach, senior unsecured: Basel Committee on Banking Supervision 2006, art. 287"},
     &BankRules::loss_given_default},
    {{"capital_spread", "1/year", 0, 1, 0.2,
      "rise of the rate on new loans per unit of equity over loans that is missing", "assumed"},
     &BankRules::capital_spread},
    {{"payout_speed", "1/month", 0.01, 1, 0.1666666666666667,
      "share of equity above the wanted one paid to owners a month", "assumed"},
     &BankRules::payout_speed},
    {{"state_share", "1", 0, 1, 0.6, "share of banks' equity that government owns at the start", "assumed"},
     &BankRules::state_share},
    {{"rescue", "1", 0, 1, 1,
      "1: government brings a bank whose equity is gone back to its least capital, for shares; 0: it goes on without",
      "a switch", true},
     &BankRules::rescue},
};

} // namespace rongtong
