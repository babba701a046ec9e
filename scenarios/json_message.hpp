// A JSON parser's error in plain words, with its place.
#pragma once

#include "sim/error.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace rongtong {

inline constexpr std::string_view empty_file = "the file is empty";

// position: bytes that the parser had read, token: the text of the token it stopped in, what: its own message.
Problem json_syntax_problem(const std::string& file, std::string_view text, std::size_t position,
                            const std::string& token, std::string_view what);

} // namespace rongtong
