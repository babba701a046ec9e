#include "cli/progress.hpp"

#include "cli/color.hpp"
#include "cli/console.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

#include <sys/ioctl.h>
#include <unistd.h>

namespace rongtong::cli {

namespace {

constexpr double bar_seconds = 0.1, line_seconds = 10, shortest_seconds = 1, line_share = 0.1;

std::size_t terminal_columns()
{
    winsize size{};
    return ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : 80;
}

} // namespace

Progress::Progress(std::int32_t first_month, std::int32_t last_month, ProgressFor reader)
    : first_(first_month),
      last_(last_month),
      shown_month_(first_month),
      reader_(reader),
      terminal_(reader == ProgressFor::people && isatty(STDERR_FILENO) != 0)
{}

std::string Progress::state(std::int32_t month, double firm_months) const
{
    const double seconds = std::max(seconds_since(began_), 1e-9);
    const double left = seconds * (last_ - month) / std::max(1, month - first_);
    return fmt::format("month {} of {}, {} firm-months/s, {} left", month, last_, short_number(firm_months / seconds),
                       duration(std::ceil(left)));
}

void Progress::draw_bar(std::int32_t month, const std::string& text)
{
    const std::size_t columns = terminal_columns();
    std::string bar;
    if (columns > text.size() + 15) {
        const std::size_t width = std::min<std::size_t>(40, columns - text.size() - 5);
        const std::size_t full = width * static_cast<std::size_t>(month) / static_cast<std::size_t>(last_);
        bar = fmt::format("[{}{}] ", std::string(full, '='), std::string(width - full, ' '));
    }
    const std::string line = (bar + text).substr(0, columns - 1);
    const auto end = std::min(bar.size(), line.size());
    draw(fmt::format("\r{}{}\033[K", painted(line.substr(0, end), green), line.substr(end)));
    drawn_ = true;
}

void Progress::say_json(std::int32_t month, double firm_months)
{
    const double seconds = std::max(seconds_since(began_), 1e-9);
    const nlohmann::ordered_json line{{"month", month},
                                      {"months", last_},
                                      {"firm_months_per_second", firm_months / seconds},
                                      {"seconds_left", seconds * (last_ - month) / std::max(1, month - first_)}};
    draw(line.dump() + "\n");
}

void Progress::show(std::int32_t month, double firm_months)
{
    if (reader_ == ProgressFor::nobody) return;
    const double since = seconds_since(shown_);
    if (reader_ == ProgressFor::program) {
        if (since < bar_seconds && month < last_) return;
        shown_ = Clock::now();
        return say_json(month, firm_months);
    }
    const bool far = month - shown_month_ >= line_share * last_ && since >= shortest_seconds;
    if (terminal_ ? since < bar_seconds && month < last_ : since < line_seconds && !far) return;
    shown_ = Clock::now();
    shown_month_ = month;
    if (terminal_) draw_bar(month, state(month, firm_months));
    else print_error(state(month, firm_months) + "\n");
}

void Progress::clear()
{
    if (drawn_) draw("\r\033[K");
    drawn_ = false;
}

void Progress::end() { clear(); }

} // namespace rongtong::cli
