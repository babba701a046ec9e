// Parameters of entry and exit (exit.hpp, renew.cpp). No hazard knows a firm's age.
#pragma once

#include "sim/parameter.hpp"

namespace rongtong {

struct TurnoverRules {
    double closure_rate, closure_profit, closure_size, entry_base, entry_profit, entry_shortage, entrant_size,
        entrant_cash;
};

inline const std::vector<Parameter<TurnoverRules>> turnover_parameters{
    {{"closure_rate", "1/year", 0, 0.5, 0.09, "rate at which solvent owners of a micro firm with usual profit give up",
      "about 9 percent of firms leave the register in a year, State Administration for Market Regulation 2023, "
      "derived"},
     &TurnoverRules::closure_rate},
    {{"closure_profit", "1", 0, 100, 8, "rise of that rate per unit by which the margin on sales falls (log-linear)",
      "assumed"},
     &TurnoverRules::closure_profit},
    {{"closure_size", "1", 0, 2, 0.3, "fall of that rate per e-fold of workers", "assumed"},
     &TurnoverRules::closure_size},
    {{"entry_base", "1", 0, 5, 1.35,
      "entrants at the usual margin over usual closures of the starting firms: makes up for entrants that soon give up",
      "assumed"},
     &TurnoverRules::entry_base},
    {{"entry_shortage", "1", 0, 20, 2,
      "rise of entry per unit of orders that firms of the sector and region can't fill", "assumed"},
     &TurnoverRules::entry_shortage},
    {{"entry_profit", "1", 0, 100, 4,
      "rise of entry per unit by which the margin of sector and region exceeds its start", "assumed"},
     &TurnoverRules::entry_profit},
    {{"entrant_size", "1", 0.05, 1, 0.5, "size of an entrant over that of a firm drawn from the starting distribution",
      "entrants are smaller: Dunne, Roberts & Samuelson 1988, doi 10.2307/2555454; value assumed"},
     &TurnoverRules::entrant_size},
    {{"entrant_cash", "month", 1, 24, 4.5, "money that owners bring into an entrant, in months of its planned costs",
      "assumed"},
     &TurnoverRules::entrant_cash},
};

} // namespace rongtong
