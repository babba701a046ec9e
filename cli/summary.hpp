// What a run says when it is done.
#pragma once

#include "models/economy.hpp"

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace rongtong::cli {

struct RunPlan;

struct IndicatorChange {
    std::string name, unit, long_name;
    double first = 0, last = 0;     // in months 1 and the last
    double lowest = 0, highest = 0; // over the run
    std::int32_t lowest_month = 0, highest_month = 0;
    double change() const { return last / first - 1; }
};

// In a run without policy: the mean of the last twelve months against that of the first twelve.
struct Drift {
    std::string name;
    double share = 0; // relative change
};

struct LeverCost {
    std::string label, lever;
    double cost = 0;             // yuan, of all months
    std::int32_t months = 0;     // in which it acted
    double mean_firms = 0;       // in its target, over these months
    double last_month_firms = 0; // in the last of these months
};

struct Summary {
    std::string scenario, title, output;
    std::uint32_t seed = 0, replicate = 0;
    std::int32_t months = 0, first_month = 0; // of the run; last one before this part of it
    int threads = 1;
    std::uint64_t firms_at_start = 0;
    std::int64_t firms_at_end = 0, large_firms = 0;
    double firm_months = 0, seconds = 0; // of this part of the run
    std::vector<IndicatorChange> indicators;
    std::vector<Drift> drift; // empty with policies or shocks, or below two years
    std::vector<LeverCost> levers;
    std::vector<std::string> notes;
    std::vector<std::string> asked_in_vain; // what the scenario asks for and did not get (cli/notes.hpp)
    Marks marks{};                          // of plausibility that were left
};

// Of the finished run, read from its results file.
Summary summarise(const RunPlan& plan, const Economy& economy, double firm_months, double seconds);

std::string summary_text(const Summary& summary);
nlohmann::ordered_json summary_json(const Summary& summary);

} // namespace rongtong::cli
