// Effects of scenarios against a base scenario, out of results files: `rongtong compare`.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "analysis/paired.hpp"
#include "analysis/runs.hpp"

namespace rongtong {

enum class MonthStatistic { mean, last, sum }; // how the months of the window become one number per run

struct CompareOptions {
    std::optional<int> first_month; // default: the first month in which any indicator of any pair differs
    std::optional<int> last_month;  // default: the last month that all runs have
    MonthStatistic statistic = MonthStatistic::mean;
    double level = 0.95;
    std::string base;                  // scenario that the others are held against; default: the first, or the only one
    std::optional<std::int64_t> point; // of a sweep's design; needed where it has several
};

// The runs of one scenario against the runs of the base.
struct ScenarioEffects {
    std::string scenario;
    std::vector<RunKey> pairs;
    int first_month = 0, last_month = 0;
    std::size_t months = 0;            // that the runs have between these; an indicator may lack some
    bool differs = true;               // false: no indicator differs in any month
    std::vector<std::string> left_out; // runs without a partner, one sentence each
    std::vector<std::string> notes;    // what to know before reading the effects, one sentence each
    std::vector<PairedEffect> effects; // per indicator, in the file's order
};

struct Comparison {
    std::string base;
    MonthStatistic statistic = MonthStatistic::mean;
    double level = 0.95;
    std::vector<ScenarioEffects> scenarios; // in the order in which they were given
};

// "12:59", "12:" or ":59" into the options; OutputError says what is wrong with any other text.
void parse_month_window(const std::string& text, CompareOptions& options);
MonthStatistic parse_month_statistic(const std::string& text);

// `base` and each of `others`: whatever read_runs takes. The base must be of one scenario, or options.base names it; the
// others are grouped by scenario name. Without others a sweep's scenarios are held against its first. Where
// `base` is a sweep and there are others, the scenarios of all are held against its first, or against options.base. Throws OutputError where nothing can be compared, or where runs
// differ in their number of firms or their calibration.
Comparison compare_runs(const std::filesystem::path& base, const std::vector<std::filesystem::path>& others,
                        const CompareOptions& options = {});

nlohmann::ordered_json comparison_json(const Comparison& comparison); // what does not exist is null
std::string comparison_table(const Comparison& comparison);           // for people; ends with a line break

} // namespace rongtong
