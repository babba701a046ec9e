#include "cli/console.hpp"

#include "cli/color.hpp"
#include "sim/printable.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <cstdio>
#include <iostream>

#include <fcntl.h>

namespace rongtong::cli {

namespace {

std::atomic<bool> lost{false};

bool put(std::FILE* where, std::string_view text)
{
    const bool written = std::fwrite(text.data(), 1, text.size(), where) == text.size();
    return std::fflush(where) == 0 && written;
}

} // namespace

void print(std::string_view text)
{
    if (!put(stdout, printable(text, "\n"))) lost = true;
}

bool output_was_lost()
{
    std::cout.flush(); // the help is written there
    return lost || !std::cout;
}

void keep_streams_apart()
{
    for (int stream = 0; stream <= 2; ++stream) // opened the wrong way round, so that a write to one fails
        if (::fcntl(stream, F_GETFD) < 0) ::open("/dev/null", stream == 0 ? O_WRONLY : O_RDONLY);
}

void print_error(std::string_view text) { put(stderr, printable(text, "\n")); }
void draw(std::string_view text) { put(stderr, text); }
void print_problems(std::string_view text) { draw(with_bold_places(printable(text, "\n"))); }
void complain(std::string_view message)
{
    draw(fmt::format("{} {}\n", painted("rongtong:", red), printable(message, "\n")));
}
void warn(std::string_view message)
{
    draw(fmt::format("{} {}\n", painted("rongtong: note:", yellow), printable(message, "\n")));
}

std::string grouped(std::int64_t number)
{
    std::string digits = std::to_string(number);
    for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > (number < 0 ? 1 : 0); at -= 3)
        digits.insert(static_cast<std::size_t>(at), 1, ' ');
    return digits;
}

std::string counted(std::size_t n, const char* what)
{
    return fmt::format("{} {}{}", grouped(static_cast<std::int64_t>(n)), what, n == 1 ? "" : "s");
}

std::string short_number(double number)
{
    static constexpr std::pair<double, const char*> words[] = {
        {1e12, " trillion"}, {1e9, " billion"}, {1e6, " million"}};
    for (const auto& [size, word] : words)
        if (std::fabs(number) >= size * 0.99995) return fmt::format("{:#.4g}{}", number / size, word);
    if (std::fabs(number) < 999.5)
        return number == std::round(number) ? fmt::format("{:.0f}", number) : fmt::format("{:#.4g}", number);
    return grouped(std::llround(number));
}

std::string percent(double share) { return fmt::format("{:+.2f} %", 100 * share); }

std::string duration(double seconds)
{
    if (seconds < 9.95) return fmt::format("{:.2g} s", std::max(seconds, 0.0));
    const auto whole = static_cast<std::int64_t>(std::lround(seconds));
    if (whole < 60) return fmt::format("{} s", whole);
    if (whole < 3600) return fmt::format("{}:{:02} min", whole / 60, whole % 60);
    return fmt::format("{}:{:02}:{:02} h", whole / 3600, whole / 60 % 60, whole % 60);
}

std::string table(const std::vector<std::vector<std::string>>& rows, std::size_t words)
{
    std::vector<std::size_t> widths;
    for (const auto& row : rows) {
        widths.resize(std::max(widths.size(), row.size()));
        for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], row[i].size());
    }
    std::string text;
    for (const auto& row : rows) {
        std::string line;
        for (std::size_t i = 0; i < row.size(); ++i)
            line += i < words ? fmt::format("  {:<{}}", row[i], widths[i]) : fmt::format("  {:>{}}", row[i], widths[i]);
        line.erase(line.find_last_not_of(' ') + 1);
        text += line + '\n';
    }
    return text;
}

} // namespace rongtong::cli
