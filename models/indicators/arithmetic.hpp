// Small helpers for the formulas of indicators.
#pragma once

#include "models/economy.hpp"

#include <limits>

namespace rongtong {

inline double count(std::int64_t n) { return static_cast<double>(n); }

inline double yuan(std::int64_t fen) { return static_cast<double>(fen) / 100.0; }

// part / whole; not a number where the whole is nothing: a value that is missing, and enters no mean.
inline double ratio(double part, double whole)
{
    return whole != 0 ? part / whole : std::numeric_limits<double>::quiet_NaN();
}

inline double ratio(std::int64_t part, std::int64_t whole)
{
    return ratio(static_cast<double>(part), static_cast<double>(whole));
}

// Sum of value(group sums) over the groups for which which(group) holds.
template <class Which, class Value>
double sum_groups(const Economy& e, const Which& which, const Value& value)
{
    double sum = 0;
    for (std::size_t g = 0; g < e.sums.size(); ++g)
        if (which(e.groups[g])) sum += static_cast<double>(value(e.sums[g]));
    return sum;
}

inline bool is_sme(const Group& g) { return g.size != Size::large; }

} // namespace rongtong
