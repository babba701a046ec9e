// One run: rongtong run.
#pragma once

#include "cli/run_options.hpp"

namespace rongtong::cli {

int run(const RunOptions& options); // gives the exit code

} // namespace rongtong::cli
