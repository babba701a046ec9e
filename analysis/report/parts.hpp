// The parts that the data of a report are put together from. Inside analysis/report/ only.
#pragma once

#include <functional>
#include <map>

#include "analysis/report/report.hpp"
#include "output/results_reader.hpp"

namespace rongtong {

// ---- what_was_run.cpp
// Gathers, run by run, what each scenario's runs are: title, seeds, replicates, months, firms, program; and of the indicators
// their long names, units and formulas.
class RunBook {
public:
    void add(const Run& run);
    nlohmann::ordered_json scenarios() const;
    nlohmann::ordered_json indicators() const;
    std::size_t runs() const;
    std::size_t points() const;                                          // of a design; 0: of none
    std::filesystem::path first_path(const std::string& scenario) const; // of its first run
    Run first_run(const std::string& scenario,
                  const RunParts& parts) const; // read anew with these; "": the first scenario's
    nlohmann::ordered_json accounts()
        const; // of one run of each scenario, in its last month; empty where none has them
    bool all_of(const std::string& calibration) const; // are all runs of this one?

private:
    struct Entry {
        std::string scenario;
        nlohmann::json setup;
        std::vector<std::int64_t> points;
        std::vector<std::uint64_t> seeds, replicates;
        std::vector<std::string> commits, versions, calibrations;
        std::optional<std::uint64_t> firms;
        std::size_t runs = 0;
        int first_month = 0, last_month = 0;                                  // of all its runs
        std::function<ResultsReader()> open;                                  // its first run that has a file
        std::string opened;                                                   // which run that is
        std::filesystem::path path;                                           // of its first run
        std::map<std::pair<std::string, std::string>, double> firms_of_group; // at the end of its runs, sum over them
        nlohmann::ordered_json marks; // of plausibility: {name: {"runs": that left it, ...}}
    };
    const Entry* entry_of(const std::string& scenario) const; // "": the first; nullptr where there is none

    std::vector<Entry> entries_;
    nlohmann::ordered_json indicators_ = nlohmann::ordered_json::object();
};

// ---- accounts.cpp
// Null where the file has none.
nlohmann::ordered_json accounts_of(const ResultsReader& file);

// ---- caveats.cpp
// What to know before the figures are used: kinds with values, which the page puts into words, and sentences as they come.
nlohmann::ordered_json caveats(const Comparison& comparison);
// That a scenario has no or hardly any pairs to make an interval from.
void add_few_pairs(const std::string& scenario, std::size_t pairs, nlohmann::ordered_json& list);
// Marks of plausibility, groups of few firms; scenarios: as RunBook gives them.
void add_caveats_of_runs(const nlohmann::ordered_json& scenarios, nlohmann::ordered_json& list);

// ---- validation.cpp
// The runs against regularities of real economies, without pictures; or an object with `absent`: why there is none.
nlohmann::ordered_json validation_part(const std::vector<std::filesystem::path>& inputs, std::size_t runs,
                                       const ReportOptions& options);

// ---- levels.cpp
// The months of one scenario that stands alone: means over its runs, with quartiles, of the state of the economy.
nlohmann::ordered_json levels(const std::vector<Run>& runs, const WatchCatalogue& catalogue, double level);

// ---- design.cpp
// Over the points of a design: what share of them has which sign (as compare --points), what drives outcomes (as sensitivity)
// and, where all factors have two levels, what they do together (as interactions). Aggregates alone: no run, no point.
void add_design(std::vector<Run> runs, const std::filesystem::path& input, const ReportOptions& options,
                nlohmann::ordered_json& data);
// Interactions of policies, where a folder holds a baseline, policies and their package; null where it does not.
nlohmann::ordered_json policies_together(const std::filesystem::path& input, const Comparison& comparison,
                                         const ReportOptions& options);

// ---- discovery.cpp
// Under which parameters each outcome lies in its lowest and in its highest quarter of the points, as `discover` finds; of the
// trajectories coverage and density alone. {"few": points} where they are too few.
nlohmann::ordered_json discoveries_of(const Study& study);

// ---- resilience.cpp
// For each scenario with a shock of its own.
nlohmann::ordered_json recovery_part(const std::vector<std::filesystem::path>& inputs, const Comparison& comparison,
                                     const RunBook& book, std::optional<std::int64_t> point);
// Systemic risk and the largest firms' links in the network of the base's first run ("": of the first run), or an object with `absent`.
nlohmann::ordered_json network_part(const RunBook& book, const std::string& base);

// ---- slim.cpp
// A comparison's JSON without what the page has elsewhere (names and formulas of indicators, per row) or does not show (nulls,
// empty notes). No figure is changed.
nlohmann::ordered_json slim(nlohmann::ordered_json comparison);

} // namespace rongtong
