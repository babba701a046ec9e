// One line of who steers a run (docs/step.md): how far to go, with which intensities, and what to answer.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

namespace rongtong::cli {

struct StepRequest {
    std::int32_t advance = 1;                // months
    std::map<std::string, double> intensity; // by the policy's label, from the next month on
    std::vector<std::string> by;             // breakdowns of indicators that the answer is to have
    bool finish = false, stop = false;
};

struct StepProblem {
    std::string key, message, expected, hint;
};

// What it says and all that is wrong with it; with problems the request counts for nothing.
StepRequest read_request(const std::string& line, std::vector<StepProblem>& problems);

nlohmann::ordered_json problems_json(const std::vector<StepProblem>& problems);

} // namespace rongtong::cli
