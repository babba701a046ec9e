// From which month to which: the default begins where the first pair differs, so that months before a policy do not dilute it.
#include <algorithm>
#include <cmath>
#include <limits>

#include <fmt/format.h>

#include "analysis/compare/grouping.hpp"
#include "sim/error.hpp"

namespace rongtong {

namespace {

constexpr int open_end = std::numeric_limits<int>::max();

bool same_value(double a, double b) { return a == b || (std::isnan(a) && std::isnan(b)); }

// The first month of both in which an indicator of the pair differs; open_end if none does.
int first_difference(const RunPair& pair)
{
    const auto &months = pair.base->months, &others = pair.other->months;
    int first = open_end;
    for (const auto& base : pair.base->indicators) {
        const auto* other = pair.other->find(base.name);
        if (!other) continue;
        std::size_t i = 0, j = 0;
        while (i < months.size() && j < others.size() && months[i] < first) {
            if (months[i] == others[j] && !same_value(base.values[i], other->values[j])) first = months[i];
            const int month = months[i], their = others[j];
            i += month <= their;
            j += their <= month;
        }
    }
    return first;
}

} // namespace

Window window_of(const std::vector<RunPair>& pairs, const CompareOptions& options)
{
    int begin = std::numeric_limits<int>::min(), end = open_end, differ = open_end;
    for (const auto& pair : pairs) {
        for (const auto* run : {pair.base, pair.other}) {
            if (run->months.empty()) throw OutputError(run->path.string() + ": has no months");
            begin = std::max(begin, run->months.front());
            end = std::min(end, run->months.back());
        }
        differ = std::min(differ, first_difference(pair));
    }
    const int first = options.first_month.value_or(differ == open_end ? begin : differ);
    const int last = options.last_month.value_or(end);
    if (first < begin || last > end || first > last)
        throw OutputError(fmt::format("no months {} to {}: the runs have {} to {} in common", first, last, begin, end));
    return {first, last, differ != open_end};
}

} // namespace rongtong
