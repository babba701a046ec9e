#include "cli/run.hpp"

#include "cli/checkpoints.hpp"
#include "cli/console.hpp"
#include "cli/exit_codes.hpp"
#include "cli/hash_text.hpp"
#include "cli/marks.hpp"
#include "cli/month_tables.hpp"
#include "cli/notes.hpp"
#include "cli/progress.hpp"
#include "cli/provenance.hpp"
#include "cli/record_tables.hpp"
#include "cli/run_plan.hpp"
#include "cli/run_words.hpp"
#include "cli/signals.hpp"
#include "cli/summary.hpp"
#include "models/state.hpp"
#include "output/results_buffer.hpp"
#include "sim/parallel.hpp"

#include <fmt/format.h>

#include <chrono>
#include <csignal>
#include <new>

namespace rongtong::cli {

namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

// What survives if the run fails: where one can go on from.
struct Saved {
    fs::path checkpoint;
    std::int32_t month = 0;
};

Economy first_economy(const RunPlan& plan)
{
    if (!plan.reader) return start_economy(plan.scenario.setup);
    auto economy = restore_state(*plan.reader, plan.scenario.setup);
    if (economy.month != plan.first_month)
        throw CheckpointError(fmt::format("can't go on from {}: its state is of month {}, its run of month {}",
                                          plan.reader->path(), economy.month, plan.first_month));
    return economy;
}

ResultsWriter open_writer(const RunPlan& plan)
{
    const WriterOptions options{.force = plan.force};
    try {
        if (!plan.reader || plan.branched) return ResultsWriter(plan.output, options);
        return ResultsWriter::resume(plan.output, read_results(*plan.reader), options);
    } catch (const OutputError& error) {
        throw BadInput(error.what());
    }
}

class Run {
public:
    Run(const RunPlan& plan, const RunOptions& options, Saved& saved)
        : plan_(plan),
          options_(options),
          saved_(saved),
          economy_(first_economy(plan)),
          writer_(open_writer(plan)),
          months_(writer_, plan.scenario.output, economy_),
          records_(writer_, plan.scenario.output, plan.scenario.setup),
          reach_(plan.scenario.setup, economy_.month),
          draws_(plan.scenario.setup.seed, plan.scenario.setup.replicate)
    {
        write_provenance(writer_, plan.scenario, plan.threads, plan.command_line);
        if (plan.resumed.empty()) writer_.attribute("/", "started", utc_now());
        if (plan.branched) take_past();
    }

    int advance()
    {
        const auto last = plan_.scenario.setup.months;
        Progress progress(plan_.first_month, last, progress_for(options_.progress, options_.quiet));
        auto flushed = Clock::now();
        while (economy_.month < last) {
            advance_month(economy_, draws_);
            write_month();
            firm_months_ += static_cast<double>(economy_.total.firms);
            progress.show(economy_.month, firm_months_);
            if (economy_.month == last) break;
            if (const int signal = signal_received()) return stop(progress, signal);
            if (plan_.checkpoint_every > 0 && economy_.month % plan_.checkpoint_every == 0) save(progress);
            if (Clock::now() - flushed < std::chrono::seconds(5)) continue;
            writer_.flush(); // for who follows the run
            flushed = Clock::now();
        }
        progress.end();
        finish();
        return done;
    }

    const Economy& economy() const { return economy_; }
    std::vector<std::string> notes() const
    {
        return run_notes(plan_.scenario, reach_, records_, plan_.first_month > 0);
    }
    double firm_months() const { return firm_months_; }

private:
    // What the other scenario's run gave so far is what this one would have given.
    void take_past()
    {
        const auto image = read_results(*plan_.reader);
        ResultsBuffer past;
        const MonthTables months(past, plan_.scenario.output, economy_);
        const RecordTables records(past, plan_.scenario.output, plan_.scenario.setup);
        past.adopt(ResultsBuffer::of(ResultsReader(image, "results in the checkpoint", {.unfinished = true})));
        past.copy_to(writer_);
    }

    void write_month()
    {
        months_.write(economy_);
        records_.write(economy_);
        reach_.look(economy_);
    }

    void keep()
    {
        save_checkpoint(plan_, economy_, writer_);
        saved_ = {plan_.checkpoint, economy_.month};
        wrote_checkpoint_ = true;
    }

    // A checkpoint that can't be written does not end a run that can.
    void save(Progress& progress)
    {
        try {
            keep();
        } catch (const OutputError& error) {
            progress.clear();
            warn(fmt::format("{}; the run goes on without it", error.what()));
        }
    }

    int stop(Progress& progress, int signal)
    {
        progress.end();
        keep();
        complain(fmt::format("{} after month {} of {}. To go on:\n  {}",
                             signal == SIGINT ? "interrupted" : "asked to end", economy_.month,
                             plan_.scenario.setup.months, how_to_go_on(plan_.checkpoint)));
        return signal == SIGINT ? interrupted : terminated;
    }

    void finish()
    {
        write_marks(writer_, economy_.marks);
        write_notes(writer_, notes());
        write_hash_text(writer_, plan_.scenario.output);
        writer_.attribute("/", "ended", utc_now());
        writer_.finish();
        std::error_code ec;
        const bool resumed_from_it = !plan_.resumed.empty() && fs::equivalent(plan_.resumed, plan_.checkpoint, ec);
        if (wrote_checkpoint_ || resumed_from_it) fs::remove(plan_.checkpoint, ec);
    }

    const RunPlan& plan_;
    const RunOptions& options_;
    Saved& saved_;
    Economy economy_;
    ResultsWriter writer_;
    MonthTables months_;
    RecordTables records_;
    Reach reach_;
    Draws draws_;
    double firm_months_ = 0; // of this part of the run
    bool wrote_checkpoint_ = false;
};

int compute(const RunPlan& plan, const RunOptions& options, Saved& saved)
{
    const auto began = Clock::now();
    Run one(plan, options, saved);
    const int code = one.advance();
    if (code == done) {
        warn_of_marks(one.economy().marks);
        warn_of_what_showed(plan.scenario, one.notes());
    }
    if (code != done || (options.quiet && !options.json)) return code;
    const std::chrono::duration<double> seconds = Clock::now() - began;
    Summary summary = summarise(plan, one.economy(), one.firm_months(), seconds.count());
    summary.asked_in_vain = one.notes();
    print(options.json
              ? summary_json(summary).dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n"
              : summary_text(summary));
    return code;
}

int report(const std::string& what, const Saved& saved)
{
    complain("the run failed: " + what);
    if (!saved.checkpoint.empty())
        print_error(fmt::format("The checkpoint of month {} is whole. When the cause is gone:\n  {}\n", saved.month,
                                how_to_go_on(saved.checkpoint)));
    return failed;
}

} // namespace

int run(const RunOptions& options)
{
    const RunPlan plan = make_plan(options);
    check_memory(plan);
    remove_stale_parts(plan.checkpoint);
    announce(plan, options);
    watch_signals();
    Saved saved{plan.resumed, plan.first_month};
    try {
        return with_threads(plan.threads, [&] { return compute(plan, options, saved); });
    } catch (ScenarioError& error) { // the calibration can't carry an economy: bad input still
        for (auto& problem : error.problems)
            if (problem.file.empty()) problem.file = plan.scenario.calibration_folder.string();
        throw;
    } catch (const CheckpointError&) {
        throw;
    } catch (const BadInput&) {
        throw;
    } catch (const std::bad_alloc&) {
        return report(fmt::format("there is not enough memory for {} firms",
                                  grouped(static_cast<std::int64_t>(plan.scenario.setup.firms))),
                      saved);
    } catch (const std::exception& error) {
        return report(error.what(), saved);
    }
}

} // namespace rongtong::cli
