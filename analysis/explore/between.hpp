// What an emulator says between the points of a table: `rongtong explore --csv`. The page of `rongtong explore` does the same sums in
// its own script (report/page/src/explore/emulator.js). Test: tests/cli/test_table_answers.py.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "analysis/explore/emulator.hpp"

namespace rongtong {

// By point: what each counts at x. Empty beyond the bounds of what was run, between texts, or where there is no emulator.
std::optional<std::vector<double>> weights_at(const Emulator& emulator, const DesignTable& design,
                                              const std::vector<double>& x);

struct EmulatedOutcome {
    std::string name;
    int month = 0;                         // 0: not followed over time
    std::vector<double> coefficients;      // of a response surface, by term
    std::vector<double> errors;            // where points are left out
    double error = 0;                      // root of their mean square; NaN where nothing can be checked
    std::vector<std::optional<double>> at; // by place
};

struct Emulated {
    DesignTable design;
    Emulator emulator; // one for all outcomes
    std::vector<std::vector<double>> places;
    std::vector<EmulatedOutcome> outcomes;
    std::vector<std::string> notes;
};

// places: a table with a column for each factor; empty: none.
Emulated emulate(const Study& study, const std::filesystem::path& places);

nlohmann::ordered_json emulated_json(const Emulated& emulated);
std::string emulated_table(const Emulated& emulated); // for people; ends with a line break

} // namespace rongtong
