// What the tests of plans share.
#pragma once

#include "scenarios/plan.hpp"
#include "tests/scenarios/helper.hpp"

namespace rongtong {

inline std::string scenarios_folder() { return (source_folder() / "scenarios").string(); }

// The text of a plan of the baseline and prompt payment, on a small economy.
inline std::string plan_text(const std::string& more = "")
{
    return R"({"scenarios": {"base": ")" + scenarios_folder() + R"(/baseline.json", "cap": ")" + scenarios_folder() +
           R"(/prompt-payment.json"}, "changes": {"firms": 1000, "months": 60, "calibration": ")" + china().string() +
           "\"}" + (more.empty() ? "" : ", " + more) + "}\n";
}

inline SweepPlan plan_of(const std::string& more = "")
{
    const TestFolder folder;
    return load_plan(folder.write("study.json", plan_text(more)));
}

// Pointer and message of each problem.
inline std::vector<std::string> wrong_in_plan(const std::string& more)
{
    std::vector<std::string> lines;
    for (const auto& p : problems_of([&] { plan_of(more); })) lines.push_back(p.pointer + ": " + p.message);
    return lines;
}

} // namespace rongtong
