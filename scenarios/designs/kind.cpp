#include "scenarios/designs/kind.hpp"

#include "scenarios/scenario_parts.hpp"

#include <algorithm>
#include <cmath>

namespace rongtong {

using json = nlohmann::ordered_json;

json whole_schema(double low, double high, const char* description)
{
    return {{"type", "integer"},
            {"description", description},
            {"minimum", static_cast<std::int64_t>(low)},
            {"maximum", static_cast<std::int64_t>(high)}};
}

json points_schema(const char* description) { return whole_schema(1, most_points, description); }

json seed_schema(const char* description) { return whole_schema(0, largest_seed, description); }

json skip_schema() { return whole_schema(0, most_points, "how many points of the sequence to leave out; default 0"); }

double at_place(const Factor& factor, double place)
{
    if (factor.levels == 0) return place;
    const auto levels = static_cast<double>(factor.levels);
    return std::min(std::floor(place * levels), levels - 1);
}

void make_room(Design& design, std::size_t points, std::size_t factors)
{
    design.points.assign(points, DesignPoint{std::vector<double>(factors)});
}

} // namespace rongtong
