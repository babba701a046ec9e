// Tables that users bring (RFC 4180: commas, fields in double quotes where need be), line by line, in which every field knows its place.
// A record is one line: no field holds a line break. Windows' line ends, and a byte order mark, are taken.
#pragma once

#include "scenarios/sha256.hpp"
#include "sim/error.hpp"

#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace rongtong {

inline constexpr std::size_t most_problems_told = 20; // of one table; the others are counted
inline constexpr std::size_t longest_line = 4096;     // bytes

// What is wrong with one table.
class CsvProblems {
public:
    CsvProblems(std::string file, std::vector<Problem>& all) : file_(std::move(file)), all_(all) {}
    void add(int line, int column, std::string message, std::string expected = "", std::string hint = "");
    void close(); // says how many were not told
    bool any() const { return count_ > 0; }

private:
    std::string file_;
    std::vector<Problem>& all_;
    std::size_t count_ = 0;
};

class CsvSource {
public:
    // wanted: names of columns, of which the first `needed` must be there. Reads the first line.
    CsvSource(const std::filesystem::path& path, std::vector<std::string> wanted, std::size_t needed,
              CsvProblems& problems);

    // The next line with anything in it that has as many fields as the first. False at the end, or where it can't go on.
    bool next();

    int line() const { return line_; }
    std::string_view field(std::size_t wanted) const; // empty where there is no such column
    void fail(std::size_t wanted, std::string message, std::string expected = "", std::string hint = "");
    std::string digest() { return digest_.digits(); } // SHA-256 of the file, once it is read to its end

private:
    struct Field {
        std::string_view text;
        std::size_t at = 0; // in the line, bytes
    };
    bool read_line();
    bool split();
    bool split_quoted(std::size_t& at);
    void read_head();
    bool refuse_bytes();
    bool lost(std::string message, std::string expected, std::string hint);
    int column_of(std::size_t at) const; // in characters

    std::vector<std::string> wanted_;
    std::size_t needed_;
    CsvProblems& problems_;
    std::ifstream in_;
    Sha256 digest_;
    std::unique_ptr<char[]> buffer_;
    std::string unquoted_; // fields of the line that had quotes
    std::string_view text_;
    std::vector<Field> fields_;
    std::vector<std::size_t> place_; // of a wanted column among the fields
    std::size_t columns_ = 0;
    int line_ = 0;
    bool good_ = true;
};

} // namespace rongtong
