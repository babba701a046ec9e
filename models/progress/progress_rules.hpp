// Parameters of technical progress and of what follows it (progress.hpp).
#pragma once

#include "sim/parameter.hpp"

namespace rongtong {

struct ProgressRules {
    double progress, wage_memory, export_memory, trend_memory;
};

inline const std::vector<Parameter<ProgressRules>> progress_parameters{
    {{"progress", "1/year", 0, 0.1, 0.03, "growth of the output of a worker of all producers; 0: no growth", "assumed"},
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
