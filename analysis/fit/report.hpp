// What a calibration found, for people and for programs.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "analysis/fit/matching.hpp"

namespace rongtong {

struct FitParameter {
    std::string name, pointer;
    double low = 0, high = 0;
    bool logarithmic = false;
};

struct MomentWords {
    std::string of, source; // "unemployment_rate, mean of months 13 to 24"; where the target is from
};

struct FitWave {
    std::size_t points = 0, runs = 0, failed = 0; // runs that failed
    double share_left = 1;                        // of the space between the bounds, after this wave
    std::vector<std::pair<double, double>>
        left; // by parameter: the values that it has there; empty where nothing is left
};

struct AskedPoint {
    std::vector<double> values, x;
};

struct FitReport {
    std::string name;
    std::vector<FitParameter> parameters;
    std::vector<MomentWords> words; // by moment, as the targets of the match
    std::vector<FitWave> waves;
    std::vector<std::vector<double>> values; // of each tried point, by parameter
    std::optional<std::size_t> usual;        // the tried point that the scenario has without the calibration
    std::vector<AskedPoint> asked;
    std::uint32_t seed = 0;
    std::size_t waves_wanted = 0;
    std::string program; // version and commit
};

std::vector<std::size_t> points_left(const HistoryMatch& match);  // numbers, the nearest to the targets first
std::optional<std::size_t> best_point(const HistoryMatch& match); // of all tried ones

// How far the used moments, or those that are only reported, lie from their targets before and at the best point: root of the weighted
// mean square of their implausibilities by the points' own runs, of moments that have a figure at both. Empty where there are none.
struct BeforeAndBest {
    double before = 0, best = 0;
};
std::optional<BeforeAndBest> before_and_best(const FitReport& report, const HistoryMatch& match, bool used);

std::string target_text(const MomentTarget& target);                       // "0.05 ± 0.01", "0.04 to 0.06"
std::string wave_text(const FitReport& report, std::size_t wave);          // one line, without its end
std::string fit_table(const FitReport& report, const HistoryMatch& match); // for people; ends with a line break
nlohmann::ordered_json fit_json(const FitReport& report, const HistoryMatch& match); // what does not exist is null
// A line for each tried point: number, wave, parameters, and by moment figure, standard error and implausibilities.
std::string fit_csv(const FitReport& report, const HistoryMatch& match);

} // namespace rongtong
