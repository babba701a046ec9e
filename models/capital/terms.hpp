// Parameters of payment terms and late payment (payments.hpp). Months have 30 days.
#pragma once

#include "sim/parameter.hpp"

namespace rongtong {

struct TermRules {
    double base_days, power_days, late_share, late_power, late_pressure, arrears_rate, arrears_claimed;
};

inline constexpr double shortest_term = 30, longest_term = 120; // days; shorter trade is cash, on the market

inline constexpr Parameter<TermRules> term_parameters[]{
    {{"base_days", "d", 30, 120, 55, "payment term between a buyer and a supplier of the same size", "assumed"},
     &TermRules::base_days},
    {{"power_days", "d", 0, 30, 4, "longer term per e-fold by which the buyer is larger than the supplier",
      "direction: Fabbri & Klapper 2016, doi 10.1016/j.jcorpfin.2016.05.007; value assumed"},
     &TermRules::power_days},
    {{"late_share", "1", 0, 1, 0.33, "share of links on which a buyer of the supplier's size pays late by habit",
      "just over 33 percent of invoices, Atradius Payment Practices Barometer China 2024"},
     &TermRules::late_share},
    {{"late_power", "1", 0, 0.3, 0.03, "rise of that share per e-fold by which the buyer is larger", "assumed"},
     &TermRules::late_power},
    {{"late_pressure", "month", 1, 3, 1.5, "mean delay beyond the term on links paid late by habit (1 to 3 months)",
      "assumed; 65 days in Coface China Corporate Payment Survey 2025, about a thousand firms"},
     &TermRules::late_pressure},
    {{"arrears_rate", "1/year", 0, 0.5, 0.03, "interest on what a buyer pays later than by habit, where it is claimed",
      "assumed"},
     &TermRules::arrears_rate},
    {{"arrears_claimed", "1", 0, 1, 0.1, "share of links on which the supplier claims it", "assumed"},
     &TermRules::arrears_claimed},
};

} // namespace rongtong
