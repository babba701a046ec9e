// The runs that are given, sorted by what can be learned from them: ensembles of free runs, and runs with a policy or shock
// beside the free run of the same luck.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "analysis/runs.hpp"
#include "analysis/validate/regularity.hpp"

namespace rongtong {
class ResultsReader;
}

namespace rongtong::validation {

// What single firms, links or events of a run say of one regularity.
struct RecordFigure {
    double figure = 0;
    std::string note{};
    Plot plot{};
};
using RecordFigures = std::map<std::string, RecordFigure>; // by the regularity's id

struct FreeOrNot {
    nlohmann::json policies = nlohmann::json::object(), shocks = nlohmann::json::object(); // by label
    bool free() const { return policies.empty() && shocks.empty(); }
};

// Output of all sectors per unit of final demand for home output of one, as the Leontief inverse of a run's table has it, and what its
// purchasers ask of it at the start, yuan a month.
struct SectorMultiplier {
    std::string code;
    double multiplier = 1, households = 0, government = 0, investors = 0;
};

struct ObservedRun {
    Run run;
    FreeOrNot change;
    bool luck = true;
    double growth = 0; // a year, of the path around which it moves
    std::string
        economy; // what another run of the same economy and length has in common, but for luck, policies and shocks
    RecordFigures records{};
    std::vector<std::string> sectors{};          // names
    std::vector<SectorMultiplier> multipliers{}; // by sector, of runs in which nothing else answers a shock to demand
    std::vector<std::vector<double>> sector_output{}; // by sector, by month; empty where the run did not keep it
};

struct Ensemble {
    std::string name; // "baseline: 40 runs of 10,000 firms, 240 months"
    bool luck = true;
    double growth = 0;
    std::size_t months = 0;
    std::uint64_t firms = 0;
    std::vector<const ObservedRun*> runs;
    std::vector<const ObservedRun*> starts; // by run: the same economy without luck; nullptr where there is none
};

struct Pairing {
    std::string name;
    FreeOrNot change;
    bool luck = true;
    std::vector<std::pair<const ObservedRun*, const ObservedRun*>> pairs; // without and with the change
};

struct Material {
    std::vector<ObservedRun> runs;
    std::vector<Ensemble> ensembles; // without policies and shocks, in the order of appearance
    std::vector<Pairing> pairings;
    std::size_t repeated =
        0; // runs of a sweep that are the same at several points, such as those of its base, beyond the first
};

struct ReadOptions {
    double growth = 0;         // a year: what technology.progress is where a scenario says nothing
    bool fixed_growth = false; // `growth` holds for all runs
    std::function<RecordFigures(const ResultsReader&)> records{}; // of free runs with luck
    std::function<std::vector<SectorMultiplier>(const ResultsReader&)>
        multipliers{}; // of runs without luck, with a shock
    RunParts parts{};  // what is read beside the whole economy's indicators
};

// Throws InputError or OutputError.
Material read_material(const std::vector<std::filesystem::path>& inputs, const ReadOptions& options);
// Of one run. sort_material() makes material of several.
ObservedRun observe(const ResultsReader& file, const ReadOptions& options);
// Growth of a run's path, compounded monthly, a year. technology: of its model; `usual` where that says nothing.
double path_growth(const Run& run, const nlohmann::json& technology, double usual);
std::vector<std::string> sector_names(const ResultsReader& file); // in the order of its axis; empty where it names none
void sort_material(Material& material);                           // `runs` into ensembles and pairings

} // namespace rongtong::validation
