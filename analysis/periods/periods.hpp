// Months of runs as quarters and years with growth, as statistics offices publish them: `rongtong series`.
//
//   value            mean, sum or last of the months of a period: a sum needs each of them, a mean those that have a value
//   on the previous  growth against the period before, on the year: against that of a year before; 100 * (x / x' - 1) percent where
//                    x' is above 0; of shares and rates 100 * (x - x'), in points
//   over runs        means; of the value also quartiles. A run's growth is its own, before the mean is taken
//
// A period is there where a run kept all its months (for `last`: its last month). Without a date for month 1 years are counted
// from the run's first month on.
// Test: tests/analysis/periods.cpp.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "analysis/compare/series.hpp"
#include "analysis/runs.hpp"

namespace rongtong {

enum class PeriodLength { month = 1, quarter = 3, year = 12 };

struct PeriodRequest {
    std::vector<SeriesPlace> places;
    PeriodLength per = PeriodLength::quarter;
    MonthStatistic statistic = MonthStatistic::mean; // not discounted
    std::optional<int> start{};                      // date of month 1 (sim/calendar.hpp) in place of the scenario's
};

struct PeriodFigure {
    std::string period; // "2021-Q2", "2021", "2021-04"; without a calendar "year 1 Q2", "year 1", "month 4"
    int first_month = 0, last_month = 0;
    std::size_t runs = 0; // that have a value
    std::optional<double> value{}, low{}, high{}, on_previous{}, on_year{};
};

struct PeriodSeries {
    std::string scenario;
    SeriesPlace place;
    std::string unit, long_name, formula;
    bool rate = false; // grows by points
    std::size_t runs = 0;
    std::vector<PeriodFigure> figures{};
};

struct PeriodTable {
    PeriodRequest request;
    std::vector<PeriodSeries> series;
    std::vector<std::string> notes; // one sentence each
};

// Date of month 1 as a merged scenario gives it; empty where it does not.
std::optional<int> calendar_start(const nlohmann::json& setup);

// By scenario, in the order of their first runs, and place. OutputError where no run has an indicator.
PeriodTable periods_of(const std::vector<Run>& runs, const PeriodRequest& request);

// A table in place of runs: indicator, month (from 1 on), value, and further scenario, replicate, unit. OutputError names the line.
std::vector<Run> runs_of_csv(const std::filesystem::path& csv);
// The same, each beside its scenario and replicate as they stand there.
std::vector<std::pair<std::pair<std::string, std::string>, Run>> named_runs_of_csv(const std::filesystem::path& csv);

nlohmann::ordered_json periods_json(const PeriodTable& table);
std::string periods_text(const PeriodTable& table); // for people
std::string periods_csv(const PeriodTable& table);
const char* name_of(PeriodLength per);

} // namespace rongtong
