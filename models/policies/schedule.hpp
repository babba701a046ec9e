// Strength by month, as a scenario gives it: an observed series, or a plan in steps. Test: tests/models/schedule.cpp.
#pragma once

#include <cstdint>
#include <vector>

namespace rongtong {

struct Schedule {
    std::vector<std::int32_t> months; // rising; none: there is no schedule
    std::vector<double> values;       // one for each of them
    bool line = false;                // a straight line leads from one to the next; otherwise a value holds until then

    bool given() const { return !months.empty(); }
    double at(std::int32_t month) const; // 0 before the first of its months; the last value holds on
    friend bool operator==(const Schedule&, const Schedule&) = default;
};

// First month in which the two differ; a month later than any run has where they never do.
std::int32_t first_difference(const Schedule& a, const Schedule& b);

} // namespace rongtong
