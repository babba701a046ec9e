// Walks over JSON text in step with the events of a parser, so that each event's place is known.
#pragma once

#include <cstddef>
#include <string_view>

namespace rongtong {

class JsonCursor {
public:
    explicit JsonCursor(std::string_view text) : text_(text) {}

    struct Spot {
        int line = 1, column = 1;
    };

    // Goes to the next token and past it; where it began. The text up to its end must be valid JSON.
    Spot next_token();

    // The place of a byte of the text.
    static Spot spot_of(std::string_view text, std::size_t offset);

private:
    void advance();
    void skip_string();
    bool at(std::string_view set) const
    {
        return offset_ < text_.size() && set.find(text_[offset_]) != std::string_view::npos;
    }

    std::string_view text_;
    std::size_t offset_ = 0;
    Spot spot_;
};

} // namespace rongtong
