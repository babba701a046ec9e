// What has come of the runs of a sweep: finished ones in the store, failed ones with their message.
#pragma once

#include "cli/sweep/line.hpp"
#include "output/run_store.hpp"
#include "scenarios/plan.hpp"

#include <atomic>
#include <filesystem>
#include <map>
#include <mutex>
#include <string>
#include <vector>

namespace rongtong::cli {

class Ledger {
public:
    // share: the name of this process's part, for its own files. left: runs that other processes do, ascending.
    Ledger(const std::filesystem::path& folder, const SweepPlan& plan, std::string share, int threads_each,
           std::string command_line, const std::vector<std::size_t>& left);

    bool has(std::size_t run) const { return store_.has(run); }

    // By several workers at a time.
    void finished(std::size_t run, const Line& line); // throws OutputError
    void failed(std::size_t run, const std::string& why);

    void finished_elsewhere(std::size_t run); // by another process of this sweep, which leaves the packing to this one

    // Packs the loose runs of this process if there are so many. By one thread. Throws OutputError.
    void pack(std::size_t at_least);

    std::size_t finished_here() const { return finished_; }
    std::size_t failed_here() const { return failed_; }
    std::string first_failure() const;

private:
    const SweepPlan& plan_;
    std::filesystem::path folder_;
    std::string share_, command_line_;
    int threads_each_;
    RunStore store_;
    mutable std::mutex mutex_;
    std::vector<std::size_t> loose_; // of this process
    std::atomic<std::size_t> finished_ = 0, failed_ = 0;
    std::string first_failure_;
};

// Messages of failed runs by number, the latest of each, out of all processes' files.
std::map<std::size_t, std::string> read_failures(const std::filesystem::path& folder);

} // namespace rongtong::cli
