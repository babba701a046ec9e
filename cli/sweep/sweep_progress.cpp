#include "cli/sweep/sweep_progress.hpp"

#include "cli/console.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

#include <unistd.h>

namespace rongtong::cli {

namespace {

constexpr double quick_seconds = 0.2, line_seconds = 10;

std::string state_text(const SweepState& s, double seconds)
{
    const std::size_t ended = s.finished + s.failed;
    const double rate = static_cast<double>(ended) / std::max(seconds, 1e-9);
    const std::string left = ended == 0 ? "?" : duration(std::ceil(static_cast<double>(s.total - ended) / rate));
    return fmt::format("{} of {} runs{}, {} runs/s, {} firm-months/s, {} left", s.finished, s.total,
                       s.failed == 0 ? "" : fmt::format(", {} failed", s.failed), short_number(rate),
                       short_number(s.firm_months / std::max(seconds, 1e-9)), left);
}

std::string state_json(const SweepState& s, double seconds)
{
    const nlohmann::ordered_json line{{"finished", s.finished},
                                      {"failed", s.failed},
                                      {"runs", s.total},
                                      {"firm_months_per_second", s.firm_months / std::max(seconds, 1e-9)}};
    return line.dump() + "\n";
}

} // namespace

SweepProgress::SweepProgress(ProgressFor reader)
    : reader_(reader), terminal_(reader == ProgressFor::people && isatty(STDERR_FILENO) != 0)
{}

void SweepProgress::show(const SweepState& state)
{
    if (reader_ == ProgressFor::nobody) return;
    const auto now = Clock::now();
    const bool often = terminal_ || reader_ == ProgressFor::program;
    if (std::chrono::duration<double>(now - shown_).count() < (often ? quick_seconds : line_seconds)) return;
    shown_ = now;
    const double seconds = std::chrono::duration<double>(now - began_).count();
    if (reader_ == ProgressFor::program) return draw(state_json(state, seconds));
    const auto text = state_text(state, seconds);
    draw(terminal_ ? fmt::format("\r{}\033[K", text) : text + "\n");
}

void SweepProgress::end(const SweepState& state)
{
    if (reader_ == ProgressFor::program)
        draw(state_json(state, std::chrono::duration<double>(Clock::now() - began_).count()));
    if (terminal_) draw("\r\033[K");
}

} // namespace rongtong::cli
