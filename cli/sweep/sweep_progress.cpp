#include "cli/sweep/sweep_progress.hpp"

#include "cli/console.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include <unistd.h>

namespace rongtong::cli {

namespace {

constexpr double terminal_seconds = 0.2, line_seconds = 10;

std::string state_text(const SweepState& s, double seconds)
{
    const std::size_t ended = s.finished + s.failed;
    const double rate = static_cast<double>(ended) / std::max(seconds, 1e-9);
    const std::string left = ended == 0 ? "?" : duration(std::ceil(static_cast<double>(s.total - ended) / rate));
    return fmt::format("{} of {} runs{}, {} runs/s, {} firm-months/s, {} left", s.finished, s.total,
                       s.failed == 0 ? "" : fmt::format(", {} failed", s.failed), short_number(rate),
                       short_number(s.firm_months / std::max(seconds, 1e-9)), left);
}

} // namespace

SweepProgress::SweepProgress(bool quiet) : quiet_(quiet), terminal_(isatty(STDERR_FILENO) != 0) {}

void SweepProgress::show(const SweepState& state)
{
    const auto now = Clock::now();
    if (quiet_ || std::chrono::duration<double>(now - shown_).count() < (terminal_ ? terminal_seconds : line_seconds))
        return;
    shown_ = now;
    const auto text = state_text(state, std::chrono::duration<double>(now - began_).count());
    draw(terminal_ ? fmt::format("\r{}\033[K", text) : text + "\n");
}

void SweepProgress::end(const SweepState&)
{
    if (!quiet_ && terminal_) draw("\r\033[K");
}

} // namespace rongtong::cli
