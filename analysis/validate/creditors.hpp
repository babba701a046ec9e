// Firms that lost trade credit, and whether they fail. borrowers.cpp has the definitions.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "analysis/validate/records.hpp"

namespace rongtong::validation {

// For each firm with sales: the share lost in the twelve months up to that of `firms`, and 1 if it is among `bankrupt` (ascending).
void add_creditors(const Firms& firms, const Losses& losses, const std::vector<std::uint64_t>& bankrupt,
                   std::vector<double>& shares, std::vector<double>& failed);

// First industrial sector and the one after the last, by names; both 0 where the file does not name them.
std::pair<std::size_t, std::size_t> industrial(const ResultsReader& file);

} // namespace rongtong::validation
