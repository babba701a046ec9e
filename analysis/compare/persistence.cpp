// What is left of an effect once policies have ended: its mean over the last twelve months of the runs, over its mean in the
// last twelve months with policy. The ratio of two means of the same pairs: Fieller's interval, and the bootstrap's.
#include <algorithm>
#include <cmath>

#include "analysis/compare/answers.hpp"

namespace rongtong {

namespace {

constexpr int year = 12;

// First month without any of the policies; 0 where one goes on.
int common_end(const std::vector<PolicyMark>& marks)
{
    int end = 0;
    for (const auto& mark : marks) {
        if (mark.shock || mark.of_base) continue;
        if (mark.end == 0) return 0;
        end = std::max(end, mark.end);
    }
    return end;
}

struct TwoTimes {
    std::vector<double> during, after; // effects, pairs that have both
};

TwoTimes effects_at(const std::vector<RunPair>& pairs, const SeriesPlace& place, const Persistence& p)
{
    const auto during = sample_of(pairs, place, {p.during_first, p.during_last}, {});
    const auto after = sample_of(pairs, place, {p.after_first, p.after_last}, {});
    TwoTimes times;
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        const double d = during.other[i] - during.base[i], a = after.other[i] - after.base[i];
        if (!std::isfinite(d) || !std::isfinite(a)) continue;
        times.during.push_back(d);
        times.after.push_back(a);
    }
    return times;
}

double sum_over(const std::vector<double>& values, const std::vector<std::uint32_t>& rows)
{
    double sum = 0;
    for (const auto row : rows) sum += values[row];
    return sum;
}

} // namespace

std::vector<Persistence> persistence(const std::vector<RunPair>& pairs, const std::vector<HeadlineRow>& headline,
                                     const std::vector<PolicyMark>& marks, int last_month, double level)
{
    std::vector<Persistence> list;
    const int end = common_end(marks), first = pairs.front().base->months.front();
    if (end == 0 || end - 1 < first || end > last_month) return list;
    for (const auto& row : headline) {
        if (row.watch.role == Role::cost) continue;
        Persistence p;
        p.place = {row.watch.indicator, row.watch.axis, row.watch.group};
        p.end = end;
        p.during_first = std::max(first, end - year);
        p.during_last = end - 1;
        p.after_first = std::max(end, last_month - year + 1);
        p.after_last = last_month;
        const auto times = effects_at(pairs, p.place, p);
        const std::size_t n = times.during.size();
        if (n == 0) continue;
        for (std::size_t i = 0; i < n; ++i) p.during += times.during[i], p.after += times.after[i];
        p.during /= static_cast<double>(n);
        p.after /= static_cast<double>(n);
        p.share = fieller(times.after, times.during, level);
        if (p.share)
            p.share_bootstrap = bootstrap(
                                    n,
                                    [&](const auto& rows) {
                                        return sum_over(times.after, rows) / sum_over(times.during, rows);
                                    },
                                    level)
                                    .percentile;
        list.push_back(p);
    }
    return list;
}

} // namespace rongtong
