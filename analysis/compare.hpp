// Effects of scenarios against a base scenario, out of results files or a CSV: `rongtong compare`. What a comparison holds is
// here; how its parts come about is in compare/.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "analysis/compare/answers.hpp"
#include "analysis/compare/series.hpp"
#include "analysis/compare/watch.hpp"
#include "analysis/paired.hpp"
#include "analysis/runs.hpp"

namespace rongtong {

struct CompareOptions {
    std::optional<int> first_month; // default: the first month in which any indicator of any pair differs
    std::optional<int> last_month;  // default: the last month that all runs have
    MonthStatistic statistic = MonthStatistic::mean;
    double level = 0.95;
    std::string base; // scenario that the others are held against; default: the first, or the only one
    std::optional<std::int64_t> point{};   // of a sweep's design; needed where it has several
    double yearly_discount = 0.03;         // of MonthStatistic::discounted
    std::vector<std::string> indicators{}; // these alone; empty: a headline, groups and all
    std::vector<std::string> axes{};       // "size", ...: groups of firms to look at; empty: where it is cheap
    std::vector<int> at{};                 // the state at the end of each of these months instead of a window
    std::optional<WantedWidth> width{};    // for how many pairs an interval this wide takes
    std::string panel_variable{};          // by which firms win or lose; empty: the first of net_worth, revenue, ...
    bool over_points = false;              // all points of a design: what share of them has which sign
    WatchCatalogue catalogue{};            // what levers declare
    bool axes_if_there = false;            // of the axes those that the runs have; else all of them must be there

    std::function<void(const Run&)> on_run{}; // sees each run that was read, once
};

// The runs of one scenario against the runs of the base.
struct ScenarioEffects {
    std::string scenario;
    std::vector<RunKey> pairs;
    int first_month = 0, last_month = 0;
    bool differs = true;               // false: no indicator differs in any month
    std::vector<std::string> left_out; // runs without a partner, one sentence each
    std::vector<std::string> notes;    // what to know before reading the effects, one sentence each
    std::vector<PairedEffect> effects; // per indicator, in the file's order
    std::vector<PolicyMark> marks{};
    std::vector<SetupDifference> differences{};
    std::vector<HeadlineRow> headline{};
    std::vector<PairedEffect> groups{}; // of the headline's indicators, and of what groups share
    std::vector<EffectPath> paths{};    // of the headline, month by month
    std::vector<Persistence> persistence{};
    std::vector<CostEffectiveness> cost_effectiveness{};
    std::optional<Winners> winners{};
    std::optional<std::int64_t> point{}; // of the design
    std::optional<int> calendar_start{}; // date of month 1 (sim/calendar.hpp), where both scenarios give the same
};

struct Comparison {
    std::string base;
    MonthStatistic statistic = MonthStatistic::mean;
    double level = 0.95;
    std::vector<ScenarioEffects> scenarios; // in the order in which they were given
    std::optional<Ranking> ranking{};       // of several scenarios
    std::vector<OverPoints> over_points{};  // of several points
    bool asked_for = false;                 // indicators were named: no headline
};

// "12:59", "12:" or ":59" into the options; OutputError says what is wrong with any other text.
void parse_month_window(const std::string& text, CompareOptions& options);
MonthStatistic parse_month_statistic(const std::string& text);
const char* name_of(MonthStatistic statistic);
// "0.5" or "5%".
WantedWidth parse_width(const std::string& text);

// `base` and each of `others`: whatever read_runs takes. The base must be of one scenario, or options.base names it; the
// others are grouped by scenario name. Without others a sweep's scenarios are held against its first; where base and another are
// sweeps, those of all. Throws OutputError where nothing can be compared, or where runs differ in their number of firms or their
// calibration.
Comparison compare_runs(const std::filesystem::path& base, const std::vector<std::filesystem::path>& others,
                        const CompareOptions& options = {});

// Of one sweep or collected file `path` whose runs were read already (read_with_shares, grouping.hpp).
Comparison compare_read(std::vector<Run> runs, const std::filesystem::path& path, const CompareOptions& options);

// Columns indicator, replicate, base, other, and where there are several scenario; further unit and role. A missing value leaves its
// pair out. With a column month: month by month, and what is left from end_month on. With a column firm, and before, base, other:
// tenths of firms.
Comparison compare_csv(const std::filesystem::path& csv, const CompareOptions& options = {});

nlohmann::ordered_json comparison_json(const Comparison& comparison); // what does not exist is null

struct TableOptions {
    bool all = true; // after headline and groups every indicator
};
std::string comparison_table(const Comparison& comparison,
                             const TableOptions& options = {}); // for people; ends with a line break

} // namespace rongtong
