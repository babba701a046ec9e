// How far a sweep has come: a line on a terminal, a plain line now and then elsewhere; or, for a program, lines of JSON; on stderr.
#pragma once

#include "cli/progress.hpp"

#include <chrono>
#include <cstddef>

namespace rongtong::cli {

struct SweepState {
    std::size_t finished = 0, failed = 0, total = 0; // runs, of those to be done now
    double firm_months = 0;
};

class SweepProgress {
public:
    explicit SweepProgress(ProgressFor reader);

    void show(const SweepState& state); // as often as one likes
    void end(const SweepState& state);

private:
    using Clock = std::chrono::steady_clock;

    ProgressFor reader_;
    bool terminal_;
    Clock::time_point began_ = Clock::now(), shown_ = began_;
};

} // namespace rongtong::cli
