// What computed a result: program, build, call, time.
#pragma once

#include "output/results_sink.hpp"
#include "scenarios/scenario.hpp"

#include <string>

namespace rongtong::cli {

std::string program_version(); // "0.1.0"
std::string git_commit();
std::string compiler();
std::string version_text();                           // all three, for people
std::string command_line_text(int argc, char** argv); // as it could be typed into a shell again
std::string utc_now();                                // ISO 8601, seconds

// As attributes of the root.
void write_words(ResultsSink& sink, const Scenario& scenario); // what changes with its title and description
void write_provenance(ResultsSink& sink, const Scenario& scenario, int threads, const std::string& command_line);

} // namespace rongtong::cli
