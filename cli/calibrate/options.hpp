// What the user asked of `rongtong calibrate`.
#pragma once

#include <filesystem>
#include <string>

namespace rongtong::cli {

struct CalibrateOptions {
    std::filesystem::path plan, output;
    int jobs = 0, threads = 0; // as of a sweep
    bool resume = false, yes = false, json = false, quiet = false;
    std::string command_line;
};

// Gives the exit code.
int calibrate(const CalibrateOptions& options);

} // namespace rongtong::cli
