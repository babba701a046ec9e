// Runs as `compare` needs them: which scenario, seed and replicate, and the economy-wide indicators month by month.
#pragma once

#include <cstdint>
#include <filesystem>
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
    std::vector<int> months; // ascending
    std::vector<IndicatorSeries> indicators;
    std::optional<std::uint64_t> firms; // at the start; empty where the file does not say, as the texts below
    std::string calibration;            // SHA-256
    std::string commit;                 // of the program

    const IndicatorSeries* find(const std::string& name) const; // nullptr where it has none
};

using RunKey = std::pair<std::uint64_t, std::uint64_t>; // seed, replicate
using RunsByKey = std::map<RunKey, Run>;

// The file itself, or all *.h5 in the folder and below, sorted. OutputError where there is none.
std::vector<std::filesystem::path> results_files(const std::filesystem::path& input);

Run read_run(const std::filesystem::path& file);

// Attribute scenario_name, else the name in the merged scenario, else the file's name.
std::string scenario_name(const ResultsReader& file);

} // namespace rongtong
