// Marks of plausibility that a run left (models/indicators/plausibility.hpp): as notes, as JSON, in the results file.
#pragma once

#include "models/indicators/plausibility.hpp"
#include "output/results_sink.hpp"

#include <nlohmann/json.hpp>

#include <string>

namespace rongtong::cli {

// Where a mark's value should be, in words.
std::string expected_text(const PlausibilityMark& mark);

// One sentence for people, and what follows from it.
std::string mark_text(const PlausibilityMark& mark, const MarkRecord& record);

// Warns of each mark that was left, once.
void warn_of_marks(const Marks& marks);

// Those that were left: name, unit, long_name, expected, first_month, months, worst.
nlohmann::ordered_json marks_json(const Marks& marks);

// The root attribute `plausibility`.
void write_marks(ResultsSink& sink, const Marks& marks);

} // namespace rongtong::cli
