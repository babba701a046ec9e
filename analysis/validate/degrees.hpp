// The supply network as a graph. An edge leads from supplier to buyer; several links of a pair are one.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "analysis/validate/records.hpp"

namespace rongtong::validation {

struct Pair {
    std::uint64_t supplier, buyer;
    double value;
};

std::vector<Pair> pairs_of(const Links& links);                  // by supplier, then buyer; values summed
std::vector<double> in_degrees(const std::vector<Pair>& pairs);  // suppliers, of firms that have any
std::vector<double> out_degrees(const std::vector<Pair>& pairs); // customers, likewise
// Least-squares slope, over suppliers, of ln of their customers' mean number of suppliers on ln of their number of customers.
double assortativity_slope(const std::vector<Pair>& pairs);

struct Ended {
    double number, value; // shares
};
Ended ended(const std::vector<Pair>& before, const std::vector<Pair>& after);

} // namespace rongtong::validation
