#include "scenarios/csv_source.hpp"

#include "scenarios/near_miss.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace rongtong {

namespace {

constexpr std::size_t nowhere = static_cast<std::size_t>(-1);
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

bool is_blank(char c) { return c == ' ' || c == '\t'; }

std::string quoted(std::string_view text)
{
    constexpr std::size_t most = 40;
    return text.size() > most ? fmt::format("\"{}...\"", text.substr(0, most)) : fmt::format("\"{}\"", text);
}

} // namespace

void CsvProblems::add(int line, int column, std::string message, std::string expected, std::string hint)
{
    if (count_++ < most_problems_told)
        all_.push_back({file_, "", line, column, std::move(message), std::move(expected), std::move(hint)});
}

void CsvProblems::close()
{
    if (count_ <= most_problems_told) return;
    const auto more = count_ - most_problems_told;
    const Problem last = all_.back(); // files are sorted by place
    all_.push_back({file_, "", last.line, last.column,
                    fmt::format("and {} more {} from here on", more, more == 1 ? "problem" : "problems"), "", ""});
    count_ = 0;
}

CsvSource::CsvSource(const std::filesystem::path& path, std::vector<std::string> wanted, std::size_t needed,
                     CsvProblems& problems)
    : wanted_(std::move(wanted)),
      needed_(needed),
      problems_(problems),
      in_(path, std::ios::binary),
      buffer_(std::make_unique<char[]>(longest_line + 2))
{
    if (!in_) lost("the file can't be read", "a table (CSV)", "check its permissions");
    else read_head();
}

bool CsvSource::lost(std::string message, std::string expected, std::string hint)
{
    problems_.add(line_, line_ > 0 ? 1 : 0, std::move(message), std::move(expected), std::move(hint));
    return good_ = false;
}

bool CsvSource::read_line()
{
    in_.getline(buffer_.get(), static_cast<std::streamsize>(longest_line) + 2);
    const auto read = static_cast<std::size_t>(in_.gcount());
    if (read == 0) return false;
    ++line_;
    if (in_.fail() && !in_.eof())
        return lost(fmt::format("this line is longer than {} bytes", longest_line), "a line for each record",
                    "is it a table? lines end with a line feed");
    const bool ended = !in_.eof();
    text_ = {buffer_.get(), read - (ended ? 1 : 0)};
    digest_.add(text_);
    if (ended) digest_.add("\n");
    if (line_ == 1 && refuse_bytes()) return false;
    if (line_ == 1 && text_.starts_with(byte_order_mark)) text_.remove_prefix(byte_order_mark.size());
    if (text_.ends_with('\r')) text_.remove_suffix(1);
    if (text_.find('\0') != text_.npos) return lost("this line holds a zero byte", "text in UTF-8", "");
    return true;
}

// Files that are something else altogether.
bool CsvSource::refuse_bytes()
{
    if (text_.starts_with("\xFF\xFE") || text_.starts_with("\xFE\xFF"))
        lost("the file is in UTF-16", "UTF-8", "save it as \"CSV UTF-8\"");
    else if (text_.starts_with("PK\x03\x04"))
        lost("this is a spreadsheet or an archive", "a table (CSV)", "save it as CSV");
    else if (text_.starts_with("\x89HDF")) lost("this is a result", "a table (CSV)", "rongtong export --to start");
    else if (const auto end = text_.find('\r'); end + 1 < text_.size() && end != text_.npos)
        lost("lines end with a carriage return alone", "lines that end with a line feed", "save it as \"CSV UTF-8\"");
    return !good_;
}

bool CsvSource::split_quoted(std::size_t& at)
{
    const std::size_t first = at++, begin = unquoted_.size();
    for (; at < text_.size(); ++at) {
        if (text_[at] != '"') unquoted_ += text_[at];
        else if (at + 1 < text_.size() && text_[at + 1] == '"') unquoted_ += text_[at++];
        else break;
    }
    if (at == text_.size()) {
        problems_.add(line_, column_of(first), "this quote is not closed in its line", "\"",
                      "no field holds a line break");
        return false;
    }
    for (++at; at < text_.size() && is_blank(text_[at]);) ++at;
    if (at < text_.size() && text_[at] != ',') {
        problems_.add(line_, column_of(at), "text follows the closing quote", "a comma",
                      "quotes inside quotes are doubled");
        return false;
    }
    fields_.push_back({std::string_view(unquoted_).substr(begin), first});
    return true;
}

bool CsvSource::split()
{
    fields_.clear();
    unquoted_.clear();
    unquoted_.reserve(text_.size()); // views into it stay
    for (std::size_t at = 0;; ++at) {
        while (at < text_.size() && is_blank(text_[at])) ++at;
        if (at < text_.size() && text_[at] == '"') {
            if (!split_quoted(at)) return false;
        } else {
            const std::size_t end = std::min(text_.find(',', at), text_.size());
            std::size_t last = end;
            while (last > at && is_blank(text_[last - 1])) --last;
            fields_.push_back({text_.substr(at, last - at), at});
            at = end;
        }
        if (at >= text_.size()) return true;
    }
}

void CsvSource::read_head()
{
    const std::string columns = fmt::format("{}", fmt::join(wanted_, ","));
    if (!read_line() || text_.empty()) {
        if (good_) lost("the file is empty", fmt::format("a first line {}", columns), "");
        return;
    }
    if (!split()) return void(good_ = false);
    columns_ = fields_.size();
    place_.assign(wanted_.size(), nowhere);
    for (std::size_t k = 0; k < columns_; ++k) {
        const auto name = std::find(wanted_.begin(), wanted_.end(), fields_[k].text);
        if (name == wanted_.end()) {
            const bool semicolons = columns_ == 1 && fields_[k].text.find_first_of(";\t") != std::string_view::npos;
            problems_.add(line_, column_of(fields_[k].at),
                          fmt::format("there is no column {} here", quoted(fields_[k].text)), columns,
                          semicolons ? "separate fields by commas" : suggestion(fields_[k].text, wanted_));
            good_ = false;
            continue;
        }
        auto& place = place_[static_cast<std::size_t>(name - wanted_.begin())];
        if (place != nowhere) {
            problems_.add(line_, column_of(fields_[k].at), fmt::format("the column {} stands there twice", *name),
                          columns);
            good_ = false;
        }
        place = k;
    }
    for (std::size_t w = 0; w < needed_; ++w)
        if (place_[w] == nowhere) lost(fmt::format("the column {} is missing", wanted_[w]), columns, "");
}

bool CsvSource::next()
{
    while (good_ && read_line()) {
        if (text_.find_first_not_of(" \t") == text_.npos || !split()) continue;
        if (fields_.size() == columns_) return true;
        problems_.add(line_, 1, fmt::format("{} fields, where the first line has {}", fields_.size(), columns_),
                      fmt::format("{} fields", columns_), "a comma inside a field wants quotes around it");
    }
    return false;
}

std::string_view CsvSource::field(std::size_t wanted) const
{
    return place_[wanted] == nowhere ? std::string_view() : fields_[place_[wanted]].text;
}

void CsvSource::fail(std::size_t wanted, std::string message, std::string expected, std::string hint)
{
    problems_.add(line_, column_of(fields_[place_[wanted]].at), fmt::format("{}: {}", wanted_[wanted], message),
                  std::move(expected), std::move(hint));
}

int CsvSource::column_of(std::size_t at) const
{
    const auto begins = [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; };
    return 1 + static_cast<int>(std::count_if(text_.begin(), text_.begin() + static_cast<std::ptrdiff_t>(at), begins));
}

} // namespace rongtong
