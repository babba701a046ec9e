// Runs as an analysis needs them: which scenario, seed and replicate, and the indicators month by month.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

namespace rongtong {

class ResultsReader;

struct IndicatorSeries {
    std::string name, unit, long_name;
    std::vector<double> values{}; // per month of the run
    std::string formula{};
    std::string axis{}, group{}; // "size", "micro"; empty: of the whole economy
};

// What is read beside the economy-wide indicators: those of groups of firms.
struct RunParts {
    std::vector<std::string> axes{};       // "size", "sector", ...; what a file has not is passed over
    std::vector<std::string> indicators{}; // these alone, by group; empty: all
};

// Columns of a run's table of records (panel, network), read when they are asked for.
struct RecordTable {
    std::vector<std::string> names;
    std::vector<std::vector<double>> columns; // as the names; one value per record
    const std::vector<double>* find(const std::string& name) const;
};

struct Run {
    std::filesystem::path path;
    std::string scenario;
    std::uint64_t seed = 0, replicate = 0;
    std::int64_t point = -1;                 // of a sweep's design; -1: of none
    std::vector<int> months;                 // ascending
    std::vector<IndicatorSeries> indicators; // of the whole economy
    std::vector<IndicatorSeries> by_group;   // as RunParts asked for
    nlohmann::json setup;                    // the merged scenario; null where the file does not say
    std::optional<std::uint64_t> firms;      // at the start; empty where the file does not say, as the texts below
    std::string calibration;                 // SHA-256
    std::string commit, version;             // of the program
    std::string plausibility;                // marks that the run left, a JSON text
    std::string digest;                      // SHA-256 of scenario and calibration
    int format = 0;                          // version of the results' format
    bool of_sweeps = false;                  // of one of several sweeps, of which two may hold the same run

    // Those of these columns that /panel or /network has (texts are left out); empty without such a table.
    std::function<RecordTable(const std::string& table, const std::vector<std::string>& columns)> records;
    std::function<ResultsReader()> open;  // its file once more; empty for a run of a collected file
    std::optional<std::size_t> collected; // its number in a collected file, which lies one step above `path`

    // nullptr where it has none.
    const IndicatorSeries* find(const std::string& name, const std::string& axis = "",
                                const std::string& group = "") const;
};

// What a pair has in common, beside the economy.
struct RunKey {
    std::int64_t point = -1;
    std::uint64_t seed = 0, replicate = 0;
    auto operator<=>(const RunKey&) const = default;
};
using RunsByKey = std::map<RunKey, Run>;

// All finished runs of a results file, of a collected file, of the folder of a sweep, or of all *.h5 and *.nc in a folder and below,
// in the order of their plan or names. OutputError where there is none.
std::vector<Run> read_runs(const std::filesystem::path& input, const RunParts& parts = {});

// Whether it holds the runs of a plan: the folder of a sweep, or a collected file.
bool is_sweep(const std::filesystem::path& input);

// The same, file by file: each is open while `visit` looks at it. A collected file is one file.
void for_each_results(const std::filesystem::path& input, const std::function<void(const ResultsReader&)>& visit);

// Of a results file, not of a collected one. Inside analysis/ only.
Run read_run(const ResultsReader& file, const RunParts& parts = {});

// Runs of a collected file (collect.hpp). Inside analysis/ only.
std::vector<Run> read_collected(const ResultsReader& file, const RunParts& parts = {});
// Whether these parts take this indicator by group.
bool takes(const RunParts& parts, const std::string& indicator);

// Throws InputError where the file says that it is another run than that of this number. Files know it by their name only.
void check_sweep_run(const ResultsReader& file, std::size_t number);
// The same, and where it is of another scenario, seed or replicate than the plan means (its scenario_sha256).
void check_sweep_run(const ResultsReader& file, std::size_t number, const std::string& digest);

// Attribute scenario_name, else the name in the merged scenario, else the file's name.
std::string scenario_name(const ResultsReader& file);

} // namespace rongtong
