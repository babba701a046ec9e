// The answers of a comparison beside the effects themselves: headline, paths, persistence, cost, winners, ranking, signs over
// the points of a design. Each is made by the file of its name in this folder.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "analysis/comparable.hpp"
#include "analysis/compare/series.hpp"
#include "analysis/compare/watch.hpp"
#include "analysis/paired.hpp"
#include "analysis/statistics/bootstrap.hpp"
#include "analysis/statistics/inference.hpp"

namespace rongtong {

// ---- headline.cpp
struct HeadlineRow {
    Watch watch;
    PairedEffect effect; // p_holm: within the headline
    // goal: reached, missed, unsure; harm: shown, opposite, unsure; others: rises, falls, unsure. "" without a test.
    std::string verdict;
};
std::vector<HeadlineRow> headline_rows(const std::vector<RunPair>& pairs, const std::vector<Watch>& watches,
                                       const Window& window, const MonthRule& rule, double level,
                                       std::optional<WantedWidth> width);
// Every group of the axis for the watched indicators that are given by group, and the groups' shares.
std::vector<PairedEffect> group_effects(const std::vector<RunPair>& pairs, const std::vector<std::string>& indicators,
                                        const std::vector<std::string>& axes, const Window& window,
                                        const MonthRule& rule, double level, std::optional<WantedWidth> width);

// ---- paths.cpp
struct EffectPath {
    SeriesPlace place;
    std::string unit;
    std::vector<int> months;
    std::vector<double> base, other, difference, low, high; // means over pairs, t interval; NaN where there is none
    std::vector<double> base_low, base_high, other_low, other_high; // quartiles over runs: how far luck carries
};
EffectPath path_of(const std::vector<RunPair>& pairs, const SeriesPlace& place, const std::string& unit, int first,
                   int last, double level);

// ---- persistence.cpp: what is left after all policies have ended, of what they did in their last year.
struct Persistence {
    SeriesPlace place;
    int end = 0; // first month without policy
    int during_first = 0, during_last = 0, after_first = 0, after_last = 0;
    double during = 0, after = 0; // mean effects
    std::optional<Ratio> share;   // after / during, Fieller
    std::optional<Interval> share_bootstrap;
};
std::vector<Persistence> persistence(const std::vector<RunPair>& pairs, const std::vector<HeadlineRow>& headline,
                                     const std::vector<PolicyMark>& marks, int last_month, double level);

// ---- cost.cpp
struct CostEffectiveness {
    SeriesPlace goal;
    std::string unit, cost;     // cost: which indicator it is taken from
    double total_cost = 0;      // over the window, yuan; mean of pairs
    double gain = 0;            // effect in the direction of the goal
    std::optional<Ratio> ratio; // yuan per unit gained, Fieller; empty where nothing is gained
    std::optional<Interval> bootstrap;
    std::string note;
};
std::vector<CostEffectiveness> cost_effectiveness(const std::vector<RunPair>& pairs,
                                                  const std::vector<HeadlineRow>& headline, const Window& window,
                                                  const MonthRule& rule, double level);

// ---- winners.cpp: who gains and who pays, firm by firm, from the panel.
struct Decile {
    int decile = 1;                             // of firms by what they had before the policy, poorest first
    double firms = 0;                           // mean over pairs, in both runs at the end
    PairedEffect effect;                        // per firm
    double better = 0, worse = 0;               // shares of firms
    double gone_in_base = 0, gone_in_other = 0; // firms per run that are gone at the end
};
struct Winners {
    std::string variable;
    int before = 0, after = 0; // months of the panel
    std::vector<Decile> deciles;
};
// Values of one pair's firms by permanent id; a firm that is not in `base` or `other`, at the end, is gone there.
struct FirmPair {
    std::map<double, double> before, base, other;
};
// Months are not said.
Winners tenths_of_firms(const std::vector<FirmPair>& pairs, const std::string& variable, double level);
// Empty where some run has no panel with a suitable variable.
std::optional<Winners> winners(const std::vector<RunPair>& pairs, const Window& window, const std::string& variable,
                               double level);

// ---- ranking.cpp
struct Ranking {
    struct Objective {
        SeriesPlace place;
        int better = 1;                             // 1: more is better
        std::vector<std::optional<double>> effects; // by scenario
        std::vector<int> ranks;                     // 1 best; 0: no value
        std::vector<double> first;                  // share of resamples in which it is best
    };
    std::vector<std::string> scenarios;
    std::vector<Objective> objectives;
    std::vector<std::vector<std::string>> dominated_by; // by scenario: as good in all, better in one
    std::vector<double> dominated; // by scenario: share of resamples in which some other dominates it
};
struct RankedScenario {
    std::string name;
    std::vector<RunPair> pairs;
    Window window;
    std::vector<Watch> watches;
};
std::optional<Ranking> rank(const std::vector<RankedScenario>& scenarios, const MonthRule& rule);
// Differences by objective, scenario and pair. What some scenario has no value of ranks nobody.
using DifferenceTable = std::vector<std::vector<std::vector<double>>>;
std::optional<Ranking> rank_differences(std::vector<std::string> scenarios, std::vector<Ranking::Objective> objectives,
                                        DifferenceTable table);

// ---- points.cpp
struct OverPoints {
    std::string scenario;
    SeriesPlace place;
    std::size_t points = 0;
    double positive = 0, negative = 0, zero = 0;       // shares of points, by the mean effect
    double clearly_positive = 0, clearly_negative = 0; // shares whose interval leaves 0 out
    double least = 0, median = 0, most = 0;            // mean effects
};
// Over entries that have a point; of the headline where there is one, else of all effects and groups.
struct ScenarioEffects;
std::vector<OverPoints> over_points(const std::vector<ScenarioEffects>& entries);

} // namespace rongtong
