#include "cli/one_run.hpp"

#include "cli/checkpoints.hpp"
#include "cli/console.hpp"
#include "cli/exit_codes.hpp"
#include "cli/hash_text.hpp"
#include "cli/marks.hpp"
#include "cli/notes.hpp"
#include "cli/provenance.hpp"
#include "cli/run_words.hpp"
#include "cli/signals.hpp"
#include "models/state.hpp"
#include "output/results_buffer.hpp"
#include "scenarios/start_notes.hpp"

#include <fmt/format.h>

#include <csignal>

namespace rongtong::cli {

namespace {

namespace fs = std::filesystem;

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

} // namespace

OneRun::OneRun(RunPlan& plan, const RunOptions& options, Saved& saved)
    : plan_(plan),
      options_(options),
      saved_(saved),
      economy_(first_economy(plan)),
      writer_(open_writer(plan)),
      months_(writer_, plan.scenario.output, economy_, plan.scenario.setup.months),
      records_(writer_, plan.scenario.output, plan.scenario.setup),
      reach_(plan.scenario.setup, economy_.month),
      draws_(plan.scenario.setup.seed, plan.scenario.setup.replicate),
      dialogue_(plan.steered)
{
    write_provenance(writer_, plan.scenario, plan.threads, plan.command_line);
    if (plan.resumed.empty()) writer_.attribute("/", "started", utc_now());
    if (plan.branched) take_past();
    if (!plan.reader) tell_start();
}

int OneRun::advance()
{
    const auto last = plan_.scenario.setup.months;
    const auto reader = options_.step ? ProgressFor::nobody : progress_for(options_.progress, options_.quiet);
    Progress progress(plan_.first_month, last, reader);
    if (options_.step) dialogue_.open(plan_.scenario, economy_);
    while (economy_.month < last) {
        if (options_.step)
            if (const auto next = dialogue_.before_month(economy_, plan_.scenario); next != Dialogue::Next::month)
                return leave(progress, next);
        advance_month(economy_, draws_);
        write_month();
        if (options_.step) dialogue_.after_month(economy_);
        firm_months_ += static_cast<double>(economy_.total.firms);
        progress.show(economy_.month, firm_months_);
        if (economy_.month == last) break;
        if (const int signal = signal_received()) return stop(progress, signal);
        if (plan_.checkpoint_every > 0 && economy_.month % plan_.checkpoint_every == 0) save(progress);
        flush_now_and_then();
    }
    progress.end();
    finish();
    return done;
}

std::vector<std::string> OneRun::notes() const
{
    auto notes = run_notes(plan_.scenario, reach_, records_, plan_.first_month > 0);
    notes.insert(notes.end(), start_notes_.begin(), start_notes_.end());
    return notes;
}

// What contradicts the national table in firms and links that the start was given.
void OneRun::tell_start()
{
    start_notes_ = start_notes(economy_);
    if (!start_notes_.empty()) writer_.attribute("/", "start_notes", text_of(start_notes_));
}

// What the other scenario's run gave so far is what this one would have given.
void OneRun::take_past()
{
    const auto image = read_results(*plan_.reader);
    ResultsBuffer past;
    const MonthTables months(past, plan_.scenario.output, economy_, plan_.scenario.setup.months);
    const RecordTables records(past, plan_.scenario.output, plan_.scenario.setup);
    past.adopt(ResultsBuffer::of(ResultsReader(image, "results in the checkpoint", {.unfinished = true})));
    past.copy_to(writer_);
}

void OneRun::write_month()
{
    months_.write(economy_);
    records_.write(economy_);
    reach_.look(economy_);
}

// The results are of the scenario as it was steered.
void OneRun::write_steering()
{
    if (!dialogue_.steered()) return;
    plan_.steered = dialogue_.text();
    write_words(writer_, plan_.scenario);
    writer_.attribute("/", "steered", plan_.steered);
}

void OneRun::keep()
{
    write_steering();
    save_checkpoint(plan_, economy_, writer_);
    saved_ = {plan_.checkpoint, economy_.month};
    wrote_checkpoint_ = true;
}

// A checkpoint that can't be written does not end a run that can.
void OneRun::save(Progress& progress)
{
    try {
        keep();
    } catch (const OutputError& error) {
        progress.clear();
        warn(fmt::format("{}; the run goes on without it", error.what()));
    }
}

// For who follows the run.
void OneRun::flush_now_and_then()
{
    if (Clock::now() - flushed_ < std::chrono::seconds(5)) return;
    writer_.flush();
    flushed_ = Clock::now();
}

int OneRun::stop(Progress& progress, int signal)
{
    progress.end();
    const int code = signal == SIGINT ? interrupted : terminated;
    if (plan_.temporary) return code;
    keep();
    complain(fmt::format("{} after month {} of {}. To go on:\n  {}", signal == SIGINT ? "interrupted" : "asked to end",
                         economy_.month, plan_.scenario.setup.months, how_to_go_on(plan_.checkpoint)));
    return code;
}

// Who steers wants no more, or is gone.
int OneRun::leave(Progress& progress, Dialogue::Next why)
{
    if (why == Dialogue::Next::signal) return stop(progress, signal_received());
    keep();
    if (why == Dialogue::Next::stop) {
        say({{"type", "stopped"}, {"month", economy_.month}, {"checkpoint", plan_.checkpoint.string()}});
        return done;
    }
    complain(fmt::format("nobody asks for more after month {} of {}: standard input or output has ended. To go on:\n"
                         "  {}",
                         economy_.month, plan_.scenario.setup.months, how_to_go_on(plan_.checkpoint)));
    return interrupted;
}

void OneRun::finish()
{
    write_steering();
    write_marks(writer_, economy_.marks);
    write_notes(writer_, notes());
    write_hash_text(writer_, plan_.scenario.output);
    writer_.attribute("/", "ended", utc_now());
    writer_.finish();
    finished_ = true;
    std::error_code ec;
    const bool resumed_from_it = !plan_.resumed.empty() && fs::equivalent(plan_.resumed, plan_.checkpoint, ec);
    if (wrote_checkpoint_ || resumed_from_it) fs::remove(plan_.checkpoint, ec);
}

} // namespace rongtong::cli
