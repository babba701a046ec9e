// One economy on its way through the months, with what it has given so far: the common past of one or more runs.
#pragma once

#include "cli/month_tables.hpp"
#include "cli/record_tables.hpp"
#include "models/economy.hpp"
#include "models/policies/reach.hpp"
#include "output/results_buffer.hpp"
#include "scenarios/scenario.hpp"

#include <filesystem>
#include <memory>

namespace rongtong::cli {

// An economy at a month's end, from which several runs go on.
struct Past {
    Economy economy;
    ResultsBuffer results;
};

class Line {
public:
    // From the start, which may take a second for large economies. Throws ScenarioError.
    explicit Line(std::shared_ptr<const Scenario> scenario);
    // Under a scenario that shares the past's months.
    Line(std::shared_ptr<const Scenario> scenario, const Past& past);
    Line(std::shared_ptr<const Scenario> scenario, Past&& past);
    Line(const Line&) = delete;
    Line& operator=(const Line&) = delete;

    void advance(); // one month

    std::int32_t month() const { return economy_.month; }
    double firm_months() const { return firm_months_; } // advanced so far
    const Scenario& scenario() const { return *scenario_; }
    const Economy& economy() const { return economy_; }
    const ResultsBuffer& results() const { return results_; }
    std::vector<std::string> notes() const; // what it asked for and did not get, in the months that it computed
    Past past() const { return {economy_, results_}; }

private:
    std::shared_ptr<const Scenario> scenario_;
    Economy economy_;
    ResultsBuffer results_;
    MonthTables months_;
    RecordTables records_;
    Reach reach_;
    Draws draws_;
    double firm_months_ = 0;
};

// The results so far as a checkpoint holds them: an unfinished results file. `scratch` is a file's name that is free.
std::vector<std::byte> results_image(const ResultsBuffer& results, const std::filesystem::path& scratch);

} // namespace rongtong::cli
