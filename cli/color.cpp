#include "cli/color.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

#include <unistd.h>

namespace rongtong::cli {

namespace {

std::string color = "auto"; // of the process, as its standard error is

} // namespace

void use_color(const std::string& when) { color = when; }

// https://no-color.org: set and not empty, whatever the value.
bool colored()
{
    if (color != "auto") return color == "always";
    const char *no = std::getenv("NO_COLOR"), *terminal = std::getenv("TERM");
    return isatty(STDERR_FILENO) != 0 && !(no && *no) && !(terminal && terminal == std::string_view("dumb"));
}

std::string painted(std::string_view text, const char* code)
{
    return colored() ? fmt::format("\033[{}m{}\033[0m", code, text) : std::string(text);
}

std::string with_bold_places(std::string_view text)
{
    std::string out;
    while (!text.empty()) {
        const auto line = text.substr(0, std::min(text.size() - 1, text.find('\n')) + 1);
        const auto place = line.find(": ");
        if (place == line.npos) out += line;
        else out.append(painted(line.substr(0, place + 1), bold)).append(line.substr(place + 1));
        text.remove_prefix(line.size());
    }
    return out;
}

} // namespace rongtong::cli
