// rongtong sweep: all runs of a plan that are not there yet.
#include "cli/console.hpp"
#include "cli/exit_codes.hpp"
#include "cli/memory.hpp"
#include "cli/provenance.hpp"
#include "cli/signals.hpp"
#include "cli/sweep/crew.hpp"
#include "cli/sweep/division.hpp"
#include "cli/sweep/folder.hpp"
#include "cli/sweep/ledger.hpp"
#include "cli/sweep/listing.hpp"
#include "cli/sweep/need.hpp"
#include "cli/sweep/options.hpp"
#include "cli/sweep/ranks.hpp"
#include "cli/sweep/share.hpp"
#include "cli/sweep/stored_pasts.hpp"
#include "cli/sweep/sweep_progress.hpp"
#include "cli/sweep/units.hpp"
#include "output/input_error.hpp"
#include "scenarios/notes.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <tbb/info.h>

#include <atomic>
#include <cctype>
#include <csignal>
#include <deque>
#include <future>
#include <thread>

namespace rongtong::cli {

namespace {

using Units = std::vector<std::vector<std::size_t>>;

std::size_t count_runs(const Units& units)
{
    std::size_t runs = 0;
    for (const auto& unit : units) runs += unit.size();
    return runs;
}

class Sweep {
public:
    // others: shares of other processes, which do their runs.
    Sweep(const SweepOptions& options, const SweepPlan& plan, ShareName share, const std::vector<std::string>& others,
          Ranks& ranks)
        : options_(options),
          plan_(plan),
          ranks_(ranks),
          pasts_(options.output),
          left_(runs_of_shares(plan, others)),
          units_(pieces(without(share_of(families(plan), share.index, share.count), left_),
                        4 * static_cast<std::size_t>(ranks.size()))),
          division_(divide(options, plan, count_runs(units_))),
          ledger_(options.output, plan, share.text() + (ranks.rank() > 0 ? fmt::format("-rank{}", ranks.rank()) : ""),
                  division_.threads_each, options.command_line, left_)
    {
        ranks.set_units(units_.size());
        for (const auto& unit : units_)
            for (const auto run : unit) total_ += ledger_.has(run) ? 0 : 1;
    }

    int run()
    {
        const bool first = ranks_.rank() == 0;
        SweepProgress progress(first ? progress_for(options_.progress, options_.quiet) : ProgressFor::nobody);
        if (first) announce();
        Crew crew(plan_, crew_work(), division_.jobs, division_.threads_each);
        auto working = std::async(std::launch::async, [&] { crew.work(); });
        const auto pause = std::chrono::milliseconds(ranks_.size() > 1 ? 2 : 50);
        while (working.wait_for(pause) != std::future_status::ready) tend(progress, crew);
        try {
            working.get();
        } catch (...) {
            give_up();
        }
        while (!ranks_.all_done(count(crew, static_cast<bool>(error_)))) {
            tend(progress, crew);
            std::this_thread::sleep_for(pause);
        }
        progress.end(state(crew));
        if (error_) std::rethrow_exception(error_);
        if (!first) return done; // rank 0 tells
        hear_of_others();
        ledger_.pack(1);
        pasts_.tidy([&](std::size_t run) { return ledger_.has(run); });
        return report(crew);
    }

private:
    // What the main thread does while the workers work. Whatever fails, other ranks are answered to the end.
    void tend(SweepProgress& progress, const Crew& crew)
    {
        ranks_.serve();
        if (signal_received() != 0) ranks_.close();
        if (ranks_.rank() > 0 || error_) return;
        hear_of_others();
        progress.show(state(crew));
        try {
            ledger_.pack(options_.pack);
        } catch (const OutputError&) {
            give_up();
        }
    }

    // In a handler: this error ends the sweep. The workers stop after the month that they are in.
    void give_up()
    {
        if (!error_) error_ = std::current_exception();
        stopped_ = true;
        ranks_.close();
    }

    void hear_of_others()
    {
        for (const auto run : ranks_.finished_elsewhere()) ledger_.finished_elsewhere(run);
    }

    // What is missing of a unit: branches from checkpoints, and the rest from the start.
    void queue(const std::vector<std::size_t>& unit)
    {
        std::vector<std::size_t> runs;
        for (const auto run : unit)
            if (!ledger_.has(run)) runs.push_back(run);
        for (auto& branch : pasts_.take(runs)) queue_.push_back(std::move(branch));
        if (!runs.empty()) queue_.push_back({std::move(runs), nullptr, {}});
    }

    std::optional<Branch> next()
    {
        while (queue_.empty()) {
            const auto unit = ranks_.next_unit();
            if (!unit) return std::nullopt;
            queue(units_.at(*unit));
        }
        Branch branch = std::move(queue_.front());
        queue_.pop_front();
        return branch;
    }

    CrewWork crew_work()
    {
        CrewWork work;
        work.next = [this] { return next(); };
        work.finished = [this](std::size_t run, const Line& line) {
            ledger_.finished(run, line);
            ranks_.tell_finished(run);
        };
        work.failed = [this](std::size_t run, const std::string& why) {
            ledger_.failed(run, why);
            ranks_.tell_failed(run);
        };
        work.keep = [this](const auto& runs, const Line& line) {
            return pasts_.keep(runs, line.economy(), line.results());
        };
        work.room_for_pasts = options_.past_memory ? *options_.past_memory * 1000000
                                                   : static_cast<std::size_t>(available_memory().bytes / 4);
        work.keep_past = [this](const Branch& branch) {
            if (branch.past) pasts_.keep(branch.runs, branch.past->economy, branch.past->results);
        };
        work.load = &StoredPasts::load;
        work.stop = [this] { return stopped_ || signal_received() != 0; };
        return work;
    }

    RankCount count(const Crew& crew, bool broken) const
    {
        return {ledger_.finished_here(),   ledger_.failed_here(),    crew.count().months_computed,
                crew.count().months_given, crew.count().firm_months, broken};
    }

    // Of all ranks.
    RankCount count_all(const Crew& crew) const
    {
        RankCount all = count(crew, false);
        const RankCount others = ranks_.elsewhere();
        all.finished += others.finished;
        all.failed += others.failed;
        all.months_computed += others.months_computed;
        all.months_given += others.months_given;
        all.firm_months += others.firm_months;
        all.broken = others.broken;
        return all;
    }

    SweepState state(const Crew& crew) const
    {
        const RankCount all = count_all(crew);
        return {all.finished, all.failed, total_, all.firm_months};
    }

    void announce() const
    {
        for (const auto& note : notes_on(plan_)) warn(note);
        if (options_.quiet) return;
        const std::size_t all = count_runs(units_);
        if (!left_.empty())
            warn(fmt::format("other processes are at work on shares with {} runs, which are left to them",
                             left_.size()));
        print_error(fmt::format(
            "{}: {} {}{}{}, {} at a time on {} {} each{}.\n", plan_.name, grouped(static_cast<std::int64_t>(total_)),
            total_ == 1 ? "run" : "runs", total_ == all ? "" : fmt::format(" missing of {}", all),
            options_.shard.empty() ? "" : fmt::format(" in share {}", options_.shard), division_.jobs,
            division_.threads_each, division_.threads_each == 1 ? "thread" : "threads",
            ranks_.size() == 1 ? "" : fmt::format(", in {} processes", ranks_.size())));
    }

    int report(const Crew& crew) const
    {
        const RankCount all = count_all(crew);
        tell(all);
        if (all.failed > 0)
            complain(fmt::format("{} {} failed{}\n  All messages: {}/failures/", all.failed,
                                 all.failed == 1 ? "run" : "runs",
                                 ledger_.first_failure().empty() ? "" : ", the first: " + ledger_.first_failure(),
                                 options_.output.string()));
        if (all.broken) return failed;
        const std::size_t left = total_ - all.finished - all.failed;
        if (const int signal = signal_received(); signal != 0 && left > 0) {
            complain(fmt::format("{}: {} of {} runs are to be done, {} with a checkpoint. To go on, call it again with "
                                 "--resume",
                                 signal == SIGINT ? "interrupted" : "asked to end", left, total_, pasts_.kept()));
            return signal == SIGINT ? interrupted : terminated;
        }
        return all.failed > 0 ? failed : done;
    }

    void tell(const RankCount& all) const
    {
        const double given = static_cast<double>(all.months_given), computed = static_cast<double>(all.months_computed);
        const double shared = given > 0 ? 1 - computed / given : 0;
        if (options_.json)
            print(nlohmann::ordered_json{{"folder", options_.output.string()},
                                         {"finished", all.finished},
                                         {"failed", all.failed},
                                         {"missing", total_ - all.finished - all.failed},
                                         {"months_computed", all.months_computed},
                                         {"months_in_results", all.months_given},
                                         {"processes", ranks_.size()},
                                         {"jobs", division_.jobs},
                                         {"threads_each", division_.threads_each}}
                      .dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) +
                  "\n");
        else if (!options_.quiet)
            print(fmt::format("{}: {} runs finished{}{}.\n", options_.output.string(), all.finished,
                              all.failed == 0 ? "" : fmt::format(", {} failed", all.failed),
                              shared < 0.005 ? ""
                                             : fmt::format("; {:.0f} % of their months were shared and computed once",
                                                           100 * shared)));
    }

    const SweepOptions& options_;
    const SweepPlan& plan_;
    Ranks& ranks_;
    StoredPasts pasts_;
    std::vector<std::size_t> left_; // to other processes, ascending
    Units units_;
    Division division_;
    Ledger ledger_;
    std::deque<Branch> queue_;
    std::size_t total_ = 0; // missing at the beginning
    std::exception_ptr error_;
    std::atomic<bool> stopped_ = false;
};

SweepPlan plan_of(const SweepOptions& options)
{
    if (!options.plan.empty()) return load_plan(options.plan);
    if (options.resume && !options.output.empty()) return open_folder(options.output);
    throw BadInput("a plan file is needed, such as: rongtong sweep study.json -o study");
}

} // namespace

int sweep(const SweepOptions& options)
{
    parse_shard(options.shard); // its problems first
    return sweep(options, plan_of(options));
}

int sweep(const SweepOptions& options, const SweepPlan& given)
{
    const ShareName share = parse_shard(options.shard);
    if (options.list) return list_runs(given, options.output, options.json);
    if (options.output.empty()) throw BadInput("-o DIR is needed: where the runs go");
    if (!options.resume && options.shard.empty() && is_sweep_folder(options.output))
        throw BadInput(options.output.string() +
                       ": exists already; --resume does what is missing, -o names another folder");
    const bool fresh = !is_sweep_folder(options.output);
    if (fresh && !options.yes) ask_beyond_a_size(given, options.output);
    if (options.slurm.wanted) return prepare_for_slurm(options, given);
    if (fresh) divide(options, given, given.runs()); // refuses what does not fit before there is a folder
    const auto ranks = Ranks::join();
    const auto plan = [&] { // the folder is there before the others look at it
        if (ranks->rank() > 0) ranks->wait_for_all();
        auto made = make_or_check_folder(options.output, given, options.resume);
        if (ranks->rank() == 0) ranks->wait_for_all();
        return made;
    }();
    std::optional<Share> held;
    if (ranks->rank() == 0) {
        held.emplace(options.output, share.text(), options.resume);
        check_still_of(options.output, plan); // it may have grown before the share was held
    }
    watch_signals();
    try {
        const bool alone = held && ranks->size() == 1;
        return Sweep(options, plan, share, alone ? held->others() : std::vector<std::string>{}, *ranks).run();
    } catch (const OutputError& error) {
        complain(fmt::format(
            "the sweep can't go on: {}\n  Finished runs are kept. When the cause is gone, call it again with "
            "--resume",
            error.what()));
        return dynamic_cast<const InputError*>(&error) ? bad_input : failed; // a pack that can't be read, say
    }
}

} // namespace rongtong::cli
