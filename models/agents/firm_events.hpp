// Carries out what the columns of Firms say of themselves (agents/fates.hpp). Test: tests/models/fates.cpp.
#pragma once

#include "models/agents/firms.hpp"

namespace rongtong {

// Appends a row for a new firm, with every column at its value for entrants.
void append_firm(Firms& firms);

// Clears what sums over rows must not find of a firm that left.
void clear_left(Firms& firms, std::size_t row);

// Columns of a buyer and of the firm it bought, but for those that the rules of the merger settle. Means are taken before
// anything is added, so their weights are those of the two firms as they were.
void merge_columns(Firms& firms, std::size_t buyer, std::size_t bought);

} // namespace rongtong
