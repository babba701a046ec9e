// What a run asked for and did not get: as notes, and in the results file (attribute `notes`).
#pragma once

#include "cli/record_tables.hpp"
#include "models/policies/reach.hpp"
#include "output/results_sink.hpp"
#include "scenarios/scenario.hpp"

#include <string>
#include <vector>

namespace rongtong::cli {

// Those that `check` knows, then what the run itself has shown. resumed: the panel of earlier months is not known here.
std::vector<std::string> run_notes(const Scenario& scenario, const Reach& reach, const RecordTables& records,
                                   bool resumed);

std::string text_of(const std::vector<std::string>& notes); // a JSON list of texts
void write_notes(ResultsSink& sink, const std::vector<std::string>& notes);

} // namespace rongtong::cli
