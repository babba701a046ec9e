#include "analysis/statistics/csv_table.hpp"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <limits>

#include <fmt/format.h>

#include "output/input_error.hpp"
#include "output/plain_file.hpp"
#include "sim/error.hpp"

namespace rongtong {

namespace {

// Spreadsheets of some countries write semicolons.
const char* hint_of_separator(const std::vector<std::string>& columns)
{
    const bool other = columns.size() == 1 && columns.front().find_first_of(";\t") != std::string::npos;
    return other ? ": save it with commas between the fields" : "";
}

constexpr std::size_t most_told = 20;

// Several problems of one file as one error.
class Problems {
public:
    explicit Problems(const std::filesystem::path& path) : path_(path) {}
    void add(const std::string& text)
    {
        if (count_++ < most_told) text_ += (text_.empty() ? "" : "\n") + path_.string() + ": " + text;
    }
    void check() const
    {
        if (count_ == 0) return;
        throw OutputError(count_ <= most_told ? text_ : fmt::format("{}\n(and {} more)", text_, count_ - most_told));
    }

private:
    std::filesystem::path path_;
    std::string text_;
    std::size_t count_ = 0;
};

std::string trimmed(std::string text)
{
    const auto blank = [](unsigned char c) { return c == ' ' || c == '\t' || c == '\r'; };
    while (!text.empty() && blank(text.back())) text.pop_back();
    text.erase(text.begin(), std::find_if_not(text.begin(), text.end(), blank));
    return text;
}

// Two quotes inside quotes are one; blanks around a field that has no quotes do not count.
std::vector<std::string> fields_of(const std::string& line)
{
    std::vector<std::string> fields(1);
    bool quoted = false, was_quoted = false;
    for (std::size_t i = 0; i <= line.size(); ++i) {
        const char c = i < line.size() ? line[i] : ',';
        if (quoted && c == '"' && i + 1 < line.size() && line[i + 1] == '"') fields.back() += line[++i];
        else if (c == '"') quoted = !quoted, was_quoted = true;
        else if (c == ',' && (!quoted || i == line.size())) {
            if (!was_quoted) fields.back() = trimmed(fields.back());
            was_quoted = false;
            if (i < line.size()) fields.emplace_back();
        } else if (!(was_quoted && !quoted)) fields.back() += c;
    }
    return fields;
}

bool is_missing(std::string_view text) { return text.empty() || text == "nan" || text == "NaN" || text == "NA"; }

} // namespace

std::optional<double> number_of(std::string_view text)
{
    if (is_missing(text)) return std::numeric_limits<double>::quiet_NaN();
    if (text.front() == '+') text.remove_prefix(1);
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

CsvTable::CsvTable(const std::filesystem::path& path) : path_(path)
{
    require_plain_file(path, "a table that is saved as a file"); // a pipe might never end
    std::ifstream in(path, std::ios::binary);
    if (!in) throw InputError(path.string() + ": can't be read");
    Problems problems(path);
    std::size_t number = 0;
    for (std::string line; std::getline(in, line);) {
        ++number;
        if (number == 1 && line.starts_with("\xEF\xBB\xBF")) line.erase(0, 3);
        if (trimmed(line).empty() || line.front() == '#') continue;
        auto fields = fields_of(line);
        if (columns_.empty()) {
            columns_ = fields;
            fields_.resize(columns_.size());
            for (std::size_t i = 0; i < fields.size(); ++i)
                if (std::find(fields.begin() + static_cast<std::ptrdiff_t>(i) + 1, fields.end(), fields[i]) !=
                    fields.end())
                    problems.add(fmt::format("line {}: column '{}' stands there twice", number, fields[i]));
            continue;
        }
        if (fields.size() != columns_.size()) {
            problems.add(fmt::format("line {}: {} fields, where the first line has {}{}", number, fields.size(),
                                     columns_.size(), hint_of_separator(columns_)));
            continue;
        }
        for (std::size_t i = 0; i < fields.size(); ++i) fields_[i].push_back(std::move(fields[i]));
        lines_.push_back(number);
    }
    if (columns_.empty()) problems.add("is empty; expected a first line with the names of the columns");
    else if (lines_.empty()) problems.add("has no line of values");
    problems.check();
}

bool CsvTable::has(const std::string& column) const
{
    return std::find(columns_.begin(), columns_.end(), column) != columns_.end();
}

void CsvTable::require(const std::vector<std::string>& columns) const
{
    std::vector<std::string> missing;
    for (const auto& column : columns)
        if (!has(column)) missing.push_back(column);
    if (missing.empty()) return;
    throw OutputError(fmt::format("{}: has no column '{}'; it has '{}'{}", path_.string(), fmt::join(missing, "', '"),
                                  fmt::join(columns_, "', '"), hint_of_separator(columns_)));
}

std::size_t CsvTable::index_of(const std::string& column) const
{
    require({column});
    return static_cast<std::size_t>(std::find(columns_.begin(), columns_.end(), column) - columns_.begin());
}

const std::vector<std::string>& CsvTable::texts(const std::string& column) const { return fields_[index_of(column)]; }

std::vector<double> CsvTable::numbers(const std::string& column) const
{
    const auto& fields = texts(column);
    Problems problems(path_);
    std::vector<double> values;
    for (std::size_t row = 0; row < fields.size(); ++row) {
        const auto value = number_of(fields[row]);
        if (!value)
            problems.add(fmt::format("line {}: {} is '{}', expected a number", lines_[row], column, fields[row]));
        values.push_back(value.value_or(0));
    }
    problems.check();
    return values;
}

bool CsvTable::is_number(const std::string& column) const
{
    const auto& fields = texts(column);
    return std::all_of(fields.begin(), fields.end(),
                       [](const std::string& text) { return number_of(text).has_value(); });
}

} // namespace rongtong
