// Totals are counted in 64 bits: a month in which one left its range does not pass for a good one. What fits is known before the run
// (start/range.hpp). Test: tests/scenarios/tables.cpp.
#pragma once

#include "models/indicators/firm_sums.hpp"

namespace rongtong {

// Throws MoneyOverflow if a sum is so large that it may have wrapped: none grows fourfold in a month.
inline void check_range(const FirmSums& sums)
{
    const auto* s = reinterpret_cast<const std::int64_t*>(&sums);
    for (std::size_t i = 0; i < sizeof(FirmSums) / sizeof(std::int64_t); ++i)
        if (s[i] >= (std::int64_t{1} << 61) || s[i] <= -(std::int64_t{1} << 61))
            throw MoneyOverflow("a total over firms left the 64-bit range");
}

} // namespace rongtong
