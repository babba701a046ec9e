// rongtong sweep: all runs of a plan that are not there yet.
#include "cli/console.hpp"
#include "cli/exit_codes.hpp"
#include "cli/provenance.hpp"
#include "cli/signals.hpp"
#include "cli/sweep/crew.hpp"
#include "cli/sweep/folder.hpp"
#include "cli/sweep/ledger.hpp"
#include "cli/sweep/listing.hpp"
#include "cli/sweep/options.hpp"
#include "cli/sweep/stored_pasts.hpp"
#include "cli/sweep/sweep_progress.hpp"
#include "cli/sweep/units.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <tbb/info.h>

#include <csignal>
#include <deque>
#include <future>
#include <numeric>

namespace rongtong::cli {

namespace {

using Units = std::vector<std::vector<std::size_t>>;

struct ShareName {
    std::size_t index = 0, count = 1; // index from 0
    std::string text() const { return fmt::format("{}of{}", index + 1, count); }
};

ShareName parse_shard(const std::string& text)
{
    if (text.empty()) return {};
    std::size_t i = 0, n = 0;
    char slash = 0, rest = 0;
    const int read = std::sscanf(text.c_str(), "%zu%c%zu%c", &i, &slash, &n, &rest);
    if (read != 3 || slash != '/' || i < 1 || i > n || n > 100000 || text[0] == '-')
        throw BadInput(fmt::format("--shard {}: expected I/N with 1 <= I <= N, such as 2/4", text));
    return {i - 1, n};
}

// Runs at a time, and threads of each: small economies one by one on a thread each, large ones with several threads.
struct Division {
    int jobs = 1, threads_each = 1;
};

Division divide(const SweepOptions& options, const SweepPlan& plan, std::size_t runs)
{
    constexpr double firms_per_thread = 16384; // a few blocks of rows for each
    const int cpus = options.threads > 0 ? options.threads : tbb::info::default_concurrency();
    std::uint64_t firms = 0;
    for (const auto& s : plan.scenarios) firms = std::max(firms, s.scenario.setup.firms);
    const int useful = std::clamp(static_cast<int>(static_cast<double>(firms) / firms_per_thread), 1, cpus);
    Division d;
    d.jobs = options.jobs > 0 ? options.jobs : std::max(1, cpus / useful);
    d.jobs = std::min<int>(d.jobs, static_cast<int>(std::max<std::size_t>(1, runs)));
    d.threads_each = std::max(1, cpus / d.jobs);
    return d;
}

std::size_t count_runs(const Units& units)
{
    std::size_t runs = 0;
    for (const auto& unit : units) runs += unit.size();
    return runs;
}

class Sweep {
public:
    Sweep(const SweepOptions& options, const SweepPlan& plan, const std::filesystem::path& folder, ShareName share)
        : options_(options),
          plan_(plan),
          pasts_(folder),
          all_(share_of(families(plan), share.index, share.count)),
          division_(divide(options, plan, count_runs(all_))),
          ledger_(folder, plan, share.text(), division_.threads_each, options.command_line),
          progress_(options.quiet)
    {
        for (const auto& unit : all_) queue(unit);
    }

    int run()
    {
        announce();
        Crew crew(plan_, crew_work(), division_.jobs, division_.threads_each);
        auto working = std::async(std::launch::async, [&] { crew.work(); });
        while (working.wait_for(std::chrono::milliseconds(100)) != std::future_status::ready) {
            progress_.show(state(crew));
            ledger_.pack(options_.pack);
        }
        progress_.end(state(crew));
        working.get(); // throws what stopped the crew
        ledger_.pack(1);
        pasts_.tidy([&](std::size_t run) { return ledger_.has(run); });
        return report(crew);
    }

private:
    // What is missing of a unit: branches from checkpoints, and the rest from the start.
    void queue(const std::vector<std::size_t>& unit)
    {
        std::vector<std::size_t> runs;
        for (const auto run : unit)
            if (!ledger_.has(run)) runs.push_back(run);
        total_ += runs.size();
        for (auto& branch : pasts_.take(runs)) queue_.push_back(std::move(branch));
        if (!runs.empty()) queue_.push_back({std::move(runs), nullptr, {}});
    }

    CrewWork crew_work()
    {
        CrewWork work;
        work.next = [this]() -> std::optional<Branch> {
            if (queue_.empty()) return std::nullopt;
            Branch branch = std::move(queue_.front());
            queue_.pop_front();
            return branch;
        };
        work.finished = [this](std::size_t run, const Line& line) { ledger_.finished(run, line); };
        work.failed = [this](std::size_t run, const std::string& why) { ledger_.failed(run, why); };
        work.keep = [this](const auto& runs, const Line& line) {
            if (line.month() > 0) pasts_.keep(runs, line.economy(), line.results());
        };
        work.keep_past = [this](const Branch& branch) {
            if (branch.past) pasts_.keep(branch.runs, branch.past->economy, branch.past->results);
        };
        work.load = &StoredPasts::load;
        work.stop = [] { return signal_received() != 0; };
        return work;
    }

    SweepState state(const Crew& crew) const
    {
        return {ledger_.finished_here(), ledger_.failed_here(), total_, crew.count().firm_months};
    }

    void announce() const
    {
        if (options_.quiet) return;
        const std::size_t all = count_runs(all_);
        print_error(fmt::format("{}: {} runs{}{}, {} at a time on {} {} each.\n", plan_.name,
                                grouped(static_cast<std::int64_t>(total_)),
                                total_ == all ? "" : fmt::format(" missing of {}", all),
                                options_.shard.empty() ? "" : fmt::format(" in share {}", options_.shard), division_.jobs,
                                division_.threads_each, division_.threads_each == 1 ? "thread" : "threads"));
    }

    int report(const Crew& crew) const
    {
        const std::size_t finished = ledger_.finished_here(), failed_runs = ledger_.failed_here();
        const auto computed = crew.count().months_computed.load(), given = crew.count().months_given.load();
        const double shared = given > 0 ? 1 - static_cast<double>(computed) / static_cast<double>(given) : 0;
        if (options_.json)
            print(nlohmann::ordered_json{{"folder", options_.output.string()},
                                         {"finished", finished},
                                         {"failed", failed_runs},
                                         {"missing", total_ - finished - failed_runs},
                                         {"months_computed", computed},
                                         {"months_in_results", given},
                                         {"jobs", division_.jobs},
                                         {"threads_each", division_.threads_each}}
                      .dump(2) +
                  "\n");
        else if (!options_.quiet)
            print(fmt::format("{}: {} runs finished{}{}.\n", options_.output.string(), finished,
                              failed_runs == 0 ? "" : fmt::format(", {} failed", failed_runs),
                              shared < 0.005 ? ""
                                             : fmt::format("; {:.0f} % of their months were shared and computed once",
                                                           100 * shared)));
        if (failed_runs > 0)
            complain(fmt::format("{} {} failed, the first: {}\n  All messages: {}/failures/", failed_runs,
                                 failed_runs == 1 ? "run" : "runs", ledger_.first_failure(), options_.output.string()));
        if (const int signal = signal_received(); signal != 0 && finished + failed_runs < total_) {
            complain(fmt::format("{}: {} of {} runs are to be done, {} with a checkpoint. To go on, call it again with "
                                 "--resume",
                                 signal == SIGINT ? "interrupted" : "asked to end", total_ - finished - failed_runs,
                                 total_, pasts_.kept()));
            return signal == SIGINT ? interrupted : terminated;
        }
        return failed_runs > 0 ? failed : done;
    }

    const SweepOptions& options_;
    const SweepPlan& plan_;
    StoredPasts pasts_;
    Units all_;
    Division division_;
    Ledger ledger_;
    SweepProgress progress_;
    std::deque<Branch> queue_;
    std::size_t total_ = 0;
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
    const ShareName share = parse_shard(options.shard);
    const SweepPlan given = plan_of(options);
    if (options.list) return list_runs(given, options.json);
    if (options.output.empty()) throw BadInput("-o DIR is needed: where the runs go");
    if (!options.resume && options.shard.empty() && is_sweep_folder(options.output))
        throw BadInput(options.output.string() + ": exists already; --resume does what is missing, -o names another folder");
    const SweepPlan plan = make_or_check_folder(options.output, given);
    const Share held(options.output, share.text(), options.resume);
    watch_signals();
    try {
        return Sweep(options, plan, options.output, share).run();
    } catch (const OutputError& error) {
        complain(fmt::format("the sweep can't go on: {}\n  Finished runs are kept. When the cause is gone, call it again with "
                             "--resume",
                             error.what()));
        return failed;
    }
}

} // namespace rongtong::cli
