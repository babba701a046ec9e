// "Did you mean ...?"
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rongtong {

// Fewest insertions, deletions, replacements and swaps of neighbours that turn a into b (Damerau 1964, optimal
// alignment).
std::size_t edit_distance(std::string_view a, std::string_view b);

// The candidate nearest to word, if it lies near enough to be a slip of the pen; else "".
std::string nearest(std::string_view word, std::span<const std::string> candidates);

// 'did you mean "x"?', or, where nothing is near and they fit a message, 'one of: a, b, c'; else "".
std::string suggestion(std::string_view word, std::span<const std::string> candidates);

} // namespace rongtong
