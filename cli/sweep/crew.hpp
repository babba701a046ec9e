// The work of a sweep inside one process: workers take branches, follow each to the month in which its runs part, and leave
// the other ways to whoever is free. What comes out does not depend on who does what.
#pragma once

#include "cli/sweep/line.hpp"
#include "scenarios/plan.hpp"

#include <atomic>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace rongtong::cli {

// Runs that are one run so far.
struct Branch {
    std::vector<std::size_t> runs;     // numbers in the plan
    std::shared_ptr<const Past> past;  // nullptr: they begin at the start
    std::filesystem::path stored_past; // a checkpoint instead of a past in memory
};

// What the crew asks for and tells. Called by several workers at a time, unless it says otherwise.
struct CrewWork {
    std::function<std::optional<Branch>()> next;                     // one at a time; none: there is no more
    std::function<void(std::size_t run, const Line&)> finished;      // throws OutputError: the sweep can't go on
    std::function<void(std::size_t run, const std::string&)> failed; // the run alone
    // A checkpoint, which goes on as these runs: of a line that was asked to stop, or of a past that memory has no room for.
    std::function<std::filesystem::path(const std::vector<std::size_t>& runs, const Line&)> keep;
    std::function<void(const Branch&)> keep_past;                         // the same of a branch that nobody has begun
    std::function<Past(const std::filesystem::path&, const Setup&)> load; // a stored past
    std::size_t room_for_pasts = 0;                                       // bytes
    std::function<bool()> stop;                                           // asked after each month
};

struct CrewCount {
    std::atomic<std::int64_t> months_computed = 0, months_given = 0; // given: of finished runs, shared ones each time
    std::atomic<double> firm_months = 0;
};

class Crew {
public:
    Crew(const SweepPlan& plan, CrewWork work, int workers, int threads_each);

    // Until there is nothing more to do, or stop, or a file can't be written (OutputError).
    void work();
    const CrewCount& count() const { return count_; }

private:
    void worker();
    std::optional<Branch> take();
    void leave();
    void abandon(std::exception_ptr error);
    bool stopping();

    std::vector<std::shared_ptr<const Scenario>> scenarios_of(Branch& branch);
    std::unique_ptr<Line> begin(const Branch& branch, const std::shared_ptr<const Scenario>& scenario);
    void follow(Branch branch);
    void go(Line& line, Branch& branch, std::vector<std::shared_ptr<const Scenario>> scenarios);
    bool advance_to(Line& line, std::int32_t month);
    void give_past(std::vector<Branch>& ways, const Line& line);
    void part(Line& line, Branch& branch, std::vector<std::shared_ptr<const Scenario>>& scenarios);
    void fail(const std::vector<std::size_t>& runs, const std::string& why);

    const SweepPlan& plan_;
    CrewWork work_;
    int workers_, threads_each_;
    CrewCount count_;

    std::atomic<std::size_t> held_ = 0; // bytes of pasts in memory; outlives the branches below
    std::mutex mutex_;
    std::condition_variable changed_;
    std::vector<Branch> waiting_; // last in, first out: the deepest ones first, so that few pasts are held
    int busy_ = 0;
    bool exhausted_ = false;
    std::exception_ptr error_;
};

} // namespace rongtong::cli
