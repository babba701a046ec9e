// Holds runs against regularities of real economies: `rongtong validate`.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "analysis/validate/material.hpp"
#include "analysis/validate/regularity.hpp"
#include "analysis/validate/tables.hpp"

namespace rongtong::validation {

struct Section {
    std::string name;
    std::vector<Finding> findings;
};

struct Validation {
    std::vector<std::string> runs; // what was given, one line each
    std::vector<Section> sections;
    std::size_t repeated = 0; // as in Material
    std::size_t count(Verdict verdict) const;
};

// Every regularity stands there at least once: as not measurable where no run allows it.
Validation validate(const Material& material);
// Reads runs and what their records say, and validates. inputs: what read_runs takes, but collected files.
Validation validate(const std::vector<std::filesystem::path>& inputs, ReadOptions options);
// Of tables in place of runs.
Validation validate(const TableInputs& inputs, const ReadOptions& options);

nlohmann::ordered_json validation_json(const Validation& validation); // what does not exist is null
std::string validation_table(const Validation& validation);           // for people; ends with a line break
std::string years_table(const Validation& validation);                // drift by year; empty where there is none
const char* verdict_word(Verdict verdict);

} // namespace rongtong::validation
