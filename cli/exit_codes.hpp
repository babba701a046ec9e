// What the program tells the shell. A contract: docs and scripts rely on these numbers.
#pragma once

#include <stdexcept>

namespace rongtong::cli {

enum ExitCode : int {
    done = 0,
    failed = 1,        // the run failed
    bad_input = 2,     // nothing was begun
    interrupted = 130, // SIGINT, 128 + 2
    terminated = 143,  // SIGTERM, 128 + 15
};

// A request that can't be met as it was made: bad_input.
struct BadInput : std::runtime_error {
    using std::runtime_error::runtime_error;
};

} // namespace rongtong::cli
