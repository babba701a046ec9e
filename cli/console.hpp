// Words and numbers for people: the same in every locale.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace rongtong::cli {

// Texts may hold names out of files and paths: control characters other than line breaks are shown, not obeyed.
void print(std::string_view text);          // to stdout
void print_error(std::string_view text);    // to stderr
void print_problems(std::string_view text); // to stderr, places in bold
void draw(std::string_view text);           // to stderr as it is: our own progress bars
void complain(std::string_view message);    // "rongtong: message" to stderr
void warn(std::string_view message);        // "rongtong: note: message" to stderr

bool output_was_lost(); // something that was printed did not arrive: a full disk, a closed pipe

// Where a standard stream is closed, a file that is opened would take its number, and get what is printed.
void keep_streams_apart();

std::string grouped(std::int64_t number);             // 1234567 -> "1 234 567"
std::string counted(std::size_t n, const char* what); // 3, "run" -> "3 runs"
std::string short_number(double number);              // four digits: 1234567 -> "1.235 million"
std::string percent(double share);                    // 0.0123 -> "+1.23 %"
std::string duration(double seconds);                 // "0.42 s", "12 s", "3:05", "1:02:03"

// Columns two blanks apart; the first to the left, the others to the right unless `words` says so.
std::string table(const std::vector<std::vector<std::string>>& rows, std::size_t words = 1);

} // namespace rongtong::cli
