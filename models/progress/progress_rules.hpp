// Parameters of technical progress and of what follows it (progress.hpp).
#pragma once

#include "sim/parameter.hpp"

namespace rongtong {

struct ProgressRules {
    double progress_switch, progress, wage_memory, export_memory, trend_memory;
};

inline constexpr Parameter<ProgressRules> progress_parameters[]{
    {{"switch", "1", 0, 2, 1,
      "where growth comes from. 0: there is none; 1: progress is given to all producers alike; 2: firms' research "
      "makes "
      "it (a calibration that knows no R&D: as 1)",
      "switch"},
     &ProgressRules::progress_switch},
    {{"progress", "1/year", 0, 0.1, 0.03,
      "growth of the output of a worker on the path of the start; 0: no growth. Given to all producers, or what "
      "research "
      "is expected to make",
      "assumed"},
     &ProgressRules::progress},
    {{"wage_memory", "month", 1, 120, 36,
      "months over which progress enters wages, government demand and limits in yuan", "assumed"},
     &ProgressRules::wage_memory},
    {{"export_memory", "month", 1, 240, 60, "the same for demand from abroad",
      "form: Krugman 1989, doi 10.1016/0014-2921(89)90013-5; value assumed"},
     &ProgressRules::export_memory},
    {{"trend_memory", "month", 1, 120, 24, "months over which the growth that people expect is a mean", "assumed"},
     &ProgressRules::trend_memory},
};

} // namespace rongtong
