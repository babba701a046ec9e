// The hashes of the state as text, for programs that read no 64-bit integers (R).
#pragma once

#include "output/results_writer.hpp"
#include "scenarios/output_request.hpp"

namespace rongtong::cli {

// The attribute `hexadecimal` of /state_hash: a line for each month that was written, "-" where none was taken. Before finish().
void write_hash_text(ResultsWriter& writer, const OutputRequest& request);

} // namespace rongtong::cli
