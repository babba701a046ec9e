// Parameters of digital maturity and standards (maturity.hpp, standards.hpp).
#pragma once

#include "sim/parameter.hpp"

namespace rongtong {

struct DigitalRules {
    double digital_switch, saving, months, decay, kept, step, spread, fixed, learning, bought, talent;
    double start_2, start_3, large_2, large_3, barrier, standard_cost, standard_pull;
};

inline constexpr Parameter<DigitalRules> digital_parameters[]{
    {{"switch", "1", 0, 1, 0,
      "1: firms adopt digital tools and standards; 0: nobody does. Needs growth that research makes (technology/switch "
      "2)",
      "a switch", true},
     &DigitalRules::digital_switch},
    {{"saving", "1", 0, 0.2, 0.02, "log output per worker that a level of digital maturity adds",
      "assumed; that returns to computers grow over years: Brynjolfsson & Hitt 2003, doi 10.1162/003465303772815736"},
     &DigitalRules::saving},
    {{"months", "month", 1, 120, 36, "months of saved labour that a firm holds against what a step costs", "assumed"},
     &DigitalRules::months},
    {{"decay", "1/year", 0.01, 1, 0.2, "part of a firm's level that a year takes away where nothing is kept up",
      "assumed"},
     &DigitalRules::decay},
    {{"kept", "1", 0, 0.9, 0.5, "part of that which upkeep saves; the rest grows old all the same", "assumed"},
     &DigitalRules::kept},
    {{"step", "1", 0.1, 3, 1, "levels that a firm climbs when it adopts", "assumed"}, &DigitalRules::step},
    {{"spread", "1", 0.05, 3, 0.5,
      "scale of the logistic spread of the log of what firms take a step to cost, drawn each year", "assumed"},
     &DigitalRules::spread},
    {{"fixed", "1", 0, 20, 1, "part of the cost of a step that is the same for all, over that of the log of workers",
      "assumed"},
     &DigitalRules::fixed},
    {{"learning", "1", 0, 0.9, 0.3, "part of the cost of a step that is saved where all partners are at level 3",
      "assumed"},
     &DigitalRules::learning},
    {{"bought", "1", 0.01, 1, 0.5,
      "part of the cost of steps and upkeep that is bought of the information sector; the rest is time of the firm's "
      "own "
      "people, within their hours",
      "assumed"},
     &DigitalRules::bought},
    {{"talent", "1", 0, 1, 0.5, "part of the cost of a step to level 2 or beyond that is wages of researchers",
      "assumed"},
     &DigitalRules::talent},
    {{"start_2", "1", 0, 1, 0.12, "share of micro, small and medium firms at level 2 before they settle at the start",
      "recalled: 79, 12 and 9 percent of SMEs at levels 1, 2 and 3"},
     &DigitalRules::start_2},
    {{"start_3", "1", 0, 1, 0.09, "the same at level 3; all others are at 1", "recalled"}, &DigitalRules::start_3},
    {{"large_2", "1", 0, 1, 0.35, "share of large firms at level 2 before they settle at the start", "assumed"},
     &DigitalRules::large_2},
    {{"large_3", "1", 0, 1, 0.25, "the same at level 3; all others are at 1", "assumed"}, &DigitalRules::large_3},
    {{"barrier", "1", 0, 3, 1, "level below which firms of level 2 and beyond take no new supplier or partner in R&D",
      "assumed"},
     &DigitalRules::barrier},
    {{"standard_cost", "1", 0, 0.6, 0.1, "part of joint work that two different standards take", "assumed"},
     &DigitalRules::standard_cost},
    {{"standard_pull", "1", 0, 2, 0.1,
      "what a customer's orders count more, in the choice of a standard, where it has just that of a chain leader",
      "assumed"},
     &DigitalRules::standard_pull},
};

} // namespace rongtong
