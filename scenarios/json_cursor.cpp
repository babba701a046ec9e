#include "scenarios/json_cursor.hpp"

namespace rongtong {

namespace {
constexpr bool begins_character(char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; } // UTF-8
} // namespace

void JsonCursor::advance()
{
    const char c = text_[offset_++];
    if (c == '\n') spot_ = {spot_.line + 1, 1};
    // a character's column grows once its last byte is behind us
    else if (offset_ >= text_.size() || begins_character(text_[offset_])) ++spot_.column;
}

void JsonCursor::skip_string()
{
    advance(); // the opening quote
    while (offset_ < text_.size() && text_[offset_] != '"') {
        if (text_[offset_] == '\\') advance();
        advance();
    }
    advance();
}

JsonCursor::Spot JsonCursor::next_token()
{
    while (at(" \t\r\n,:")) advance();
    const Spot begin = spot_;
    if (at("\"")) skip_string();
    else if (at("{}[]")) advance();
    else
        while (offset_ < text_.size() && !at(" \t\r\n,:{}[]\"")) advance();
    return begin;
}

JsonCursor::Spot JsonCursor::spot_of(std::string_view text, std::size_t offset)
{
    JsonCursor cursor(text.substr(0, offset));
    while (cursor.offset_ < cursor.text_.size()) cursor.advance();
    return cursor.spot_;
}

} // namespace rongtong
