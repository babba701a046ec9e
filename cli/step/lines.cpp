#include "cli/step/lines.hpp"

#include "cli/signals.hpp"

#include <array>
#include <cerrno>

#include <poll.h>
#include <unistd.h>

namespace rongtong::cli {

namespace {

constexpr int look_up_milliseconds = 100;    // how long a signal that comes between two looks may wait
constexpr std::size_t longest = 1024 * 1024; // a peer that never ends its line has lost its way

} // namespace

bool InputLines::take(std::string& line)
{
    const auto end = buffer_.find('\n');
    if (end == std::string::npos && !(ended_ && !buffer_.empty())) return false;
    line = buffer_.substr(0, end);
    buffer_.erase(0, end == std::string::npos ? end : end + 1);
    return true;
}

InputLines::Came InputLines::next(std::string& line)
{
    std::array<char, 4096> piece{};
    while (!take(line)) {
        if (signal_received() != 0) return Came::signal;
        if (ended_ || buffer_.size() > longest) return Came::end;
        pollfd input{STDIN_FILENO, POLLIN, 0};
        if (::poll(&input, 1, look_up_milliseconds) <= 0) continue;
        const auto length = ::read(STDIN_FILENO, piece.data(), piece.size());
        if (length < 0 && errno == EINTR) continue;
        if (length <= 0) ended_ = true;
        else buffer_.append(piece.data(), static_cast<std::size_t>(length));
    }
    return Came::line;
}

} // namespace rongtong::cli
