// Words for people in a scenario or plan: one text, or one for each language.
#pragma once

#include "scenarios/node.hpp"

#include <string>
#include <utility>

namespace rongtong {

// In English and in Chinese; one text alone stands for both.
std::pair<std::string, std::string> read_words(const Node& node);

} // namespace rongtong
