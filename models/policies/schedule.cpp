#include "models/policies/schedule.hpp"

#include <algorithm>
#include <limits>

namespace rongtong {

double Schedule::at(std::int32_t month) const
{
    const auto next = std::upper_bound(months.begin(), months.end(), month);
    if (next == months.begin()) return 0;
    const auto i = static_cast<std::size_t>(next - months.begin()) - 1;
    if (!line || next == months.end()) return values[i];
    return values[i] + (values[i + 1] - values[i]) * (month - months[i]) / (*next - months[i]);
}

std::int32_t first_difference(const Schedule& a, const Schedule& b)
{
    std::int32_t last = 0;
    for (const auto* s : {&a, &b})
        if (s->given()) last = std::max(last, s->months.back());
    for (std::int32_t month = 1; month <= last; ++month)
        if (a.at(month) != b.at(month)) return month;
    return std::numeric_limits<std::int32_t>::max();
}

} // namespace rongtong
