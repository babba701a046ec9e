#include "cli/sweep/crew.hpp"

#include "models/common_past.hpp"
#include "models/state.hpp"
#include "scenarios/problems.hpp"
#include "sim/parallel.hpp"

#include <algorithm>
#include <chrono>
#include <new>
#include <thread>

namespace rongtong::cli {

namespace {

using Scenarios = std::vector<std::shared_ptr<const Scenario>>;

// Last month that all of them share with the first.
std::int32_t parting(const Scenarios& scenarios)
{
    std::int32_t month = scenarios.front()->setup.months;
    for (const auto& s : scenarios) month = std::min(month, shared_months(scenarios.front()->setup, s->setup));
    return month;
}

std::string words(const std::exception& error)
{
    if (const auto* faults = dynamic_cast<const ScenarioError*>(&error)) return format_problems(faults->problems);
    if (dynamic_cast<const std::bad_alloc*>(&error)) return "there is not enough memory";
    return error.what();
}

} // namespace

Crew::Crew(const SweepPlan& plan, CrewWork work, int workers, int threads_each)
    : plan_(plan), work_(std::move(work)), workers_(workers), threads_each_(threads_each)
{}

void Crew::work()
{
    std::vector<std::jthread> threads;
    for (int i = 0; i < workers_; ++i) threads.emplace_back([this] { worker(); });
    threads.clear(); // joins
    if (error_) std::rethrow_exception(error_);
    for (const auto& branch : waiting_) work_.keep_past(branch);
}

void Crew::worker()
{
    try {
        with_arena(threads_each_, [&] {
            while (auto branch = take()) {
                follow(std::move(*branch));
                leave();
            }
        });
    } catch (...) {
        abandon(std::current_exception());
    }
}

// Waits while others may still leave something.
std::optional<Branch> Crew::take()
{
    std::unique_lock lock(mutex_);
    for (;;) {
        if (error_ || work_.stop()) return std::nullopt;
        if (!waiting_.empty()) {
            Branch branch = std::move(waiting_.back());
            waiting_.pop_back();
            ++busy_;
            return branch;
        }
        if (!exhausted_) {
            if (auto branch = work_.next()) {
                ++busy_;
                return branch;
            }
            exhausted_ = true;
        }
        if (busy_ == 0) return std::nullopt;
        changed_.wait_for(lock, std::chrono::milliseconds(200)); // a signal wakes nobody
    }
}

void Crew::leave()
{
    const std::lock_guard lock(mutex_);
    --busy_;
    changed_.notify_all();
}

void Crew::abandon(std::exception_ptr error)
{
    const std::lock_guard lock(mutex_);
    if (!error_) error_ = std::move(error);
    --busy_;
    changed_.notify_all();
}

bool Crew::stopping()
{
    if (work_.stop()) return true;
    const std::lock_guard lock(mutex_);
    return static_cast<bool>(error_);
}

void Crew::fail(const std::vector<std::size_t>& runs, const std::string& why)
{
    for (const auto run : runs) work_.failed(run, why);
}

// Runs whose scenario does not hold together fail here and leave the branch.
Scenarios Crew::scenarios_of(Branch& branch)
{
    Scenarios scenarios;
    std::vector<std::size_t> good;
    for (const auto run : branch.runs) {
        try {
            scenarios.push_back(std::make_shared<const Scenario>(run_scenario(plan_, plan_.index(run))));
            good.push_back(run);
        } catch (const ScenarioError& error) {
            work_.failed(run, words(error));
        }
    }
    branch.runs = std::move(good);
    return scenarios;
}

std::unique_ptr<Line> Crew::begin(const Branch& branch, const std::shared_ptr<const Scenario>& scenario)
{
    try {
        if (!branch.stored_past.empty())
            return std::make_unique<Line>(scenario, work_.load(branch.stored_past, scenario->setup));
    } catch (const CheckpointError&) { // damaged: from the start, then, which gives the same
        return std::make_unique<Line>(scenario);
    }
    if (branch.past) return std::make_unique<Line>(scenario, *branch.past);
    return std::make_unique<Line>(scenario);
}

void Crew::follow(Branch branch)
{
    Scenarios scenarios = scenarios_of(branch);
    if (branch.runs.empty()) return;
    try {
        const auto line = begin(branch, scenarios.front());
        branch.past.reset();
        go(*line, branch, std::move(scenarios));
    } catch (const OutputError&) {
        throw;
    } catch (const std::exception& error) {
        fail(branch.runs, words(error));
    }
}

// False: asked to stop before that month's end.
bool Crew::advance_to(Line& line, std::int32_t month)
{
    while (line.month() < month) {
        if (stopping()) return false;
        const double before = line.firm_months();
        line.advance();
        ++count_.months_computed;
        count_.firm_months += line.firm_months() - before;
    }
    return true;
}

void Crew::go(Line& line, Branch& branch, Scenarios scenarios)
{
    for (;;) {
        const auto month = parting(scenarios);
        if (!advance_to(line, month)) {
            if (line.month() > 0) work_.keep(branch.runs, line);
            return;
        }
        if (month == line.scenario().setup.months) break;
        part(line, branch, scenarios);
    }
    for (; !branch.runs.empty(); branch.runs.erase(branch.runs.begin())) { // what is left if one throws has failed
        work_.finished(branch.runs.front(), line);
        count_.months_given += line.month();
    }
}

// Where there is room, in memory; else in a checkpoint. The ways share it.
void Crew::give_past(std::vector<Branch>& ways, const Line& line)
{
    const std::size_t bytes = state_bytes(line.economy()) + line.results().bytes();
    if (held_ + bytes > work_.room_for_pasts) {
        std::vector<std::size_t> runs;
        for (const auto& way : ways) runs.insert(runs.end(), way.runs.begin(), way.runs.end());
        const auto file = work_.keep(runs, line);
        for (auto& way : ways) way.stored_past = file;
        return;
    }
    held_ += bytes;
    const std::shared_ptr<const Past> past(new Past(line.past()), [this, bytes](const Past* gone) {
        held_ -= bytes;
        delete gone;
    });
    for (auto& way : ways) way.past = past;
}

// Those that go on as the line's own scenario does stay; each other way becomes a branch for whoever is free.
void Crew::part(Line& line, Branch& branch, Scenarios& scenarios)
{
    std::vector<Branch> ways;
    Scenarios first_of_way, staying;
    std::vector<std::size_t> staying_runs;
    for (std::size_t i = 0; i < scenarios.size(); ++i) {
        const auto together = [&](const auto& s) {
            return shared_months(s->setup, scenarios[i]->setup) > line.month();
        };
        if (together(scenarios.front())) {
            staying.push_back(scenarios[i]);
            staying_runs.push_back(branch.runs[i]);
            continue;
        }
        const auto way = std::ranges::find_if(first_of_way, together) - first_of_way.begin();
        if (way == static_cast<std::ptrdiff_t>(first_of_way.size())) {
            first_of_way.push_back(scenarios[i]);
            ways.emplace_back();
        }
        ways[static_cast<std::size_t>(way)].runs.push_back(branch.runs[i]);
    }
    give_past(ways, line);
    scenarios = std::move(staying);
    branch.runs = std::move(staying_runs);
    const std::lock_guard lock(mutex_);
    waiting_.insert(waiting_.end(), std::make_move_iterator(ways.rbegin()), std::make_move_iterator(ways.rend()));
    changed_.notify_all();
}

} // namespace rongtong::cli
