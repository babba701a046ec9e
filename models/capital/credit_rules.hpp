// Parameters of bank credit to firms (credit.hpp, scoring.hpp).
#pragma once

#include "sim/parameter.hpp"

namespace rongtong {

struct CreditRules {
    double credit_switch, leverage, working_months, long_months, short_months, adjustment, liquidity_trigger,
        collateral, receivable_value, unsecured_months, usual_risk, largest_risk, weight_liquidity, weight_debt,
        weight_margin, weight_arrears, noise, noise_size, noise_age, call_months, evergreening, liquidation_value;
};

inline constexpr Parameter<CreditRules> credit_parameters[]{
    {{"switch", "1", 0, 1, 1, "1: banks lend to firms; 0: no loans, banks hold bonds only", "a switch", true},
     &CreditRules::credit_switch},
    {{"leverage", "1", 0, 0.6, 0.35, "investment loans over the value of capital that a firm aims at and starts with",
      "assumed: with working_months, enterprise loans of about a year's value added"},
     &CreditRules::leverage},
    {{"working_months", "month", 0, 3, 1.5, "working-capital loans that a firm aims at, in months of its costs",
      "assumed"},
     &CreditRules::working_months},
    {{"long_months", "month", 12, 240, 60,
      "mean maturity of investment loans: so many months repay them in equal parts", "assumed"},
     &CreditRules::long_months},
    {{"short_months", "month", 3, 60, 12, "mean maturity of working-capital loans", "assumed"},
     &CreditRules::short_months},
    {{"adjustment", "1/month", 0, 1, 0.05, "share of the gap to its target that a firm closes by borrowing in a month",
      "form: Flannery & Rangan 2006, doi 10.1016/j.jfineco.2005.03.004; value assumed"},
     &CreditRules::adjustment},
    {{"liquidity_trigger", "1", 0, 1, 0.5, "a firm with less than this share of its cash buffer asks for the rest",
      "assumed"},
     &CreditRules::liquidity_trigger},
    {{"collateral", "1", 0, 1, 0.5, "share of the value of its capital up to which a bank lends", "assumed"},
     &CreditRules::collateral},
    {{"receivable_value", "1", 0, 1, 0.3, "the same of its receivables", "assumed"}, &CreditRules::receivable_value},
    {{"unsecured_months", "month", 0, 6, 1, "months of expected sales up to which a bank lends beyond that", "assumed"},
     &CreditRules::unsecured_months},
    {{"usual_risk", "1/year", 0.00001, 0.2, 0.00004, "odds of default of a firm with usual cash, debt and margin",
      "rounded from a logit of default within a year on baseline runs of this model (docs/estimate_score.py)"},
     &CreditRules::usual_risk},
    {{"largest_risk", "1/year", 0.001, 0.9, 0.01,
      "highest odds of default that a bank accepts when its capital is ample",
      "assumed: a few in a hundred applications of micro firms are then refused"},
     &CreditRules::largest_risk},
    {{"weight_liquidity", "1", 0, 20, 8.5,
      "rise of the log-odds of default per unit of the cash buffer that is missing",
      "rounded from a logit of default within a year on baseline runs of this model (docs/estimate_score.py)"},
     &CreditRules::weight_liquidity},
    {{"weight_debt", "1", 0, 20, 0.5, "rise per unit by which debt exceeds its target, relative (at most 3)",
      "assumed: in this model's runs no effect shows beside that of cash"},
     &CreditRules::weight_debt},
    {{"weight_margin", "1", 0, 50, 13.5, "rise per unit by which the margin on sales falls short of the usual one",
      "rounded from a logit of default within a year on baseline runs of this model (docs/estimate_score.py)"},
     &CreditRules::weight_margin},
    {{"weight_arrears", "1", 0, 5, 3, "rise per month of arrears with the bank, and where suppliers wait for money",
      "rounded from a logit of default within a year on baseline runs of this model (docs/estimate_score.py)"},
     &CreditRules::weight_arrears},
    {{"noise", "1", 0, 5, 1.8, "standard deviation of the log-odds that a bank sees around the true ones, one worker",
      "form: information grows with size and age, Berger & Udell 1998, doi 10.1016/S0378-4266(98)00038-7; value "
      "assumed"},
     &CreditRules::noise},
    {{"noise_size", "1", 0, 1, 0.2, "fall of that noise per e-fold of workers", "assumed"}, &CreditRules::noise_size},
    {{"noise_age", "month", 0, 240, 24, "months after which a new firm's extra noise (as large again) is halved",
      "assumed"},
     &CreditRules::noise_age},
    {{"call_months", "month", 1, 24, 6, "months of arrears after which a bank calls its loans", "assumed", true},
     &CreditRules::call_months},
    {{"evergreening", "1", 0, 1, 0,
      "1: a bank short of capital does not call loans but adds what is due to them; 0: it calls them",
      "Caballero, Hoshi & Kashyap 2008, doi 10.1257/aer.98.5.1943", true},
     &CreditRules::evergreening},
    {{"liquidation_value", "1", 0, 1, 0.4, "price of used capital over that of new, when a firm leaves", "assumed"},
     &CreditRules::liquidation_value},
};

} // namespace rongtong
