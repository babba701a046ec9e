// What contradicts the national table in the firms and links that a start was given, with sums, and what was made of it.
#pragma once

#include "models/economy.hpp"

#include <string>
#include <vector>

namespace rongtong {

// Of an economy that has just started: a sentence for each kind of contradiction; none where all is taken as it was given.
std::vector<std::string> start_notes(const Economy& economy);

} // namespace rongtong
