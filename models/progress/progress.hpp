// Technical progress that all producers share, and the growth that people measure and expect.
//
//   level'  = level * (1 + progress / 12)                            output of a worker over that of the start
//   S       = exp of the mean of ln level over wage_memory months, opened at its own lag, so that it grows with the level
//   index   = S over its start: wages, government demand and public investment, limits in yuan, room for firms follow it
//   exports = the same over export_memory months: whoever grows fast sells new kinds of goods, at a constant real exchange rate
//   trend   = mean over trend_memory months of S' / S - 1, a month: enters what firms and households expect and order. It is
//             measured, never given: where progress stops, it fades
// An "n-month mean" has the weight 1 / n on its newest value. Wages: index_wages, beside the wage curve (labour/wage_curve.hpp).
// A start that is consistent with any growth: start/growth.hpp. Source of the export index: Krugman 1989,
// doi 10.1016/0014-2921(89)90013-5. Parameters: progress_rules.hpp. Test: tests/models/progress.cpp.
#pragma once

#include "models/parameters.hpp"

#include <cmath>
#include <tuple>

namespace rongtong {

struct Progress {
    double level = 1;
    double smoothed = 1, smoothed_exports = 1; // means of the level
    double index = 1, exports = 1;             // these over their start
    double step = 1;                           // index over that of the month before
    double trend = 0;                          // 1/month

    static constexpr auto fields()
    {
        using P = Progress;
        return std::tuple{&P::level, &P::smoothed, &P::smoothed_exports, &P::index, &P::exports, &P::step, &P::trend};
    }
};

// Growth of a month on the path of the start.
inline double growth_a_month(const Parameters& p)
{
    if (p.technology.progress_switch < 1) return 0;
    if (p.technology.progress_switch > 1 && p.research.base <= 0) return 0; // nobody does R&D
    return p.technology.progress / 12;
}

// As if it had always been so.
inline Progress progress_at_start(const Parameters& parameters)
{
    const auto& rules = parameters.technology;
    const double growth = growth_a_month(parameters);
    Progress p;
    p.smoothed = std::pow(1 + growth, 1 - rules.wage_memory);
    p.smoothed_exports = std::pow(1 + growth, 1 - rules.export_memory);
    p.trend = growth;
    return p;
}

// growth: factor on the level.
inline Progress next_progress(const Progress& old, double growth, const ProgressRules& rules)
{
    const auto mean = [](double old_mean, double level, double months) {
        return old_mean == level ? level : old_mean * std::pow(level / old_mean, 1 / months);
    };
    Progress p = old;
    p.level *= growth;
    p.smoothed = mean(old.smoothed, p.level, rules.wage_memory);
    p.smoothed_exports = mean(old.smoothed_exports, p.level, rules.export_memory);
    p.step = p.smoothed / old.smoothed;
    p.index *= p.step;
    p.exports *= p.smoothed_exports / old.smoothed_exports;
    p.trend += (p.step - 1 - old.trend) / rules.trend_memory;
    return p;
}

} // namespace rongtong
