// Checkpoints of a sweep that was asked to stop: each holds an economy at a month's end, what it has given so far, and
// the runs that go on from it.
#pragma once

#include "cli/sweep/crew.hpp"

#include <filesystem>
#include <functional>
#include <mutex>
#include <vector>

namespace rongtong::cli {

class StoredPasts {
public:
    // Reads which runs the checkpoints of the folder are for. Damaged ones are left alone: their runs begin anew.
    explicit StoredPasts(const std::filesystem::path& folder);

    // Moves those of the runs that a checkpoint has a past for out of `runs`, as branches.
    std::vector<Branch> take(std::vector<std::size_t>& runs);

    // Throws OutputError. By several workers at a time.
    std::filesystem::path keep(const std::vector<std::size_t>& runs, const Economy& economy,
                               const ResultsBuffer& results);
    static Past load(const std::filesystem::path& checkpoint, const Setup& setup);

    // Removes those whose runs are all finished, and what was begun of them.
    void tidy(const std::function<bool(std::size_t run)>& finished);

    std::size_t kept() const { return kept_; }

private:
    struct Stored {
        std::filesystem::path file;
        std::vector<std::size_t> runs;
    };

    std::filesystem::path folder_;
    std::mutex mutex_;
    std::vector<Stored> stored_;
    std::size_t kept_ = 0;
};

} // namespace rongtong::cli
