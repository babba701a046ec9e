// Parameters of entry, exit and used capital (closure.hpp, exit_odds.hpp, entry.cpp, renew.cpp). No hazard knows a firm's age.
#pragma once

#include "sim/parameter.hpp"

namespace rongtong {

struct TurnoverRules {
    double closure_rate, closure_profit, closure_size, succession, succession_share, usual_default, entry_base,
        entry_orders, entry_shortage, density, entrant_cash, used_share, scrapping;
};

inline constexpr Parameter<TurnoverRules> turnover_parameters[]{
    {{"closure_rate", "1/year", 0, 0.5, 0.09, "rate at which solvent owners of a micro firm with usual profit give up",
      "about 9 percent of firms leave the register in a year, State Administration for Market Regulation 2023, "
      "derived"},
     &TurnoverRules::closure_rate},
    {{"closure_profit", "1", 0, 100, 8, "rise of that rate per unit by which the margin on sales falls (log-linear)",
      "assumed"},
     &TurnoverRules::closure_profit},
    {{"closure_size", "1", 0, 2, 0.3, "fall of that rate per e-fold of workers", "assumed"},
     &TurnoverRules::closure_size},
    {{"succession", "person", 0, 1000, 8,
      "owners that give up wind the firm up with probability exp(-(workers - 1) / succession), else another owner goes "
      "on; 0: always wind up",
      "assumed: above 50 workers hardly ever"},
     &TurnoverRules::succession},
    {{"succession_share", "1", 0.01, 1, 0.2,
      "share of the output of its sector and region above which a firm always finds a successor", "assumed"},
     &TurnoverRules::succession_share},
    {{"usual_default", "1/year", 0, 0.1, 0.0045, "defaults and mergers that entry makes up for, share of firms",
      "assumed"},
     &TurnoverRules::usual_default},
    {{"entry_base", "1", 0, 5, 1.1,
      "entrants over expected exits at usual margins: owners give up more often than that where luck is bad, or "
      "customers leave",
      "assumed"},
     &TurnoverRules::entry_base},
    {{"entry_orders", "1", 0, 5, 1, "rise of entry, in percent, per percent of orders per firm over the start",
      "market room anchors the number of firms: Bresnahan & Reiss 1991, doi 10.1086/261786; value assumed"},
     &TurnoverRules::entry_orders},
    {{"entry_shortage", "1", 0, 20, 2,
      "rise of entry per unit of orders that firms of the sector and region can't fill", "assumed"},
     &TurnoverRules::entry_shortage},
    {{"density", "1", 0, 5, 0,
      "elasticity of entry in a sector's location quotient over that of the start; the nation's entrants stay as many",
      "0.3 assumed where it is on; sign: Rosenthal & Strange 2003, doi 10.1162/003465303765299882 (recalled)"},
     &TurnoverRules::density},
    {{"entrant_cash", "month", 1, 24, 4.5, "money that owners bring into an entrant, in months of its planned costs",
      "assumed"},
     &TurnoverRules::entrant_cash},
    {{"used_share", "1", 0, 1, 0.6, "share of their capital that entrants buy used, where there is some", "assumed"},
     &TurnoverRules::used_share},
    {{"scrapping", "1/month", 0.001, 0.4, 0.0416666666666667, "share of unsold used capital that is scrapped",
      "assumed: two years"},
     &TurnoverRules::scrapping},
};

} // namespace rongtong
