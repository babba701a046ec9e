// Independent uniform points. A larger design with the same seed begins with the points of the smaller one.
#include "scenarios/designs/kind.hpp"
#include "scenarios/designs/luck.hpp"

namespace rongtong {

namespace {

namespace random_design {

void read(DesignReader& in, DesignRequest& request)
{
    request.points = in.whole("points", 1, most_points);
    request.seed = in.seed(1);
}

double size(const DesignRequest& request, const Factors&) { return static_cast<double>(request.points); }

void make(const DesignRequest& request, const Factors& factors, Design& design)
{
    const DesignLuck luck(request.seed.value());
    make_room(design, static_cast<std::size_t>(request.points), factors.size());
    for (std::size_t p = 0; p < design.points.size(); ++p)
        for (std::size_t i = 0; i < factors.size(); ++i)
            design.points[p].at[i] = at_place(factors[i], luck.place(p, i));
}

nlohmann::ordered_json schema()
{
    return {{"properties", {{"points", points_schema("number of points")}, {"seed", seed_schema("default 1")}}},
            {"required", {"points"}}};
}

} // namespace random_design

} // namespace

const DesignKind design_random{
    "random",           "Independent uniform points.", random_design::schema, random_design::read, random_design::size,
    random_design::make};

} // namespace rongtong
