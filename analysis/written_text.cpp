#include "analysis/written_text.hpp"

#include "sim/printable.hpp"

#include <array>
#include <charconv>
#include <string_view>

namespace rongtong {

namespace {

bool is_number(const std::string& text)
{
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc{} && end == text.data() + text.size();
}

// Spreadsheets begin a formula at these, some at their wide forms too, and some after blanks.
bool is_formula(std::string_view text)
{
    constexpr std::array<std::string_view, 8> begins{"=", "+", "-", "@", "＝", "＋", "－", "＠"};
    text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
    for (const auto begin : begins)
        if (text.starts_with(begin)) return true;
    return false;
}

} // namespace

std::string csv_field(const std::string& field)
{
    if (field.find_first_of(",\"\r\n") == field.npos) return field;
    std::string text = "\"";
    for (const char c : field) text += c == '"' ? std::string("\"\"") : std::string(1, c);
    return text + '"';
}

std::string csv_text(const std::string& text)
{
    const std::string shown = printable(text);
    return csv_field(is_formula(shown) && !is_number(shown) ? "'" + shown : shown);
}

std::string xml_text(const std::string& text)
{
    std::string result;
    for (const char c : printable(text)) {
        if (c == '&') result += "&amp;";
        else if (c == '<') result += "&lt;";
        else if (c == '>') result += "&gt;";
        else if (c == '"') result += "&quot;";
        else result += c;
    }
    return result;
}

} // namespace rongtong
