// What rongtong resilience is asked, as the command line says it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "analysis/resilience/recovery.hpp"

namespace CLI {
class App;
}

namespace rongtong::cli {

struct ResilienceInput {
    std::vector<std::filesystem::path> runs;
    std::string without, scenario, against, policy_without, policy_with, csv, policy_csv, output;
    std::string edges, firms, essential;
    RecoveryOptions recovery;
    std::optional<int> month, shock_month;
    std::optional<std::int64_t> point;
    double threshold = 0.5, stop = 1, tolerance = 1;
    std::size_t top = 20;
    int threads = 0;
    bool json = false, force = false;
};

// All options but what is read and how it is written.
void declare_resilience(CLI::App& command, ResilienceInput& o);

} // namespace rongtong::cli
