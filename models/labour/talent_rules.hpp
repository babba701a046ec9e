// Parameters of the labour market of researchers (talent.hpp).
#pragma once

#include "sim/parameter.hpp"

namespace rongtong {

struct TalentRules {
    double talent_switch, unemployment, response, training, moves;
};

inline constexpr Parameter<TalentRules> talent_parameters[]{
    {{"switch", "1", 0, 1, 1,
      "1: where research makes growth, researchers have a labour market of their own; 0: they are workers like others",
      "switch"},
     &TalentRules::talent_switch},
    {{"unemployment", "1", 0.005, 0.2, 0.03, "researchers without work over all of them, at the start", "assumed"},
     &TalentRules::unemployment},
    {{"response", "1", 0, 10, 2, "slope of the wage curve of researchers over that of others", "assumed"},
     &TalentRules::response},
    {{"training", "1/year", 0, 2, 0.2,
      "workers who become researchers in a year, over these, per unit of the log rise of their relative wage",
      "supply answers pay with years of delay: Ryoo & Rosen 2004, Journal of Political Economy 112(S1) (form); value "
      "assumed"},
     &TalentRules::training},
    {{"moves", "1/year", 0, 2, 0.2,
      "researchers who move to another region in a year, over those of theirs, per unit of log pay beyond friction",
      "assumed"},
     &TalentRules::moves},
};

} // namespace rongtong
