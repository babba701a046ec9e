#include <cmath>

#include "analysis/periods/periods.hpp"
#include "analysis/report/parts.hpp"
#include "sim/calendar.hpp"

namespace rongtong {

using nlohmann::ordered_json;

namespace {

ordered_json series(const std::vector<double>& values)
{
    auto list = ordered_json::array();
    for (const double value : values)
        list.push_back(std::isfinite(value) ? ordered_json(value) : ordered_json(nullptr));
    return list;
}

} // namespace

ordered_json levels(const std::vector<Run>& runs, const WatchCatalogue& catalogue, double level)
{
    std::vector<RunPair> pairs; // each run beside itself: one side is what is asked for
    int last = runs.front().months.back();
    for (const auto& run : runs) {
        pairs.push_back({&run, &run});
        last = std::min(last, run.months.back());
    }
    ordered_json json{{"scenario", runs.front().scenario}, {"runs", runs.size()}, {"paths", ordered_json::array()}};
    if (const auto start = calendar_start(runs.front().setup)) json["calendar_start"] = calendar_text(*start);
    for (const auto& watch : headline({}, catalogue)) {
        const auto* found = runs.front().find(watch.indicator, watch.axis, watch.group);
        if (!found) continue;
        const auto path = path_of(pairs, {watch.indicator, watch.axis, watch.group}, found->unit,
                                  runs.front().months.front(), last, level);
        json["paths"].push_back({{"indicator", watch.indicator},
                                 {"unit", found->unit},
                                 {"rate", is_rate(watch.indicator, found->unit)},
                                 {"month", path.months},
                                 {"base", series(path.base)},
                                 {"base_quartiles", {series(path.base_low), series(path.base_high)}}});
    }
    return json;
}

} // namespace rongtong
