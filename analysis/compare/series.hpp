// From months to one figure per run: what a comparison of two scenarios is made from. Inside analysis/ only.
#pragma once

#include <string>
#include <vector>

#include "analysis/comparable.hpp"
#include "analysis/paired.hpp"

namespace rongtong {

enum class MonthStatistic { mean, last, sum, discounted }; // how the months of the window become one figure per run

struct Window {
    int first = 0, last = 0;
    bool differs = true; // false: no indicator of any pair differs in any month
};

struct MonthRule {
    MonthStatistic statistic = MonthStatistic::mean;
    double yearly_discount = 0; // discounted: a month counts 1 / (1 + this)^(years since the window's first month)
};

// Where an indicator stands in a run.
struct SeriesPlace {
    std::string indicator, axis{}, group{};
};

// One value per pair and side. A month counts where both sides of the pair have a value in it, so that no gap of one side
// is averaged over; the sample says how many months that were. Without any: NaN. `last` is the window's last month.
PairedSample sample_of(const std::vector<RunPair>& pairs, const SeriesPlace& place, const Window& window,
                       const MonthRule& rule);

// Groups' parts of the whole, for every axis that the run has: revenue_share, employment_share, firms_share.
void add_shares(Run& run);

} // namespace rongtong
