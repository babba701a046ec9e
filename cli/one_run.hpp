// A run under way: month after month into its results file, with progress, checkpoints and whoever steers it.
#pragma once

#include "cli/month_tables.hpp"
#include "cli/progress.hpp"
#include "cli/record_tables.hpp"
#include "cli/run_plan.hpp"
#include "cli/step/dialogue.hpp"
#include "models/economy.hpp"
#include "models/policies/reach.hpp"
#include "output/results_writer.hpp"

#include <chrono>
#include <string>
#include <vector>

namespace rongtong::cli {

// What survives if the run fails: where one can go on from.
struct Saved {
    std::filesystem::path checkpoint;
    std::int32_t month = 0;
};

class OneRun {
public:
    // The plan's scenario takes the intensities that the run is given.
    OneRun(RunPlan& plan, const RunOptions& options, Saved& saved);

    int advance(); // to its end, or to where it is stopped; gives the exit code

    bool finished() const { return finished_; }
    const Economy& economy() const { return economy_; }
    double firm_months() const { return firm_months_; } // of this part of the run
    std::vector<std::string> notes() const;

private:
    using Clock = std::chrono::steady_clock;

    void take_past();
    void tell_start();
    void write_month();
    void write_steering();
    void keep();
    void save(Progress& progress);
    void flush_now_and_then();
    int stop(Progress& progress, int signal);
    int leave(Progress& progress, Dialogue::Next why);
    void finish();

    RunPlan& plan_;
    const RunOptions& options_;
    Saved& saved_;
    Economy economy_;
    ResultsWriter writer_;
    MonthTables months_;
    RecordTables records_;
    Reach reach_;
    Draws draws_;
    Dialogue dialogue_;
    std::vector<std::string> start_notes_;
    Clock::time_point flushed_ = Clock::now();
    double firm_months_ = 0;
    bool wrote_checkpoint_ = false, finished_ = false;
};

} // namespace rongtong::cli
