// Indicators of the map of capabilities (models/network/capability_map.hpp).
#include "models/network/capability_map.hpp"

#include "models/indicators/arithmetic.hpp"
#include "models/indicators/indicator.hpp"
#include "models/network/review.hpp"

#include <algorithm>
#include <cmath>

namespace rongtong {

namespace {

struct MapSums {
    double firms = 0, listed = 0, months = 0, error = 0;
};

// Of firms that trade: how many are on the map, how old their entries are, and how far their offers have moved since. Nothing is looked
// at where there is no map.
MapSums map_sums(const Economy& e)
{
    MapSums s;
    const auto& c = e.policy.conditions;
    if (std::none_of(c.groups.begin(), c.groups.end(), [](const GroupConditions& g) { return g.on_map > 0; })) return s;
    const auto interval = std::max<std::int64_t>(1, std::llround(c.map.interval));
    for (std::size_t row = 0; row < e.firms.rows(); ++row) {
        if (e.firms.state[row] != FirmState::active) continue;
        s.firms += 1;
        if (e.firms.listed[row] == 0) continue;
        s.listed += 1;
        s.months += static_cast<double>((e.month + static_cast<std::int64_t>(e.firms.id[row])) % interval);
        s.error += std::fabs(offer_listed(e.firms.listed[row]) - offer_of(e, row));
    }
    return s;
}

double coverage(const Economy& e)
{
    const MapSums s = map_sums(e);
    return ratio(s.listed, s.firms);
}

double age(const Economy& e)
{
    const MapSums s = map_sums(e);
    return ratio(s.months, s.listed);
}

double error(const Economy& e)
{
    const MapSums s = map_sums(e);
    return ratio(s.error, s.listed);
}

} // namespace

extern const std::vector<Indicator> indicators_capability_map{
    {"map_coverage", "1", "part of firms that are on a map of capabilities", "firms listed / firms", coverage, nullptr},
    {"map_age", "month", "age of the entries of a map of capabilities",
     "mean over firms listed of months since they were looked at", age, nullptr},
    {"map_error", "1", "how far offers have moved since a map of capabilities wrote them down",
     "mean over firms listed of the size of the difference, log weight of an offer", error, nullptr},
};

} // namespace rongtong
