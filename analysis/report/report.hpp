// One self-contained page out of results: `rongtong report`. The figures are those of the other analyses, as they are: nothing
// is computed anew here. The page itself is made in page/ (a project of npm) and embedded; the data go into it as JSON.
// Test: tests/report/.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "analysis/compare.hpp"
#include "analysis/sensitivity/outcomes.hpp"
#include "analysis/validate/material.hpp"

namespace rongtong {

// Outcomes over the points of a sweep's design, of a scenario held against another one.
struct StudyQuestion {
    std::filesystem::path input;
    std::vector<std::string> outcomes;
    std::string scenario, against;
};

struct ReportOptions {
    CompareOptions compare{};
    std::string title{}; // of the page; empty: the scenario's
    nlohmann::ordered_json
        names;                   // {"sector": {"s01": {"en": ..., "zh": ...}}, "levers": ...}: what analysis can't know
    std::string version, commit; // of this program
    validation::ReadOptions validation{};
    std::size_t most_validated = 100; // runs beyond which they are not validated: each is read once more
    std::function<Study(const StudyQuestion&)> study{}; // who can read the plan of a sweep; none: no sensitivity
};

// inputs: as of compare_runs, the base first; one alone: a sweep or a collected file. Throws as compare_runs does.
nlohmann::ordered_json report_data(const std::vector<std::filesystem::path>& inputs, const ReportOptions& options);

// The HTML. Whatever texts the data hold, they stay data.
std::string report_page(const nlohmann::ordered_json& data);

} // namespace rongtong
