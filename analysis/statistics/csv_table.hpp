// A table out of a CSV file: what every estimator takes beside results files, so that its figures can be checked against
// another tool. First line: names of the columns. Fields may stand in double quotes. Lines that are empty, or begin with #,
// are passed over.
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace rongtong {

class CsvTable {
public:
    // OutputError with all problems of the file: a name twice, lines with too few or too many fields, no line at all.
    explicit CsvTable(const std::filesystem::path& path);

    const std::filesystem::path& path() const { return path_; }
    const std::vector<std::string>& columns() const { return columns_; }
    std::size_t rows() const { return lines_.size(); }
    bool has(const std::string& column) const;
    std::size_t line_of(std::size_t row) const { return lines_[row]; } // in the file, from 1

    // Of a column that must be there; OutputError says which ones there are.
    const std::vector<std::string>& texts(const std::string& column) const;
    // "", "nan" and "NA" are missing (NaN). OutputError with every field that is neither that nor a number.
    std::vector<double> numbers(const std::string& column) const;
    // Whether every field of the column is a number or missing.
    bool is_number(const std::string& column) const;
    // Throws one OutputError for all columns that are not there.
    void require(const std::vector<std::string>& columns) const;

private:
    std::size_t index_of(const std::string& column) const;

    std::filesystem::path path_;
    std::vector<std::string> columns_;
    std::vector<std::vector<std::string>> fields_; // by column, row
    std::vector<std::size_t> lines_;
};

// A number as JSON or CSV has it, in any locale; NaN for what is missing; nothing for what is no number.
std::optional<double> number_of(std::string_view text);

} // namespace rongtong
