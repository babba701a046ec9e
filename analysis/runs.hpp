// Runs as `compare` needs them: which scenario, seed and replicate, and the economy-wide indicators month by month.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace rongtong {

class ResultsReader;

struct IndicatorSeries {
    std::string name, unit, long_name;
    std::vector<double> values; // per month of the run
};

struct Run {
    std::filesystem::path path;
    std::string scenario;
    std::uint64_t seed = 0, replicate = 0;
    std::int64_t point = -1; // of a sweep's design; -1: of none
    std::vector<int> months; // ascending
    std::vector<IndicatorSeries> indicators;
    std::optional<std::uint64_t> firms; // at the start; empty where the file does not say, as the texts below
    std::string calibration;            // SHA-256
    std::string commit;                 // of the program

    const IndicatorSeries* find(const std::string& name) const; // nullptr where it has none
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
std::vector<Run> read_runs(const std::filesystem::path& input);

// The same, file by file: each is open while `visit` looks at it. A collected file is one file.
void for_each_results(const std::filesystem::path& input, const std::function<void(const ResultsReader&)>& visit);

// Of a results file, not of a collected one. Inside analysis/ only.
Run read_run(const ResultsReader& file);

// Runs of a collected file (collect.hpp). Inside analysis/ only.
std::vector<Run> read_collected(const ResultsReader& file);

// Throws InputError where the file says that it is another run than that of this number. Files know it by their name only.
void check_sweep_run(const ResultsReader& file, std::size_t number);

// Attribute scenario_name, else the name in the merged scenario, else the file's name.
std::string scenario_name(const ResultsReader& file);

} // namespace rongtong
