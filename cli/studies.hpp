// What the commands on sweeps and tables have in common: where points and outcomes come from.
#pragma once

#include "analysis/sensitivity/outcomes.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace rongtong::cli {

struct StudyInput {
    std::string input, csv, months, statistic = "mean", scenario, against;
    std::vector<std::string> outcomes, factors;
    int every = 0;
};

void declare_study(CLI::App& command, StudyInput& in);

// OutputError where it can't be had.
Study study_of(const StudyInput& in);

// The points of a sweep's folder or collected file; empty where its runs vary by no design.
std::optional<DesignTable> sweep_design(const std::filesystem::path& input);

// BadInput instead.
Study read_study(const StudyInput& in);

} // namespace rongtong::cli
