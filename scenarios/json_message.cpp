#include "scenarios/json_message.hpp"

#include "scenarios/json_cursor.hpp"

#include <algorithm>
#include <array>
#include <cctype>

namespace rongtong {

namespace {

struct MessageWords {
    std::string_view message, expected, hint;
};

struct MessageRule {
    std::string_view part; // of the parser's message
    MessageWords words;
};

constexpr std::array<MessageRule, 10> rules{{
    {"number overflow", {"this number is too large", "a number within about 1.8e308", ""}},
    {"ill-formed UTF-8", {"this text is not valid UTF-8", "UTF-8", "save the file as \"UTF-8\""}},
    {"missing closing quote", {"a text ends without its closing quote", "\" at its end", ""}},
    {"surrogate", {"half of a pair of \\u escapes is missing", "both halves, or the character itself", ""}},
    {"'\\u' must be followed", {"\\u needs four hexadecimal digits", "such as \\u4e2d", ""}},
    {"forbidden character after backslash",
     {"this character can't follow a backslash", "\\\" \\\\ \\/ \\b \\f \\n \\r \\t or \\u",
      "write \\\\ for a backslash"}},
    {"control character",
     {"a line break, tab or other control character stands inside a text", "an escape such as \\n", ""}},
    {"after '-'", {"a minus sign stands without a digit", "digits after the minus sign", ""}},
    {"after '.'", {"a decimal point stands without a digit after it", "digits after the point, such as 1.0", ""}},
    {"exponent", {"an exponent has no digits", "such as 1e6", ""}},
}};

char next_visible(std::string_view text, std::size_t i)
{
    while (i < text.size() && std::isspace(static_cast<unsigned char>(text[i]))) ++i;
    return i < text.size() ? text[i] : '\0';
}

char previous_visible(std::string_view text, std::size_t i)
{
    while (i > 0 && std::isspace(static_cast<unsigned char>(text[i - 1]))) --i;
    return i > 0 ? text[i - 1] : '\0';
}

MessageWords words_by_character(std::string_view text, std::size_t offset)
{
    const char c = next_visible(text, offset), before = previous_visible(text, offset);
    if (c == '\0' && before == '\0') return {empty_file, "a JSON object", ""};
    if (c == '\0') return {"the file ends too early", "a closing bracket or brace", "is something cut off?"};
    if (before == ',' && (c == '}' || c == ']'))
        return {"there is a comma before a closing bracket", "no comma after the last entry", ""};
    if (c == '/' || c == '#')
        return {"comments are not allowed in JSON", "no comments", "put remarks in \"description\""};
    if (c == '\'') return {"texts stand in double quotes", "\"", ""};
    if (c == 'N' || c == 'I' || text.substr(offset).starts_with("nan"))
        return {"this is not a JSON value", "a finite number", "NaN and Infinity are not allowed"};
    if (c == 'T' || c == 'F') return {"this is not a JSON value", "true, false or null, in small letters", ""};
    if (c == '+' || c == '.') return {"a number can't begin with this", "such as 0.5 or 5", ""};
    if (before == '0' && std::isdigit(static_cast<unsigned char>(c)))
        return {"a number can't begin with an extra zero", "such as 5, not 05", ""};
    return {};
}

// Words out of what the parser says that it expected.
MessageWords words_by_expectation(std::string_view what)
{
    const auto expects = [&](std::string_view s) { return what.find("; expected " + std::string(s)) != what.npos; };
    if (expects("end of input")) return {"there is something after the end of the JSON value", "nothing more", ""};
    if (expects("string literal")) return {"a key is missing here", "a key in double quotes", ""};
    if (expects("':'") || what.find("object separator") != what.npos)
        return {"a colon is missing between key and value", ":", ""};
    if (expects("',' or '}'") || what.find("parsing object") != what.npos)
        return {"a comma or the closing brace is missing here", ", or }", ""};
    if (what.find("parsing array") != what.npos)
        return {"a comma or the closing bracket is missing here", ", or ]", ""};
    return {"this is not a JSON value", "a text in double quotes, a number, true, false, null, [ or {", ""};
}

// Where the fault begins. The parser stops behind it: behind the token that it did not want, or, where a token is
// broken, behind the byte that broke it.
std::size_t begin_of_fault(std::string_view text, std::size_t position, const std::string& token, std::string_view what)
{
    std::size_t offset = std::min(position > 0 ? position - 1 : 0, text.size());
    const auto says = [&](std::string_view s) { return what.find(s) != what.npos; };
    if (says("unexpected string") || says("unexpected number") || says("number overflow")) {
        for (std::size_t end : {position, position - 1}) // numbers are read one byte too far
            if (end <= text.size() && token.size() <= end && text.substr(end - token.size(), token.size()) == token)
                return end - token.size();
    }
    if (says("invalid literal") || says("unexpected true") || says("unexpected false") || says("unexpected null"))
        while (offset > 0 && std::isalpha(static_cast<unsigned char>(text[offset - 1]))) --offset;
    const auto leads = [&](std::size_t i) { return static_cast<unsigned char>(text[i]) >= 0xC0; };
    if (says("ill-formed UTF-8") && offset < text.size() && !leads(offset)) // the character that was cut short
        for (std::size_t back = 1; back <= 3 && back <= offset; ++back)
            if (leads(offset - back) || static_cast<unsigned char>(text[offset - back]) < 0x80)
                return leads(offset - back) ? offset - back : offset;
    return offset;
}

} // namespace

Problem json_syntax_problem(const std::string& file, std::string_view text, std::size_t position,
                            const std::string& token, std::string_view what)
{
    const std::size_t offset = begin_of_fault(text, position, token, what);
    // What follows quotes the user's own text.
    const std::string_view reason = what.substr(0, what.find("; last read:"));
    MessageWords words = {};
    for (const MessageRule& rule : rules)
        if (words.message.empty() && reason.find(rule.part) != reason.npos) words = rule.words;
    if (words.message.empty()) words = words_by_character(text, offset);
    if (words.message.empty()) words = words_by_expectation(what);
    const auto spot = JsonCursor::spot_of(text, offset);
    return {file,
            "",
            spot.line,
            spot.column,
            std::string(words.message),
            std::string(words.expected),
            std::string(words.hint)};
}

} // namespace rongtong
